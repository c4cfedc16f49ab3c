import { once } from 'node:events';
import { Readable } from 'node:stream';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { documentForDownload } from '@/lib/application/queries/document-for-download';
import { defaultLocale } from '@/lib/kernel/locale';
import { answer } from '@/lib/platform/door/answer';
import { attachmentNamed } from './attachment-name';

interface Context {
  readonly params: Promise<{ documentId: string }>;
}

/** A document's bytes for whom it concerns, always as a file to keep and never as a page of ours. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const person = await readPageSession();
  const reply = { json: false, locale: person?.locale ?? defaultLocale };
  if (person === null) return answer.plain(reply, 'not-found');
  const platform = await getPlatform();
  const found = await documentForDownload(platform, person, await params);
  if (!found.ok) return answer.plain(reply, found.refusal.kind);
  const { filename, mediaType, size, read } = found.value;
  const bytes = read();
  try {
    // A file that is not there shows now, before a status has been promised.
    await once(bytes, 'readable');
  } catch (error) {
    platform.log.error({ err: error }, 'a document is not in storage');
    return answer.plain(reply, 'out-of-order');
  }
  return new Response(Readable.toWeb(bytes) as unknown as BodyInit, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': attachmentNamed(filename),
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
