import { getTexts } from '@/components/texts/get-texts';
import type { SubmissionReceipt } from '@/lib/application/queries/submission-receipt';
import type { Locale } from '@/lib/kernel/locale';
import { stationNames, stations } from '@/lib/kernel/stations';
import { structuredPdf } from '@/lib/platform/pdf/structured-pdf';
import { receiptText } from '@/components/application/receipt-text';

/** The receipt as a tagged PDF: the same receipt gives the same bytes. */
export function receiptPdf(locale: Locale, receipt: SubmissionReceipt): Promise<Buffer> {
  const t = getTexts(locale, 'my-application');
  const text = receiptText(locale, receipt);
  return structuredPdf({
    text,
    from: receipt.installation,
    createdAt: receipt.writtenAt,
    way: {
      label: t('receiptFile.way'),
      stations: stations.map((station) => stationNames[locale][station]),
      here: stations.indexOf('application'),
    },
    closing: [],
    footer: (page, pages) =>
      t('receiptFile.page', { title: text.title, reference: receipt.reference, page, pages }),
  });
}
