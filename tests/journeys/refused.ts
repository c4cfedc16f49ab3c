import { expect } from 'vitest';
import { plain, type Visit } from './visit';

/**
 * The form came back: «Feil:» stands first in the title, the summary on top has the focus and these
 * sentences, and each of them leads to its field.
 */
export async function isRefused(me: Visit, sentences: readonly string[]): Promise<void> {
  const { page } = me;
  expect(await page.title()).toMatch(/^Feil: /);
  const summary = page.getByRole('alert');
  const listed = await summary.getByRole('listitem').allInnerTexts();
  expect(listed.map(plain)).toEqual(sentences);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('alert');
  const links = summary.getByRole('link');
  for (const [at, sentence] of sentences.entries()) {
    if (at >= (await links.count())) break;
    const target = (await links.nth(at).getAttribute('href'))?.slice(1);
    await links.nth(at).click();
    const { id, isField, said } = await page.evaluate(() => {
      const focused = document.activeElement;
      const field = focused?.closest('input, textarea, select, fieldset') ?? null;
      const described = [field, field?.closest('fieldset') ?? null].flatMap(
        (each) => each?.getAttribute('aria-describedby')?.split(' ') ?? [],
      );
      const words = [...described, `${focused?.id ?? ''}-error`].map(
        (each) => document.getElementById(each)?.innerText ?? '',
      );
      return { id: focused?.id, isField: field !== null, said: words.join('\n') };
    });
    expect(id).toBe(target);
    if (isField) expect(plain(said)).toContain(sentence);
  }
}
