import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readConflict, readMerged, wordConflict } from '@/components/application/conflict';
import { ConflictNotice, MergedNotice } from '@/components/application/conflict-notice';
import { fieldLabel } from '@/components/application/field-words';
import { LongTextExample } from '@/components/application/long-text-example';
import type { FieldValues } from '@/components/application/typed-answers';
import { UndoPanel } from '@/components/application/undo-panel';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { SessionFoot, SessionWarning } from '@/components/frame/page-aids';
import { TextArea } from '@/components/ui/text-area';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { emptySections, noAnswers, type Answers } from '@/lib/application/rules/answers';
import { answerSteps, sectionOf, type AnswerStep } from '@/lib/application/rules/steps';
import { locales, type Locale } from '@/lib/kernel/locale';
import type { Problem } from '@/lib/platform/door/problems';
import { problemOfRefusal } from '@/lib/platform/door/problems';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';
import { htmlFaults } from '../journeys/html-faults';

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const { categories } = recoveryProgramme;

function conflict(
  locale: Locale,
  step: AnswerStep,
  given: {
    fields: readonly string[];
    kept?: string;
    answers: Partial<Answers>;
    typed?: FieldValues;
  },
) {
  const problems: Problem[] = [
    { field: '', code: 'changed-elsewhere', params: { shown: '', kept: given.kept ?? '' } },
    ...given.fields.map((field) => ({ field, code: 'changed-elsewhere', params: {} })),
  ];
  return wordConflict(locale, step, {
    problems,
    typed: given.typed ?? {},
    application: {
      answers: { ...noAnswers, ...given.answers },
      cohort: { programme: { categories } } as unknown as MyApplication['cohort'],
    },
  });
}

describe('what another window has changed', () => {
  it.each(locales)('is said of every field of every step in %s', async (locale) => {
    for (const step of answerSteps) {
      const fields = Object.keys(emptySections[sectionOf[step]]);
      expect(fields.map((field) => fieldLabel(locale, step, field))).not.toContain(null);
      const worded = conflict(locale, step, {
        fields,
        answers: { [sectionOf[step]]: emptySections[sectionOf[step]] },
      });
      expect(worded?.atFields.map(({ field }) => field)).toEqual(fields);
      expect(worded?.atFields.every(({ isSaidAbove }) => isSaidAbove)).toBe(true);
      if (worded === null) throw new Error('There is a conflict.');
      const html = renderToStaticMarkup(
        <ConflictNotice locale={locale} conflict={worded.conflict} />,
      );
      expect(await htmlFaults(html)).toEqual([]);
      expect(html.match(/<li>/g)).toHaveLength(fields.length);
    }
  });

  it('stands beside what was typed here, long texts to be opened', () => {
    const long = 'Ord '.repeat(200).trim();
    const worded = conflict('nb', 'about-you', {
      fields: ['name', 'preferredLanguage'],
      kept: 'phone',
      answers: { aboutYou: { name: long, phone: '41111111', preferredLanguage: 'nn' } },
      typed: { name: ['Kari'], preferredLanguage: ['nb'] },
    });
    if (worded === null) throw new Error('There is a conflict.');
    const html = renderToStaticMarkup(<ConflictNotice locale="nb" conflict={worded.conflict} />);
    expect(html).toContain(long);
    expect(html).toContain('<details');
    expect(plain(html)).toContain('Lagret i det andre vinduet Nynorsk Skrevet her står i skjemaet');
    expect(plain(html)).toContain('er hentet inn her: Telefon');
    expect(worded.atFields[0]?.message).toContain('Teksten derfra står øverst på siden');
    expect(worded.atFields[1]?.message).toContain('endret til «Nynorsk»');
  });

  it('also under a group that does not ask for it', () => {
    const category = {
      ...emptySections.category,
      categoryNumber: 1,
      courses: [{ name: 'Trygghet', provider: 'Fjordby kommune', year: 2024 }],
    };
    const worded = conflict('nb', 'category', { fields: ['courses'], answers: { category } });
    expect(worded?.conflict.fields[0]).toMatchObject({ label: 'Kurs og videreutdanning' });
  });

  it('is read from the problems of the form, and from nothing else', () => {
    expect(readConflict([{ field: '', code: 'required', params: {} }])).toBeNull();
    expect(
      readConflict([
        { field: '', code: 'changed-elsewhere', params: { shown: 'a-00000000', kept: 'a.b' } },
      ]),
    ).toEqual({ shown: 'a-00000000', kept: ['a', 'b'] });
  });

  it.each([
    'about-you.name',
    'about-you.name.nothing',
    'nothing.name',
    'about-you',
    '',
    'x'.repeat(400),
    '<b>.name',
    undefined,
    ['about-you.name'],
  ])('is told on the next page for %o only with words that we have', (value) => {
    const merged = readMerged(value);
    const html =
      merged === null
        ? ''
        : renderToStaticMarkup(<MergedNotice locale="nb" reference="A" merged={merged} />);
    const isOurs = typeof value === 'string' && value.startsWith('about-you.name');
    expect(html.includes('<li>Navn</li>')).toBe(isOurs);
    expect(html).not.toContain('nothing');
  });
});

