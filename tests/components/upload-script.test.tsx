import { renderToStaticMarkup } from 'react-dom/server';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DocumentUpload, UploadFields } from '@/components/application/document-upload';
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

const asked = (documentsLeft: number) =>
  renderToStaticMarkup(
    <UploadFields
      locale="nb"
      purpose={null}
      file={field('file')}
      label="Dokumentet"
      hint="PDF"
      documentsLeft={documentsLeft}
      button={{ value: 'add', variant: 'secondary', words: 'Last opp, og velg flere' }}
      words={{
        tooMany: 'Det er plass til 5.',
        saidChosenOne: 'Én fil er valgt.',
        saidChosenMany: '{count} filer er valgt.',
        full: 'Det er ikke plass til flere.',
      }}
    />,
  );

/** The page of something that staff have asked for, with what the door has had from it. */
class Request {
  readonly sent: { intent: string; answer: string | null; filename: string | null }[] = [];
  private readonly there: string[] = ['fra før.pdf'];

  constructor(
    private readonly left: number,
    private readonly refused: readonly string[] = [],
  ) {}

  page() {
    const listed = this.there.map(
      (name) => `<li>${name} <button name="_intent" value="remove-${name}">Fjern ${name}</button>`,
    );
    return pageOf(
      `<form method="post" action="/answer" enctype="multipart/form-data">
        <div id="request-documents" data-upload-refresh=""><ul>${listed.join('')}</ul></div>
        ${asked(this.left)}
        <textarea name="answer"></textarea><button name="_intent" value="send">Send svaret</button>
      </form>`,
      'upload',
    );
  }

  takes(body: string) {
    const field = (name: string) =>
      new RegExp(
        `name="${name}"(?:; filename="([^"]*)")?\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([^\\r]*)`,
      ).exec(body);
    const filename = field('file')?.[1] ?? null;
    const answer = field('answer')?.[2] ?? null;
    this.sent.push({ intent: field('_intent')?.[2] ?? '', answer, filename });
    if (filename !== null && this.refused.includes(filename)) {
      const problem = { pointer: '/file', code: 'file-heic', detail: 'Bildet er i HEIC.' };
      return { status: 409, json: { errors: [problem] } };
    }
    if (filename) this.there.push(filename);
    return { json: { to: '/request?done=added' } };
  }
}

describe('files for something that was asked for', () => {
  const { open } = scriptPages();
  const opens = async (request: Request) => {
    const page = await open('/request', (_pathname, route) =>
      route.request().method() === 'POST'
        ? request.takes(route.request().postDataBuffer()?.toString() ?? '')
        : request.page(),
    );
    await page.locator('textarea').fill('Skrevet før filene gikk.');
    return page;
  };
  const chooses = (page: Page, ...names: string[]) =>
    page
      .getByLabel('Dokumentet', { exact: true })
      .setInputFiles(
        names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })),
      );
  const states = (page: Page) =>
    page
      .locator('[data-upload-part="rows"] li')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state']));

  it('go several at once, none asked what it shows, and what is written stays and does not go along', async () => {
    const request = new Request(4);
    const page = await opens(request);
    await chooses(page, 'en.pdf', 'to.pdf');
    expect(await page.getByRole('combobox').count()).toBe(0);
    await page.getByRole('button', { name: 'Last opp, og velg flere' }).click();
    await expect.poll(() => states(page)).toEqual(['added', 'added']);
    await page.getByRole('button', { name: 'Fjern to.pdf' }).waitFor();
    expect(request.sent).toEqual([
      { intent: 'add', answer: null, filename: 'en.pdf' },
      { intent: 'add', answer: null, filename: 'to.pdf' },
    ]);
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet før filene gikk.');
  });

  it('and are not sent yet go before the answer, which waits when one of them is refused', async () => {
    const request = new Request(4, ['feil.pdf']);
    const page = await opens(request);
    await chooses(page, 'en.pdf', 'feil.pdf');
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect.poll(() => states(page)).toEqual(['added', 'refused']);
    const remove = page.getByRole('button', { name: 'Ta bort feil.pdf' });
    await expect.poll(() => remove.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(request.sent.map(({ intent }) => intent)).toEqual(['add', 'add']);
    await remove.click();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect
      .poll(() => request.sent.at(-1))
      .toMatchObject({
        ...{ intent: 'send', answer: 'Skrevet før filene gikk.' },
      });
  });

  it('go before another is removed, by the button of the list as it then is', async () => {
    const request = new Request(4);
    const page = await opens(request);
    await chooses(page, 'en.pdf');
    await page.getByRole('button', { name: 'Fjern fra før.pdf' }).click();
    await expect
      .poll(() => request.sent.map(({ intent }) => intent))
      .toEqual(['add', 'remove-fra før.pdf']);
  });

  it('that fill the room end with that, and with all that is written', async () => {
    const page = await opens(new Request(1));
    await chooses(page, 'en.pdf', 'to.pdf');
    await expect.poll(() => states(page)).toEqual(['waiting', 'refused']);
    await page.getByRole('button', { name: 'Ta bort to.pdf' }).click();
    await page.getByRole('button', { name: 'Last opp, og velg flere' }).click();
    await page.getByText('Det er ikke plass til flere.').waitFor();
    expect(await page.getByLabel('Dokumentet', { exact: true }).isVisible()).toBe(false);
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet før filene gikk.');
  });
});
