import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/kernel/locale';

/**
 * Says that an act is done, when the address says which (`?done=`) and the page has words for it. An
 * address can be old or made up, so the page also says whether what it shows is what the act leaves.
 */
export function DoneNotice(props: {
  locale: Locale;
  done: string | readonly string[] | undefined;
  acts: Readonly<Record<string, { readonly words: string; readonly isSo: boolean }>>;
}) {
  const { locale, done, acts } = props;
  if (typeof done !== 'string' || !Object.hasOwn(acts, done)) return null;
  const act = acts[done];
  if (act?.isSo !== true) return null;
  return <Notice kind="success" locale={locale} heading={act.words} live />;
}