describe.each(locales)('in %s', (locale) => {
  const until = new Date('2026-11-24T13:05:00Z');
  const aids = {
    nonce: undefined,
    session: { restSeconds: 14 * 86_400 - 60, latestSeconds: 30 * 86_400, latest: until },
  };

  it('an undo says until when, or why not and what then', async () => {
    for (const hindrance of [
      null,
      { kind: 'applied-anew', reference: '7K3M-Q9TX-4WBN' },
      { kind: 'admission-went-on', mailbox: 'bet@helsetrust.example' },
    ] as const) {
      for (const hasArrived of [true, false]) {
        const html = renderToStaticMarkup(
          <UndoPanel
            locale={locale}
            reference="AAAA-BBBB-CCCC"
            zone="Europe/Oslo"
            hasArrived={hasArrived}
            undo={{ until, hindrance }}
          />,
        );
        expect(await htmlFaults(html)).toEqual([]);
        expect(html.includes('<form')).toBe(hindrance === null);
        if (hindrance === null) expect(html).toMatch(/14[.:]05/);
      }
    }
  });

  it('every refusal of an undo and of a deletion has its words', () => {
    for (const refusal of [
      { kind: 'undo-too-late', until },
      { kind: 'draft-erased' },
      { kind: 'cohort-has-begun' },
      { kind: 'applied-anew' },
      { kind: 'admission-went-on', mailbox: 'bet@helsetrust.example' },
      { kind: 'already-sent' },
      { kind: 'autosave-of-sent' },
      { kind: 'session-ended' },
    ]) {
      const [worded] = wordApplicationProblems(locale, 'drafts', [problemOfRefusal(refusal)]);
      expect(worded?.message).toMatch(/\S{2}/);
    }
  });

  it('the foot of a step says when one is signed out, whatever the kind of session', async () => {
    const words = (restSeconds: number) =>
      plain(
        renderToStaticMarkup(
          <SessionFoot
            locale={locale}
            zone="Europe/Oslo"
            aids={{ ...aids, session: { ...aids.session, restSeconds } }}
          />,
        ),
      );
    expect(words(14 * 86_400 - 60)).toContain(' 14 da');
    expect(words(8 * 3_600 - 60)).toContain(' 8 ');
    const html = renderToStaticMarkup(<SessionWarning locale={locale} aids={aids} hasForm />);
    expect(html).toContain('{time}');
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('a long text has its limit in words, an example, and room for the count', async () => {
    const html = renderToStaticMarkup(
      <TextArea
        id="motivation"
        name="motivation"
        locale={locale}
        label="?"
        hint="…"
        characterLimit={5_000}
        example={<LongTextExample locale={locale} field="motivation" />}
      />,
    );
    expect(plain(html)).toMatch(/5[\s,]000/);
    expect(html).not.toContain('maxlength');
    expect(html).toContain('{count}');
    expect(await htmlFaults(html)).toEqual([]);
  });
});
