import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { receiptPdf } from './receipt-pdf';
import { receiptFilename } from '@/components/application/receipt-text';
import { submissionReceipt } from '@/lib/application/queries/submission-receipt';
import { isLocale } from '@/lib/kernel/locale';

/** What was received, as a file to keep: for its own applicant; for everybody else there is none. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; reference: string }> },
): Promise<Response> {
  const { locale, reference } = await params;
  const [platform, person] = await Promise.all([getPlatform(), readPageSession()]);
  const receipt = await submissionReceipt(platform, person, { reference });
  if (!receipt.ok || !isLocale(locale)) {
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  }
  const bytes = await receiptPdf(locale, receipt.value);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${receiptFilename(locale, reference)}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
