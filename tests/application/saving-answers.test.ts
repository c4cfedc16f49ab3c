import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postAnswer } from '@/app/api/[locale]/applications/[reference]/requests/[number]/route';
import { myApplication } from '@/lib/application/queries/my-application';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { requestLengths } from '@/lib/application/rules/information-request';
import { answerInformationRequest } from '@/lib/application/use-cases/answer-information-request';
import {
  saveRequestAnswer,
  type AnswerToSave,
} from '@/lib/application/use-cases/save-request-answer';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import type { Person } from '@/lib/kernel/actor';
import { readPrints, shownAnswer } from '@/lib/application/section-prints';
import {
  done,
  openAdmission,
  person,
  refusalOf,
  type Applied,
  type OpenAdmission,
} from '../admission/stage';
import { appliesInTime, asks } from './asking';
import { posts, problemsOf, routesWorkOn, signsIn } from './posting';

let stage: OpenAdmission;

beforeAll(async () => {
  stage = await openAdmission();
  routesWorkOn(stage.platform);
});

const asked = async (name: string): Promise<Applied> => {
  const applied = await appliesInTime(stage, name);
  done(await asks(stage, applied));
  return applied;
};

const saves = (
  { reference, applicant }: Applied,
  answer: string | null,
  autosave?: AnswerToSave['autosave'],
) =>
  saveRequestAnswer(stage.platform, applicant, {
    ...{ reference, number: 1, answer },
    ...(autosave === undefined ? {} : { autosave }),
  });

/** What a page sends by itself that was shown while `kept` was what was kept. */
const shown = (kept: string | null) => ({ shown: readPrints(shownAnswer(kept)) });

const keptOf = async (applied: Applied) =>
  (await myApplication(stage.platform, applied.applicant, applied))?.requests[0]?.answer;

const eventsOf = async ({ reference }: Applied) => {
  const { db } = stage.platform;
  const { id } = await db.application.findUniqueOrThrow({ where: { reference } });
  return db.auditEvent.findMany({
    where: { subjectId: id, kind: 'information-request-answer-saved' },
    orderBy: { id: 'asc' },
  });
};

describe('an answer that is saved for later', () => {
  it('stands there for whoever writes it, and staff are told neither of it nor what it says', async () => {
    const applied = await asked('Anne');
    done(await saves(applied, 'Tre år, tror jeg.'));
    expect(await keptOf(applied)).toBe('Tre år, tror jeg.');
    const seen = done(await staffApplication(stage.platform, stage.officer, applied));
    expect(seen.requests).toMatchObject([{ state: 'open', answer: null }]);
    expect(JSON.stringify(seen)).not.toContain('tror jeg');
    expect(JSON.stringify(seen)).not.toContain('answer-saved');
    expect(await eventsOf(applied)).toMatchObject([
      { actorId: applied.applicant.userId, after: { request: 1 } },
    ]);
  });

  it('saved twice is one act, and emptied is kept as empty', async () => {
    const applied = await asked('Berit');
    done(await saves(applied, 'Tre år.'));
    done(await saves(applied, 'Tre år.'));
    expect(await eventsOf(applied)).toHaveLength(1);
    done(await saves(applied, null));
    expect(await keptOf(applied)).toBeNull();
  });

  it('is its applicant’s alone to save, and not after it was sent or was let go', async () => {
    const applied = await asked('Cato');
    const { reference } = applied;
    const stranger: Person = await person(stage.platform, 'Fremmed');
    const theirs = { ...applied, applicant: stranger };
    expect(refusalOf(await saves(theirs, 'Nei.'))?.kind).toBe('not-found');
    const other = { reference, number: 9, answer: 'Nei.' };
    const notThere = await saveRequestAnswer(stage.platform, applied.applicant, other);
    expect(refusalOf(notThere)?.kind).toBe('not-found');
    const bySystem = { kind: 'system', job: 'send-letter' } as const;
    const input = { reference, number: 1, answer: 'Nei.' };
    expect(refusalOf(await saveRequestAnswer(stage.platform, bySystem, input))?.kind).toBe(
      'forbidden',
    );
    const sent = { ...input, answer: 'Tre år.', file: null };
    done(await answerInformationRequest(stage.platform, applied.applicant, sent));
    expect(refusalOf(await saves(applied, 'Fire år.'))?.kind).toBe('request-answered');
    expect(await keptOf(applied)).toBe('Tre år.');
    const released = await asked('Dina');
    const back = { reference: released.reference, number: 1, reason: 'Vi fant det likevel.' };
    done(await withdrawInformationRequest(stage.platform, stage.officer, back));
    expect(refusalOf(await saves(released, 'Fire år.'))?.kind).toBe('request-withdrawn');
  });

  it('by a page of its own accord never takes away what another window has saved; what is pressed stands', async () => {
    const applied = await asked('Eli');
    const first = done(await saves(applied, 'Først.', shown(null)));
    expect(first.shown).toBe(shownAnswer('Først.'));
    done(await saves(applied, 'Først og så.', shown('Først.')));
    expect(refusalOf(await saves(applied, 'I et eldre vindu.', shown(null)))?.kind).toBe(
      'changed-elsewhere',
    );
    expect(await keptOf(applied)).toBe('Først og så.');
    done(await saves(applied, 'I et eldre vindu.'));
    expect(await keptOf(applied)).toBe('I et eldre vindu.');
  });

  it('by a page of its own accord is one event in ten minutes', async () => {
    const applied = await asked('Frida');
    done(await saves(applied, 'En', shown(null)));
    done(await saves(applied, 'En to', shown('En')));
    expect(await eventsOf(applied)).toHaveLength(1);
    stage.platform.clock.advance(10 * 60_000 + 1);
    done(await saves(applied, 'En to tre', shown('En to')));
    expect(await eventsOf(applied)).toHaveLength(2);
    done(await saves(applied, 'En to tre fire'));
    expect(await eventsOf(applied)).toHaveLength(3);
  });
});

