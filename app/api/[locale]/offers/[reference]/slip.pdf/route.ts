import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { signedSlipFile } from '@/lib/enrollment/queries/signed-slip-file';
import { readCookie } from '@/lib/platform/session/cookies';

/** The signed slip, for its signer and for staff; for everybody else there is none. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const [platform, person] = await Promise.all([getPlatform(), readPageSession()]);
  const linkSecret = readCookie(platform.env, request.headers.get('cookie'), 'offer');
  const file = await signedSlipFile(platform, person, { reference, linkSecret });
  if (!file.ok)
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(file.value.bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${file.value.filename}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
