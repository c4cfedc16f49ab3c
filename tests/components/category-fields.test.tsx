import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CategoryFields } from '@/components/application/category-fields';
import { bindFields } from '@/components/ui/bind-fields';
import type { Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';
import { wordsOf } from '../harness/words';

// Browsers that do not know :has() show every part, each under these words.
describe('each part of the background says in words which groups it is for', () => {
  it.each([
    ['nb', 'For gruppe 1, 2 eller 3', 'For gruppe 4'],
    ['nn', 'For gruppe 1, 2 eller 3', 'For gruppe 4'],
    ['en', 'For group 1, 2 or 3', 'For group 4'],
  ] satisfies [Locale, string, string][])('in %s', (locale, many, one) => {
    const words = wordsOf(
      renderToStaticMarkup(
        <CategoryFields
          locale={locale}
          field={bindFields({ locale, values: {} })}
          values={{}}
          categories={recoveryProgramme.categories}
          today={localDate('2027-03-01')}
          pressed={null}
        />,
      ),
    );
    expect(words).toContain(many);
    expect(words).toContain(one);
  });
});
