import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** A letter as the mail server on loopback got it. */
export interface MailboxLetter {
  /** The file's name, which is its address too. */
  readonly file: string;
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

const fileName = /^\d{4}-[0-9TZ.-]+-[a-z0-9@._+-]+\.eml$/;

function bytesOf(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return new Uint8Array(content);
}

/** One letter; null when there is none of that name. */
export async function readMailboxLetter(
  folder: string,
  file: string,
): Promise<MailboxLetter | null> {
  if (!fileName.test(file)) return null;
  let raw: Buffer;
  try {
    raw = await readFile(join(folder, file));
  } catch {
    return null;
  }
  const mail = await PostalMime.parse(raw);
  return {
    file,
    at: new Date(mail.date ?? 0),
    from: mail.from?.address ?? '',
    to: mail.to?.map((each) => each.address ?? '').join(', ') ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map((attachment) => ({
      filename: attachment.filename ?? 'attachment',
      mediaType: attachment.mimeType,
      bytes: bytesOf(attachment.content),
    })),
  };
}

/** The letters in the folder, newest first, at most `most`; those to one address when it is given. */
export async function listMailbox(
  folder: string,
  most: number,
  to = '',
): Promise<readonly MailboxLetter[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return [];
  }
  const wanted = names
    .filter((name) => fileName.test(name) && name.includes(to.toLowerCase()))
    .sort()
    .reverse()
    .slice(0, most);
  const letters = await Promise.all(wanted.map((name) => readMailboxLetter(folder, name)));
  return letters.filter((letter) => letter !== null);
}
