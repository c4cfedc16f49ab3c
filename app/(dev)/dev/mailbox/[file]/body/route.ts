import { demoMailFolder } from '@/app/mailbox';
import { readMailboxLetter } from '@/lib/platform/mailbox';

/** A letter's HTML as a mail reader would show it: its own styles, no script, no request to anywhere. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const folder = await demoMailFolder();
  const letter = await readMailboxLetter(folder, (await params).file);
  if (letter === null) return new Response('Not found', { status: 404 });
  const html = letter.html.replace(/<head>/i, '<head><base target="_top">');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    },
  });
}
