import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { Mailer } from '@/lib/platform/mailer';
import { openSecret } from '../sealed-secret';

const placeholder = '{{secret}}';

/**
 * Sends one stored letter over SMTP and records that it went. A letter that has gone is left alone, so a
 * job that runs twice sends once. Afterwards the sealed secret is erased.
 * @throws when the server refused or could not be reached: the job then tries again later.
 */
export async function sendLetter(
  platform: Platform,
  mailer: Mailer,
  letterId: string,
): Promise<void> {
  const letter = await platform.db.letter.findUnique({
    where: { id: letterId },
    include: { attachments: true },
  });
  if (letter?.status !== 'queued') return;
  const secret =
    letter.sealedSecret === null ? null : openSecret(platform.env.AUTH_SECRET, letter.sealedSecret);
  // A letter without a secret has no place for one: whatever looks like it is somebody's words.
  const filled = (body: string) =>
    secret === null ? body : body.replaceAll(placeholder, () => secret);
  try {
    await mailer.send({
      from: platform.env.MAIL_FROM,
      to: letter.toAddress,
      subject: letter.subject,
      html: filled(letter.html),
      text: filled(letter.text),
      messageId: letter.messageId,
      date: letter.queuedAt,
      attachments: letter.attachments.map((attachment) => ({
        filename: attachment.filename,
        contentType: attachment.mediaType,
        content: attachment.bytes,
      })),
    });
  } catch (error) {
    // The server's words may quote the address or the letter: only its code is kept.
    const code = (error as { code?: unknown }).code;
    await platform.db.letter.update({
      where: { id: letterId },
      data: {
        attempts: { increment: 1 },
        lastError: typeof code === 'string' ? code : 'unknown',
      },
    });
    platform.log.warn({ letterId, code }, 'a letter could not be sent and will be tried again');
    throw new Error(`Letter ${letterId} could not be sent (${String(code)}).`, {
      cause: undefined,
    });
  }
  await platform.db.letter.update({
    where: { id: letterId },
    data: {
      status: 'sent',
      sentAt: await readNow(platform),
      sealedSecret: null,
      lastError: null,
      attempts: { increment: 1 },
    },
  });
}
