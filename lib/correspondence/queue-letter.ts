import type { RenderedLetter } from '@/emails/rendered-letter';
import type { LetterId } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
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
  const made = await asNew(tx, letter);
  await storeAndSend(tx, [made]);
  return made.id;
}

/** The same for several, in as few statements as for one: others may be waiting for this transaction. */
export async function queueLetters(tx: Tx, letters: readonly LetterToQueue[]): Promise<void> {
  const made: NewLetter[] = [];
  for (const letter of letters) made.push(await asNew(tx, letter));
  await storeAndSend(tx, made);
}

interface NewLetter extends LetterToQueue {
  readonly id: LetterId;
  readonly at: Instant;
}

async function asNew(tx: Tx, letter: LetterToQueue): Promise<NewLetter> {
  return { ...letter, id: newId(), at: letter.at ?? (await tx.now()) };
}

async function storeAndSend(tx: Tx, letters: readonly NewLetter[]): Promise<void> {
  const { env } = tx.platform;
  const host = new URL(publicOrigin(env)).hostname;
  await tx.prisma.letter.createMany({
    data: letters.map((letter) => ({
      id: letter.id,
      kind: letter.kind,
      toAddress: letter.to,
      userId: letter.userId ?? null,
      cohortId: letter.cohortId ?? null,
      applicationId: letter.applicationId ?? null,
      locale: letter.locale,
      subject: letter.rendered.subject,
      html: letter.rendered.html,
      text: letter.rendered.text,
      messageId: `<${letter.id}@${host}>`,
      sealedSecret: letter.secret === undefined ? null : sealSecret(env.AUTH_SECRET, letter.secret),
      queuedAt: letter.at,
    })),
  });
  const attachments = letters.flatMap((letter) =>
    (letter.attachments ?? []).map(({ filename, mediaType, bytes }) => ({
      id: newId(),
      letterId: letter.id,
      filename,
      mediaType,
      bytes: Buffer.from(bytes),
    })),
  );
  if (attachments.length > 0) await tx.prisma.letterAttachment.createMany({ data: attachments });
  const jobs = letters.map(({ id }) => ({ letterId: id }));
  await tx.platform.jobs.enqueue(tx, 'send-letter', ...jobs);
}
