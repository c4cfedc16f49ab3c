import { describe, expect, it } from 'vitest';
import { pageOf, scriptPages } from '../harness/script-page';

/** A draft behind a server that takes its time, or never answers. */
class Draft {
  stored = 'Slik det var.';
  saves = 0;

  constructor(private readonly answer: 'slowly' | 'never') {}

  page() {
    return pageOf(
      `<a href="/summary">Oppsummering</a> <a href="/motivation#example">Eksempel</a>
      <form method="post" action="/save" data-autosave="">
        <input type="hidden" name="_shown" value="before">
        <textarea name="motivation">${this.stored}</textarea>
        <p role="status" data-autosave-status="" data-offline="-" data-failed="-"></p>
      </form>
      <form method="post" action="/sign-out"><button>Logg ut</button></form>`,
      'autosave',
    );
  }

  async saved(sent: string) {
    this.saves += 1;
    if (this.answer === 'never') return null;
    await new Promise((resolve) => setTimeout(resolve, 400));
    this.stored = new URLSearchParams(sent).get('motivation') ?? '';
    return { json: { shown: 'after', said: 'Lagret', to: '/motivation' } };
  }
}

describe('a draft that saves itself', () => {
  const { open } = scriptPages();
  const opens = (draft: Draft) =>
    open('/motivation', (pathname, route) =>
      pathname === '/save' ? draft.saved(route.request().postData() ?? '') : draft.page(),
    );

  it('is saved before a link is followed, so that the next page shows what was written', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet like før jeg gikk.');
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet like før jeg gikk.');
    expect(draft.saves).toBe(1);
  });

  it('with the last words too, when they were written while it was being saved', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet først.');
    await expect.poll(() => draft.saves, { timeout: 10_000 }).toBe(1);
    await page.locator('textarea').fill('Skrevet mens det ble lagret.');
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet mens det ble lagret.');
  });

  it('is saved before one is signed out', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet like før jeg logget ut.');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.waitForURL('**/sign-out');
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet like før jeg logget ut.');
  });

  it('holds nobody back whose save is never answered', async () => {
    const page = await opens(new Draft('never'));
    await page.locator('textarea').fill('Uten nett.');
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary', { timeout: 8_000 });
    await page.locator('textarea').fill('Fortsatt uten nett.');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.waitForURL('**/sign-out', { timeout: 8_000 });
  });

  it('goes on saving itself when its buttons are held back, and leaves chosen files to them', async () => {
    const draft = new Draft('slowly');
    const { body, contentType } = draft.page();
    const held = `<script>document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());</script>`;
    const file = '<input type="file" name="file"><button>Send</button></form>';
    const marked = body.replace('</form>', file).replace('<script', `${held}<script`);
    let sent = '';
    const page = await open('/motivation', (pathname, route) => {
      if (pathname !== '/save') return { contentType, body: marked };
      sent = route.request().postData() ?? '';
      return draft.saved(sent);
    });
    const buffer = Buffer.from('%PDF');
    await page
      .locator('[type="file"]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('textarea').fill('Skrevet mens filene gikk.');
    await expect.poll(() => draft.stored, { timeout: 10_000 }).toBe('Skrevet mens filene gikk.');
    expect(new URLSearchParams(sent).has('file')).toBe(false);
  });

  it('is not sent for a link within the page, nor by a link when nothing was written', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet.');
    await page.getByText('Eksempel').click();
    expect(new URL(page.url()).hash).toBe('#example');
    expect(draft.saves).toBe(0);
    await page.goto('http://localhost/other');
    const before = draft.saves;
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
    expect(draft.saves).toBe(before);
  });
});
