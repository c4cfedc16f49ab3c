import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/kernel/locale';

/** Says that an act is done, when the address says which (`?done=`) and the page has words for it. */
export function DoneNotice<Word extends string>(props: {
  locale: Locale;
  done: string | readonly string[] | undefined;
  words: Readonly<Record<Word, string>>;
}) {
  const { locale, done, words } = props;
  if (typeof done !== 'string' || !Object.hasOwn(words, done)) return null;
  return <Notice kind="success" locale={locale} heading={words[done as Word]} live />;
}
