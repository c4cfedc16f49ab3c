import { getTexts } from '@/components/texts/get-texts';
import { languageTag, type Locale } from '@/lib/kernel/locale';

/** «240 kB», «1,4 MB»: as people compare files. */
export function fileSize(bytes: number, locale: Locale): string {
  const t = getTexts(locale, 'application');
  const figure = (value: number, digits: number) =>
    new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: digits }).format(value);
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1000) return t('documents.kilobytes', { size: figure(kilobytes, 0) });
  return t('documents.megabytes', { size: figure(bytes / 1024 / 1024, 1) });
}
