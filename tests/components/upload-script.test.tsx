import { renderToStaticMarkup } from 'react-dom/server';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DocumentUpload } from '@/components/application/document-upload';
import { bindFields } from '@/components/ui/bind-fields';
import { pageOf, scriptPages } from '../harness/script-page';

const field = bindFields({ locale: 'nb' });
const upload = renderToStaticMarkup(
  <DocumentUpload
    locale="nb"
    purpose={field('documents')}
    file={field('file')}
    isFirst
    documentsLeft={20}
  />,
);
const documents = pageOf(
  `<a href="/summary">Oppsummering</a><form method="post" action="/documents">${upload}</form>`,
  'upload',
);

describe('files that are chosen', () => {
  const { open } = scriptPages();
  const choosing = async () => {
    const page = await open('/documents', (_pathname, route) =>
      route.request().method() === 'POST' ? { json: { to: '/documents?done=added' } } : documents,
    );
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    const file = { name: 'attest.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };
    await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
    return { page, asked };
  };
  const leaves = async (page: Page) => {
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
  };

  it('and not sent are not left behind without a question', async () => {
    const { page, asked } = await choosing();
    await leaves(page);
    expect(asked).toEqual(['beforeunload']);
  });

  it('and sent, or taken away again, hold nobody back', async () => {
    const sent = await choosing();
    await sent.page.getByRole('combobox').selectOption('Arbeid');
    await sent.page.getByRole('button', { name: 'Last opp', exact: true }).click();
    await sent.page.locator('li[data-state="added"]').waitFor();
    await expect.poll(() => sent.page.locator('button[aria-disabled]').count()).toBe(0);
    await leaves(sent.page);
    const taken = await choosing();
    await taken.page.getByRole('button', { name: 'Ta bort attest.pdf' }).click();
    await leaves(taken.page);
    expect([...sent.asked, ...taken.asked]).toEqual([]);
  });
});
