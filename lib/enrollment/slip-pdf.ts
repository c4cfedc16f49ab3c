import type { StructuredText } from '@/lib/kernel/document';
import type { Locale, Localized } from '@/lib/kernel/locale';
import { stationNames, stations } from '@/lib/kernel/stations';
import type { Instant } from '@/lib/kernel/time';
import { structuredPdf } from '@/lib/platform/pdf/structured-pdf';

interface PaperWords {
  readonly way: string;
  readonly evidence: { readonly heading: string; readonly about: string; readonly term: string };
  readonly page: (page: number, pages: number) => string;
  readonly filename: string;
}

const words: Localized<PaperWords> = {
  nb: {
    way: 'Veien: søknad, vurdering, svar, bindende påmelding (her), samlinger, diplom',
    evidence: {
      heading: 'Slik kan du kontrollere skjemaet',
      about:
        'Vi lagrer det du signerte, ord for ord. Fingeravtrykket viser at teksten ikke er endret siden. Skriv til oss hvis du vil kontrollere det.',
      term: 'Fingeravtrykk (SHA-256)',
    },
    page: (page, pages) => `Side ${page} av ${pages}`,
    filename: 'bindende-pamelding',
  },
  nn: {
    way: 'Vegen: søknad, vurdering, svar, bindande påmelding (her), samlingar, diplom',
    evidence: {
      heading: 'Slik kan du kontrollere skjemaet',
      about:
        'Vi lagrar det du signerte, ord for ord. Fingeravtrykket viser at teksten ikkje er endra sidan. Skriv til oss om du vil kontrollere det.',
      term: 'Fingeravtrykk (SHA-256)',
    },
    page: (page, pages) => `Side ${page} av ${pages}`,
    filename: 'bindande-pamelding',
  },
  en: {
    way: 'The way: application, assessment, answer, binding enrollment (here), gatherings, diploma',
    evidence: {
      heading: 'How to check this slip',
      about:
        'We keep what you signed, word for word. The fingerprint shows that the text has not changed since. Write to us if you want to check it.',
      term: 'Fingerprint (SHA-256)',
    },
    page: (page, pages) => `Page ${page} of ${pages}`,
    filename: 'binding-enrollment',
  },
};

/** The signed slip as a tagged PDF, made from what was stored: the same slip gives the same bytes. */
export function slipPdf(slip: {
  readonly text: StructuredText;
  readonly sha256: string;
  readonly signedAt: Instant;
  readonly installation: string;
}): Promise<Buffer> {
  const { locale } = slip.text;
  const { way, evidence, page } = words[locale];
  return structuredPdf({
    text: slip.text,
    from: slip.installation,
    createdAt: slip.signedAt,
    way: {
      label: way,
      stations: stations.map((station) => stationNames[locale][station]),
      here: stations.indexOf('enrollment'),
    },
    closing: [
      { kind: 'heading', level: 2, text: evidence.heading },
      { kind: 'paragraph', text: evidence.about },
      { kind: 'facts', rows: [{ term: evidence.term, value: slip.sha256 }] },
    ],
    footer: (at, pages) => `${slip.text.title} · ${page(at, pages)}`,
  });
}

/** "bindende-pamelding-7K3M-Q9TX-4WBN.pdf" */
export function slipFilename(reference: string, locale: Locale): string {
  return `${words[locale].filename}-${reference}.pdf`;
}
