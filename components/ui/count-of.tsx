import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';

/** A count with its whole: «18 av 30 plasser». `unit` comes after, in the plural. */
export function CountOf(props: { count: number; total: number; unit?: string; locale: Locale }) {
  const { count, total, unit, locale } = props;
  const words = getTexts(locale, 'common')('countOf', { count, total });
  return <data value={count}>{unit === undefined ? words : `${words} ${unit}`}</data>;
}
