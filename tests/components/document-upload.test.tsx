import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DocumentUpload } from '@/components/application/document-upload';
import { InfectedNotice } from '@/components/application/infected-notice';
import { uploadInWords } from '@/components/application/word-problems';
import { bindFields } from '@/components/ui/bind-fields';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { RemovedForVirus } from '@/lib/application/queries/my-application';
import { asId } from '@/lib/kernel/ids';
import { locales } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';

const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

describe.each(locales)('the upload in %s', (locale) => {
  const field = bindFields({ locale });
  const html = renderToStaticMarkup(
    <DocumentUpload
      locale={locale}
      purpose={field('documents')}
      file={field('file')}
      isFirst
      documentsLeft={18}
    />,
  );
  const words = JSON.parse(unescaped(/data-words="([^"]*)"/.exec(html)?.[1] ?? '{}')) as Record<
    string,
    string
  >;

  it('hands the script every word, with the places that it fills in', () => {
    const places = Object.entries(words).flatMap(([key, text]) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${key} ${name ?? ''}`),
    );
    expect(places.toSorted()).toEqual(
      [
        'kilobytes size',
        'megabytes size',
        'refused reason',
        'saidAdded name',
        'saidChosenMany count',
        'saidDone added',
        'saidDone total',
        'saidRefused name',
        'saidRefused reason',
        'sending percent',
      ].toSorted(),
    );
    for (const [key, text] of Object.entries(words)) expect(text, key).not.toBe('');
  });

  it('asks of one file without the script, of a kind that a telephone then hands over', () => {
    expect(html).not.toContain('multiple');
    expect(html).toContain('accept="application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png"');
    expect(html).toContain('data-left="18"');
    expect(html).toContain('data-maximum="10485760"');
  });

  it('words what the door refuses, for the script too', () => {
    const says = (code: string, params = {}) =>
      uploadInWords({ field: 'file', code, params }, locale);
    expect(says('session-ended')).toMatch(/logget|logga|signed/);
    expect(says('somebody-else')).toMatch(/Noen andre|Nokon annan|Somebody else/);
    expect(says('file-heic')).toContain('HEIC');
    expect(says('file-too-large', { maximum: 10_485_760 })).toContain('10\u00a0MB');
    expect(says('deadline-passed', { deadline: '2027-05-31' })).toContain('2027');
    expect(says('too-many-documents', { maximum: 20 })).toContain('20');
    const large = says('file-picture-too-many-pixels', { width: 40_000, height: 40_000 });
    expect(large.replaceAll(/\s|,/g, '')).toContain('40000×40000');
  });
});

describe.each(locales)('what is told in %s of a document that was removed', (locale) => {
  const cohort = { zone: 'Europe/Oslo', programme: { mailbox: 'bet@helsetrust.example' } };
  const application = { reference: '7K3M-Q9TX-4WBN', cohort } as unknown as MyApplication;
  const told = (...nexts: RemovedForVirus['next'][]) => {
    const infected = nexts.map((next, at) => ({
      id: asId<'SupportingDocument'>(String(at)),
      filename: `fil ${at}.pdf`,
      removedAt: new Date('2027-06-02T10:00:00Z'),
      next,
    }));
    const props = { locale, application, infected };
    return renderToStaticMarkup(<InfectedNotice {...props} />);
  };
  const own = `/${locale}/applications/7K3M-Q9TX-4WBN`;

  it('leads to where another one can be uploaded, as long as it can', () => {
    const until = localDate('2027-05-31');
    const html = told({ kind: 'upload', until }, { kind: 'upload', until });
    expect(html.match(new RegExp(`href="${own}/documents"`, 'g'))).toHaveLength(1);
    expect(html).toContain('fil 1.pdf');
    const answer = told({ kind: 'answer', number: 2, dueOn: until });
    expect(answer).toContain(`href="${own}/requests/2"`);
  });

  it('leads to whoever can ask for it when it cannot, and to no page where nothing can be changed', () => {
    const html = told({ kind: 'write' });
    expect(html).toContain('href="mailto:bet@helsetrust.example"');
    expect(html).toContain('7K3M-Q9TX-4WBN');
    expect(html).not.toContain('/documents');
    expect(told({ kind: 'nothing' })).not.toContain('href');
    expect(told()).toBe('');
  });
});
