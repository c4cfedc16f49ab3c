import { beforeAll, describe, expect, it } from 'vitest';
import { changedLines } from '@/components/application/compare-lines';
import { chosenRevisions, compareRevisions } from '@/components/application/revision-comparison';
import { myRevisions, type MyRevisions } from '@/lib/application/queries/my-revisions';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import { done, moments, openCohort, person } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { byWork, fillsIn, psychologist, startsDraft, uploaded } from './stage';

describe('what is different between two versions', () => {
  const line = (key: string, value: string) => ({ key, term: key.toUpperCase(), value });

  it('is what has another answer, also where a question came or went', () => {
    expect(
      changedLines(
        [line('a', '1'), line('b', '2'), line('gone', '3'), line('empty', '')],
        [line('b', '2'), line('a', '9'), line('new', '4'), line('none', '')],
      ),
    ).toEqual([
      { key: 'a', term: 'A', before: '1', after: '9' },
      { key: 'new', term: 'NEW', before: '', after: '4' },
      { key: 'gone', term: 'GONE', before: '3', after: '' },
    ]);
  });
});

describe('the versions of one’s own application', () => {
  let platform: TestPlatform;
  let applicant: Person;
  let reference: string;

  const read = async (): Promise<MyRevisions> => {
    const own = await myRevisions(platform, applicant, { reference });
    if (own === null) throw new Error('No revisions.');
    return own;
  };
  const compared = (own: MyRevisions, from?: string, to?: string) =>
    compareRevisions('nb', own, chosenRevisions(own.revisions, { from, to }));
  const attach = async (name: string) => {
    platform.clock.advance(60_000);
    const file = await uploaded(platform, name);
    return done(
      await attachDocument(platform, applicant, { reference, documents: 'education', file }),
    ).documentId;
  };
  const write = async (motivation: string) => {
    platform.clock.advance(60_000);
    const step = { reference, step: 'motivation', mustBeComplete: true } as const;
    done(await saveStep(platform, applicant, { ...step, answers: { motivation } }));
  };

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    await openCohort(platform);
    applicant = await person(platform, 'Kari');
    reference = await fillsIn(platform, applicant);
    const first = await attach('første.pdf');
    platform.clock.advance(60_000);
    done(await submitApplication(platform, applicant, { reference }));
    await attach('andre.pdf');
    platform.clock.advance(60_000);
    done(await removeDocument(platform, applicant, { reference, documentId: first }));
    await write('Andre versjon.');
    await write('Tredje versjon.');
    await attach('tredje.pdf');
  });

  it('are the newest against the one before, when nothing else is asked for', async () => {
    const { from, to, steps, added, removed } = compared(await read());
    expect([from.number, to.number]).toEqual([2, 3]);
    expect(steps.flatMap(({ changes }) => changes)).toMatchObject([
      { key: 'motivation', before: 'Andre versjon.', after: 'Tredje versjon.' },
    ]);
    expect({ added, removed }).toEqual({ added: ['tredje.pdf'], removed: [] });
  });

  it('are any two, the earlier first, with the documents that came and went between them', async () => {
    const own = await read();
    for (const [from, to] of [
      ['1', '3'],
      ['3', '1'],
    ] as const) {
      const all = compared(own, from, to);
      expect([all.from.number, all.to.number]).toEqual([1, 3]);
      expect(all.steps.flatMap(({ changes }) => changes)).toMatchObject([
        { before: psychologist.motivation.motivation, after: 'Tredje versjon.' },
      ]);
      expect(all.added).toEqual(['andre.pdf', 'tredje.pdf']);
      expect(all.removed).toEqual(['første.pdf']);
    }
    expect(compared(own, '1', '2').added).toEqual(['andre.pdf']);
  });

  it.each([
    ['1', '1'],
    ['0', '9'],
    ['x', undefined],
    ['1e0', '3'],
  ])('fall back to the newest two for an address with %s and %s', async (from, to) => {
    const back = compared(await read(), from, to);
    expect([back.from.number, back.to.number]).toEqual([2, 3]);
  });

  it('have work counted to different days, which is no change of anything', async () => {
    platform.clock.set(moments.open);
    const other = await person(platform, 'Berit');
    const own = await fillsIn(platform, other, { ...psychologist, category: byWork });
    for (const documents of ['work', 'course'] as const) {
      const file = await uploaded(platform, `${documents}.pdf`);
      done(await attachDocument(platform, other, { reference: own, documents, file }));
    }
    done(await submitApplication(platform, other, { reference: own }));
    const change = async (step: StepToSave) => {
      platform.clock.advance(40 * 86_400_000);
      done(await saveStep(platform, other, step));
    };
    const mustBeComplete = true;
    const answers = { motivation: 'Førti dager senere.' };
    await change({ reference: own, step: 'motivation', mustBeComplete, answers });
    const [period] = byWork.workPeriods;
    if (period === undefined) throw new Error('Nobody qualifies by no work.');
    const workPeriods = [{ ...period, percent: 90 }];
    const category = { ...byWork, workPeriods };
    await change({ reference: own, step: 'category', mustBeComplete, answers: category });
    const all = await myRevisions(platform, other, { reference: own });
    if (all === null) throw new Error('No revisions.');
    const keys = (from: string, to: string) =>
      compared(all, from, to).steps.flatMap(({ changes }) => changes.map(({ key }) => key));
    expect(keys('1', '2')).toEqual(['motivation']);
    expect(keys('2', '3')).toEqual(['workPeriods', 'work-total']);
  });

  it('are for their own applicant, from the arrival on', async () => {
    const other = await person(platform, 'Ola', { roles: ['admin'] });
    expect(await myRevisions(platform, other, { reference })).toBeNull();
    const draft = await startsDraft(platform, other);
    expect(await myRevisions(platform, other, { reference: draft })).toBeNull();
    expect((await read()).revisions.map(({ own }) => own)).toEqual([true, true, true]);
  });
});
