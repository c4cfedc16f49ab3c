import { demoMailFolder } from '@/app/mailbox';
import { readMailboxLetter } from '@/lib/platform/mailbox';

/** A letter's attachment, to be kept as a file and never shown inline. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string; number: string }> },
): Promise<Response> {
  const folder = await demoMailFolder();
  const { file, number } = await params;
  const attachment = (await readMailboxLetter(folder, file))?.attachments[Number(number)];
  if (attachment === undefined) return new Response('Not found', { status: 404 });
  return new Response(Buffer.from(attachment.bytes), {
    headers: {
      'content-type': attachment.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
      'cache-control': 'no-store',
    },
  });
}
