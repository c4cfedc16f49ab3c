import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';

export interface SoughtLetter {
  /** The address it was sent to. */
  to: string;
  /** A part of its subject, or a pattern that the subject fits. */
  subject?: string | RegExp;
}

/** A letter as it arrived, with its links taken out of the text. */
export interface ArrivedLetter extends Email {
  readonly file: string;
  readonly links: readonly string[];
}

export interface Mailbox {
  /** The newest letter that fits and has not been handed out yet; waits for it to arrive. */
  waitForLetter(sought: SoughtLetter, timeout?: number): Promise<ArrivedLetter>;
  /** Every letter so far that fits, in order of time; handed out or not. */
  letters(sought?: Partial<SoughtLetter>): Promise<ArrivedLetter[]>;
}

/** The letters that a server has written into its mail folder. */
export function openMailbox(folder: string): Mailbox {
  const handedOut = new Set<string>();

  async function letters(sought: Partial<SoughtLetter> = {}): Promise<ArrivedLetter[]> {
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const arrived: ArrivedLetter[] = [];
    for (const file of files.filter((name) => name.endsWith('.eml')).sort()) {
      const email = await PostalMime.parse(readFileSync(join(folder, file)));
      const links = [...(email.text ?? '').matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link);
      const letter = { ...email, file, links };
      if (fits(letter, sought)) arrived.push(letter);
    }
    return arrived;
  }

  return {
    letters,
    waitForLetter: async (sought, timeout = 30_000) => {
      const giveUpAt = performance.now() + timeout;
      for (;;) {
        const letter = (await letters(sought)).findLast(({ file }) => !handedOut.has(file));
        if (letter) {
          handedOut.add(letter.file);
          return letter;
        }
        if (performance.now() > giveUpAt) {
          const others = (await letters()).map(
            ({ to, subject }) =>
              `${to?.map(({ address }) => address).join(', ') ?? '?'}: ${subject ?? '(no subject)'}`,
          );
          throw new Error(
            `No letter to ${sought.to}${sought.subject ? ` about ${String(sought.subject)}` : ''} came within ${timeout} ms. What has come:\n${others.join('\n') || '(nothing)'}`,
          );
        }
        await pause(100);
      }
    },
  };
}

function fits(letter: Email, { to, subject }: Partial<SoughtLetter>): boolean {
  const addresses = letter.to?.map(({ address }) => address?.toLowerCase()) ?? [];
  if (to !== undefined && !addresses.includes(to.toLowerCase())) return false;
  if (subject === undefined) return true;
  const has = letter.subject ?? '';
  return typeof subject === 'string' ? has.includes(subject) : subject.test(has);
}
