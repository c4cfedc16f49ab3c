import { Prisma } from '@/prisma/generated/client';
import type { RenderedLetter } from '@/emails/rendered-letter';
import type { LetterId } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import { writeTogether, type Tx } from '@/lib/platform/database';
import { publicOrigin, type Env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { sealSecret } from './sealed-secret';

export interface LetterToQueue {
  /** Kebab-case: 'offer', 'application-received'. */
  readonly kind: string;
  readonly to: string;
  readonly locale: Locale;
  readonly rendered: RenderedLetter;
  readonly userId?: string;
  readonly cohortId?: string;
  readonly applicationId?: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
  /** Takes the place of `{{secret}}` in the bodies when the letter is sent; kept sealed until then. */
  readonly secret?: string;
  /** When it was decided, when that has been asked for already; else the clock is asked. */
  readonly at?: Instant;
}

/**
 * Stores a letter whole in the transaction that decides it and queues its sending (rule 17). The
 * Message-ID is fixed here, so that a letter sent twice by accident is one letter to a mail reader.
 */
export async function queueLetter(tx: Tx, letter: LetterToQueue): Promise<LetterId> {
  const id = newId<'Letter'>();
  await store(tx, [{ ...letter, id, at: letter.at ?? (await tx.now()) }]);
  return id;
}

/** A letter of which it has been said when it was decided. */
export type DatedLetter = LetterToQueue & { readonly at: Instant };

/** The same for several, in as few statements as for one. */
export async function queueLetters(tx: Tx, letters: readonly DatedLetter[]): Promise<void> {
  await store(tx, letters.map(withId));
}

/** Letters that the caller stores along with its own writes, where every trip to the database counts. */
export interface ReadyLetters {
  /** For `writeTogether`. */
  readonly writes: readonly Prisma.Sql[];
  /** To be called when they have been written, in the same transaction. */
  readonly queue: () => Promise<void>;
}

export function readyLetters(tx: Tx, letters: readonly DatedLetter[]): ReadyLetters {
  return ready(tx, letters.map(withId));
}

type NewLetter = DatedLetter & { readonly id: LetterId };

function withId(letter: DatedLetter): NewLetter {
  return { ...letter, id: newId() };
}

async function store(tx: Tx, letters: readonly NewLetter[]): Promise<void> {
  const { writes, queue } = ready(tx, letters);
  await writeTogether(tx, writes);
  await queue();
}

function ready(tx: Tx, letters: readonly NewLetter[]): ReadyLetters {
  const attachments = letters.flatMap(attachmentRows);
  const jobs = letters.map(({ id }) => ({ letterId: id }));
  return {
    writes: [
      Prisma.sql`
        insert into letter (id, kind, to_address, user_id, cohort_id, application_id, locale,
          subject, html, text, message_id, sealed_secret, queued_at)
        values ${Prisma.join(letters.map((letter) => letterRow(tx.platform.env, letter)))}`,
      ...(attachments.length === 0
        ? []
        : [
            Prisma.sql`
              insert into letter_attachment (id, letter_id, filename, media_type, bytes)
              values ${Prisma.join(attachments)}`,
          ]),
    ],
    queue: () => tx.platform.jobs.enqueue(tx, 'send-letter', ...jobs),
  };
}

function letterRow(env: Env, letter: NewLetter): Prisma.Sql {
  const { id, kind, to, locale, rendered, userId, cohortId, applicationId, secret, at } = letter;
  const messageId = `<${id}@${new URL(publicOrigin(env)).hostname}>`;
  const sealed = secret === undefined ? null : sealSecret(env.AUTH_SECRET, secret);
  return Prisma.sql`(${id}::uuid, ${kind}, ${to}, ${userId ?? null}::uuid,
    ${cohortId ?? null}::uuid, ${applicationId ?? null}::uuid, ${locale}, ${rendered.subject},
    ${rendered.html}, ${rendered.text}, ${messageId}, ${sealed}, ${at}::timestamptz)`;
}

function attachmentRows({ id, attachments = [] }: NewLetter): Prisma.Sql[] {
  return attachments.map(
    ({ filename, mediaType, bytes }) =>
      Prisma.sql`(${newId()}::uuid, ${id}::uuid, ${filename}, ${mediaType}, ${Buffer.from(bytes)})`,
  );
}