describe('the form of an answer', () => {
  const opened = async (name: string) => {
    const applied = await asked(name);
    const applicant = await signsIn(stage.platform, applied.applicant);
    const params = { reference: applied.reference, number: '1' };
    const sends = (fields: Record<string, string | File>) =>
      posts(postAnswer, applicant, { params, fields });
    return { applied, sends, own: `/nb/applications/${applied.reference}` };
  };

  it('saved for later leads to the application, and takes a chosen file along', async () => {
    const { applied, sends, own } = await opened('Geir');
    const response = await sends({ answer: 'Tre år.', _intent: 'later' });
    expect(await response.json()).toEqual({ to: `${own}?saved=answer` });
    expect(await keptOf(applied)).toBe('Tre år.');
    const pdf = '%PDF-1.7\n% attest\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n';
    const withFile = await sends({
      ...{ answer: 'Fire år.', _intent: 'later' },
      file: new File([pdf], 'attest.pdf'),
    });
    expect(await withFile.json()).toEqual({ to: `${own}?saved=answer` });
    const mine = await myApplication(stage.platform, applied.applicant, applied);
    expect(mine?.requests).toMatchObject([
      { state: 'open', answer: 'Fire år.', documents: [{ filename: 'attest.pdf' }] },
    ]);
  });

  it('that is saved by itself is told when, and what to carry; an answer that is too long, that it is', async () => {
    const { sends, own } = await opened('Hans');
    const saved = await sends({ answer: 'Tre', _shown: shownAnswer(null), _intent: 'autosave' });
    expect(await saved.json()).toEqual({
      to: `${own}/requests/1`,
      said: expect.stringMatching(/^Lagret kl\.\s\d\d\.\d\d$/) as string,
      shown: shownAnswer('Tre'),
    });
    const stale = await sends({ answer: 'Fire', _shown: shownAnswer(null), _intent: 'autosave' });
    expect(await problemsOf(stale)).toEqual([': changed-elsewhere']);
    const long = 'x'.repeat(requestLengths.answer + 1);
    expect(await problemsOf(await sends({ answer: long, _intent: 'later' }))).toEqual([
      'answer: too-long',
    ]);
  });

  it('can be sent by whoever has written for ten minutes, while the page saved by itself all along', async () => {
    const { applied, sends } = await opened('Ivar');
    let shownNow = shownAnswer(null);
    // A page saves after a rest of three seconds, and so 200 times in ten minutes at the most.
    for (let time = 1; time <= 200; time += 1) {
      const fields = { answer: `Tre år ${time}`, _shown: shownNow, _intent: 'autosave' };
      const saved = (await (await sends(fields)).json()) as { shown?: string };
      expect(saved.shown).toBe(shownAnswer(`Tre år ${time}`));
      shownNow = saved.shown ?? '';
    }
    const sent = await sends({ answer: 'Tre år.', _intent: 'send' });
    expect(sent.status).toBe(200);
    expect(await keptOf(applied)).toBe('Tre år.');
  });
});
