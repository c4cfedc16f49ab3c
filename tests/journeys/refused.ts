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
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  const links = summary.getByRole('link');
  for (const [at, sentence] of sentences.entries()) {
    if (at >= (await links.count())) break;
    await links.nth(at).click();
    const field = await page.evaluate(() => {
      const focused = document.activeElement;
      const described = focused?.getAttribute('aria-describedby')?.split(' ') ?? [];
      const near = focused?.closest('fieldset')?.getAttribute('aria-describedby')?.split(' ') ?? [];
      return [...described, ...near, `${focused?.id ?? ''}-error`]
        .map((id) => document.getElementById(id)?.innerText ?? '')
        .join('\n');
    });
    expect(plain(field)).toContain(sentence);
  }
}
