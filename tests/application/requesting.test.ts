import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { documentsMaximum } from '@/lib/application/rules/answers';
import { requestDocumentsMaximum } from '@/lib/application/rules/information-request';
import { answerInformationRequest } from '@/lib/application/use-cases/answer-information-request';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { attachRequestedDocument } from '@/lib/application/use-cases/attach-requested-document';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { removeRequestedDocument } from '@/lib/application/use-cases/remove-requested-document';
import { requestInformation } from '@/lib/application/use-cases/request-information';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import { moveCohortState } from '@/lib/programme/use-cases/move-cohort-state';
import { documentForDownload } from '@/lib/application/queries/document-for-download';
import { myApplication } from '@/lib/application/queries/my-application';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { myApplications } from '@/lib/application/queries/my-applications';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { roles, type Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import {
  applies,
  done,
  moments,
  openAdmission,
  person,
  refusalOf,
  type Applied,
} from '../admission/stage';
import type { TestPlatform } from '../harness/platform';
import { appliesInTime, asks, dueOn, question } from './asking';
import { isStored, uploaded } from './stage';
import { spaced } from '../harness/words';

const reason = 'Vi fant det i vitnemålet.';

describe('a request for more', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission({ connections: 12 }));
  });

  beforeEach(() => {
    platform.clock.set(moments.open);
  });

  const applied = (name: string, options: Parameters<typeof appliesInTime>[2] = {}) =>
    appliesInTime({ platform, cohortId }, name, options);

  const ask = (to: Applied, given: Parameters<typeof asks>[2] = {}) =>
    asks({ platform, officer }, to, given);

  const answer = (
    from: Applied,
    given: Partial<Parameters<typeof answerInformationRequest>[2]> = {},
  ) =>
    answerInformationRequest(platform, from.applicant, {
      reference: from.reference,
      number: 1,
      answer: 'Tre år, siden 2024.',
      file: null,
      ...given,
    });

  const takeBack = (from: Applied, number = 1) =>
    withdrawInformationRequest(platform, officer, { reference: from.reference, number, reason });

  const rowOf = ({ reference }: Applied) =>
    platform.db.application.findUniqueOrThrow({ where: { reference } });

  const lettersOf = async (to: Applied, kind: string) =>
    platform.db.letter.findMany({
      where: { kind, applicationId: (await rowOf(to)).id },
      orderBy: { id: 'asc' },
    });

  const eventsOf = async (about: Applied, kind: string) =>
    platform.db.auditEvent.findMany({
      where: { kind, subjectId: (await rowOf(about)).id },
      orderBy: { id: 'asc' },
    });

  it('reaches the applicant in a letter in their language, which says what and by when, and is logged', async () => {
    const applicant = await applied('Anne', { locale: 'nn' });
    expect(done(await ask(applicant))).toEqual({ number: 1 });
    const [letter] = await lettersOf(applicant, 'information-requested');
    expect(letter).toMatchObject({ toAddress: applicant.applicant.email, locale: 'nn' });
    expect(spaced(letter?.subject ?? '')).toBe('Vi treng meir frå deg innan 20. juni 2027');
    expect(letter?.text).toContain(question);
    expect(letter?.text).toContain(`/nn/applications/${applicant.reference}/requests/1`);
    expect(await eventsOf(applicant, 'information-requested')).toMatchObject([
      { actorId: officer.userId, cohortId, after: { number: 1, asks: 'answer', dueOn } },
    ]);
    const mine = await myApplication(platform, applicant.applicant, applicant);
    expect(mine?.requests).toMatchObject([
      { number: 1, asks: 'answer', question, dueOn, state: 'open', answerable: true },
    ]);
    expect((await myApplications(platform, applicant.applicant)).applications[0]).toMatchObject({
      awaited: { number: 1, dueOn },
    });
  });

  it('twice the same is one, with one letter, also twenty times at once; by another day it is refused', async () => {
    const applicant = await applied('Berit');
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(applicant)));
    expect(all.map((result) => done(result).number)).toEqual(Array(20).fill(1));
    expect(await lettersOf(applicant, 'information-requested')).toHaveLength(1);
    expect(await eventsOf(applicant, 'information-requested')).toHaveLength(1);
    const later = localDate('2027-06-25');
    expect(refusalOf(await ask(applicant, { dueOn: later }))).toEqual({
      kind: 'already-asked',
      dueOn,
    });
    expect(done(await ask(applicant, { question: 'Send oss autorisasjonen.' })).number).toBe(2);
  });

  it('is counted for staff while it is open, and found in the table', async () => {
    const [waits, answers] = [await applied('Bente'), await applied('Bjarne')];
    const found = async () => {
      const table = done(await staffApplications(platform, officer, { cohortId, awaits: true }));
      const { awaited } = done(await cohortAdmission(platform, officer, { cohortId }));
      expect([table.rows.length, table.matching]).toEqual([awaited, awaited]);
      expect(table.awaited).toBe(awaited);
      return table.rows.map(({ reference }) => reference);
    };
    const before = await found();
    done(await ask(waits));
    done(await ask(waits, { question: 'Og hvem er lederen din?' }));
    done(await ask(answers));
    expect(await found()).toEqual([...before, waits.reference, answers.reference]);
    done(await answer(answers));
    expect(await found()).toEqual([...before, waits.reference]);
    const { reference } = waits;
    done(await withdrawApplication(platform, waits.applicant, { reference, reason: '' }));
    expect(await found()).toEqual(before);
  });

  it('is due from tomorrow to the day before answers to offers are', async () => {
    const applicant = await applied('Cato');
    const dueAt = async (day: string) => refusalOf(await ask(applicant, { dueOn: localDate(day) }));
    expect(await dueAt('2027-06-10')).toEqual({ kind: 'due-too-early', earliest: '2027-06-11' });
    expect(await dueAt('2027-07-31')).toEqual({ kind: 'due-too-late', latest: '2027-07-30' });
    done(await ask(applicant, { dueOn: localDate('2027-06-11') }));
    done(await ask(applicant, { dueOn: localDate('2027-07-30'), question: 'Noe helt annet?' }));
  });

  it('is for an officer or an admin to make and to take back, and for the applicant alone to answer', async () => {
    const applicant = await applied('Dina');
    for (const role of roles) {
      const actor = await person(platform, role, { roles: [role] });
      const input = { reference: applicant.reference, asks: 'answer', question, dueOn } as const;
      const allowed = role === 'officer' || role === 'admin';
      expect((await requestInformation(platform, actor, input)).ok, role).toBe(allowed);
      const back = { reference: applicant.reference, number: 2, reason };
      expect(refusalOf(await withdrawInformationRequest(platform, actor, back))?.kind, role).toBe(
        allowed ? 'not-found' : 'forbidden',
      );
    }
    const stranger = await person(platform, 'Fremmed');
    expect(refusalOf(await answer({ ...applicant, applicant: stranger }))?.kind).toBe('not-found');
    expect(refusalOf(await answer(applicant, { number: 7 }))?.kind).toBe('not-found');
    expect(refusalOf(await answer(applicant, { number: Number.NaN }))?.kind).toBe('not-found');
    expect(await myApplication(platform, stranger, applicant)).toBeNull();
    const own: Person = { ...applicant.applicant, roles: ['officer'] };
    const input = { reference: applicant.reference, asks: 'answer', question, dueOn } as const;
    expect(refusalOf(await requestInformation(platform, own, input))?.kind).toBe('own-application');
  });

  it('cannot be made of a draft, one that is withdrawn, one that is concluded', async () => {
    const [withdrawn, concluded] = [await applied('Eli'), await applied('Frida')];
    done(
      await withdrawApplication(platform, withdrawn.applicant, {
        reference: withdrawn.reference,
        reason: '',
      }),
    );
    expect(refusalOf(await ask(withdrawn))?.kind).toBe('application-withdrawn');
    done(
      await concludeApplication(platform, officer, {
        reference: concluded.reference,
        outcome: 'qualified',
        reason: 'Oppfyller alle kravene.',
      }),
    );
    expect(refusalOf(await ask(concluded))?.kind).toBe('already-concluded');
    const draft = { ...concluded, reference: 'AAAA-BBBB-CCCC' };
    expect(refusalOf(await ask(draft))?.kind).toBe('not-found');
  });

  it('is answered after the application deadline, and arrival stays as it was', async () => {
    const applicant = await applied('Geir');
    const before = await rowOf(applicant);
    done(await ask(applicant));
    platform.clock.set(new Date('2027-06-20T21:59:59.999Z'));
    expect(done(await answer(applicant))).toMatchObject({ late: false });
    const { receivedAt, arrivalNumber, state, answers } = await rowOf(applicant);
    expect({ receivedAt, arrivalNumber, state, answers }).toEqual({
      receivedAt: before.receivedAt,
      arrivalNumber: before.arrivalNumber,
      state: before.state,
      answers: before.answers,
    });
    const [receipt] = await lettersOf(applicant, 'information-answered');
    expect(receipt?.subject).toBe('Vi har fått svaret ditt');
    const [told] = await lettersOf(applicant, 'information-answered-mailbox');
    expect(told?.text).toContain(question);
    // What was answered stands in the case, not in a mailbox.
    expect(told?.text).not.toContain('Tre år');
    const seen = done(await staffApplication(platform, officer, applicant));
    expect(seen.requests).toMatchObject([
      {
        number: 1,
        state: 'answered',
        answer: 'Tre år, siden 2024.',
        late: false,
        by: officer.name,
      },
    ]);
    const events = await myTimeline(platform, applicant.applicant, applicant);
    expect(events?.at(-1)).toMatchObject({ kind: 'information-request-answered', request: 1 });
    expect((await myApplications(platform, applicant.applicant)).applications[0]?.awaited).toBe(
      null,
    );
  });

  it('answered a millisecond after its day is late, and says so to all', async () => {
    const applicant = await applied('Hans');
    done(await ask(applicant));
    platform.clock.set(new Date('2027-06-20T22:00:00.000Z'));
    expect(done(await answer(applicant))).toMatchObject({ late: true });
    const [receipt] = await lettersOf(applicant, 'information-answered');
    expect(receipt?.text).toContain('etter fristen');
    const seen = done(await staffApplication(platform, officer, applicant));
    expect(seen.requests).toMatchObject([{ late: true }]);
  });

  it('answered twice with the same is one answer; another one finds the first standing', async () => {
    const applicant = await applied('Ida');
    done(await ask(applicant));
    const first = done(await answer(applicant));
    platform.clock.advance(60_000);
    expect(done(await answer(applicant))).toEqual(first);
    expect(await lettersOf(applicant, 'information-answered')).toHaveLength(1);
    expect(refusalOf(await answer(applicant, { answer: 'Fire år.' }))?.kind).toBe(
      'request-answered',
    );
  });

  it('answered in two ways at once keeps one, and tells the other', async () => {
    const applicant = await applied('Jon');
    done(await ask(applicant));
    const answers = ['Tre år.', 'Fire år.', 'Fem år.', 'Seks år.'];
    const all = await Promise.all(answers.map((words) => answer(applicant, { answer: words })));
    expect(all.filter((result) => result.ok)).toHaveLength(1);
    expect(all.flatMap((result) => refusalOf(result)?.kind ?? [])).toEqual(
      Array(3).fill('request-answered'),
    );
    expect(await eventsOf(applicant, 'information-request-answered')).toHaveLength(1);
  });

  it('answered in two ways at once goes wrong without the lock: that is what the lock is for', async () => {
    const unlocked = { ...platform, locks: 'off' as const };
    let both = 0;
    for (let round = 0; round < 10 && both === 0; round += 1) {
      const applicant = await applied(`Jonas ${round}`);
      done(await ask(applicant));
      const given = await Promise.all(
        ['Tre år.', 'Fire år.', 'Fem år.', 'Seks år.'].map((words) =>
          answerInformationRequest(unlocked, applicant.applicant, {
            ...{ reference: applicant.reference, number: 1, answer: words, file: null },
          }),
        ),
      );
      both = given.filter((result) => result.ok).length > 1 ? 1 : 0;
    }
    expect(both).toBe(1);
  });

  it('answered while it is taken back: whoever comes first stands, and the other is told', async () => {
    for (let round = 0; round < 6; round += 1) {
      const applicant = await applied(`Kari ${round}`);
      done(await ask(applicant));
      const [given, taken] = await Promise.all([answer(applicant), takeBack(applicant)]);
      expect(given.ok !== taken.ok).toBe(true);
      const told = given.ok ? refusalOf(taken)?.kind : refusalOf(given)?.kind;
      expect(told).toBe(given.ok ? 'request-answered' : 'request-withdrawn');
    }
  });

  it('answered while it is taken back goes wrong without the lock: only a constraint is left to say no', async () => {
    const unlocked = { ...platform, locks: 'off' as const };
    let isWrong = false;
    for (let round = 0; round < 20 && !isWrong; round += 1) {
      const one = await applied(`Kasper ${round}`);
      const { applicant, reference } = one;
      done(await ask(one));
      const outcomes = await Promise.allSettled([
        answerInformationRequest(unlocked, applicant, {
          ...{ reference, number: 1, answer: 'Tre år.', file: null },
        }),
        withdrawInformationRequest(unlocked, officer, { reference, number: 1, reason }),
      ]);
      const isTold = outcomes.some((each) => each.status === 'fulfilled' && !each.value.ok);
      isWrong = !isTold;
    }
    expect(isWrong).toBe(true);
  });

  it('taken back is told of by letter without the reason, which is logged; once', async () => {
    const applicant = await applied('Lars');
    done(await ask(applicant));
    done(await takeBack(applicant));
    done(await takeBack(applicant));
    const letters = await lettersOf(applicant, 'information-request-withdrawn');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe('Du trenger ikke svare på det vi ba om');
    expect(letters[0]?.text).not.toContain(reason);
    expect(await eventsOf(applicant, 'information-request-withdrawn')).toMatchObject([
      { reason, actorId: officer.userId },
    ]);
    expect(refusalOf(await answer(applicant))?.kind).toBe('request-withdrawn');
  });

  it('for an answer needs words; for a document, a document or words on why there is none', async () => {
    const applicant = await applied('Mona');
    done(await ask(applicant));
    done(await ask(applicant, { asks: 'document', question: 'Send autorisasjonen din.' }));
    done(await ask(applicant, { asks: 'document', question: 'Send kursbeviset ditt.' }));
    expect(refusalOf(await answer(applicant, { answer: null }))?.kind).toBe('answer-missing');
    expect(refusalOf(await answer(applicant, { number: 2, answer: null }))?.kind).toBe(
      'document-missing',
    );
    const file = await uploaded(platform, 'autorisasjon.pdf');
    done(await answer(applicant, { number: 2, answer: null, file }));
    done(await answer(applicant, { number: 3, answer: 'Det ble borte i en flytting.' }));
    const seen = done(await staffApplication(platform, officer, applicant));
    expect(seen.requests[1]?.documents).toMatchObject([{ filename: 'autorisasjon.pdf' }]);
    expect(seen.documents.map(({ filename }) => filename)).toContain('autorisasjon.pdf');
  });

  it('takes several documents, which staff see when the answer is sent, and which can be removed until then', async () => {
    const applicant = await applied('Nils');
    done(await ask(applicant, { asks: 'document', question: 'Send attestene dine.' }));
    const { reference } = applicant;
    const attach = async (name: string) =>
      attachRequestedDocument(platform, applicant.applicant, {
        reference,
        number: 1,
        answer: 'Her er',
        file: await uploaded(platform, name),
      });
    const first = done(await attach('en.pdf'));
    expect(done(await attach('en.pdf'))).toEqual({ ...first, isNew: false });
    const second = done(await attach('to.pdf'));
    const unsent = done(await staffApplication(platform, officer, applicant));
    expect(unsent.documents).toEqual([]);
    expect(unsent.requests).toMatchObject([{ answer: null, documents: [] }]);
    const removal = { reference, number: 1, documentId: second.documentId, answer: 'Her er den' };
    done(await removeRequestedDocument(platform, applicant.applicant, removal));
    done(await removeRequestedDocument(platform, applicant.applicant, removal));
    const written = await myApplication(platform, applicant.applicant, applicant);
    expect(written?.requests).toMatchObject([{ answer: 'Her er den', documentsLeft: 4 }]);
    done(await answer(applicant, { answer: null }));
    const seen = done(await staffApplication(platform, officer, applicant));
    expect(seen.documents.map(({ filename }) => filename)).toEqual(['en.pdf']);
    const kept = { ...removal, documentId: first.documentId };
    expect(
      refusalOf(await removeRequestedDocument(platform, applicant.applicant, kept))?.kind,
    ).toBe('request-answered');
    expect(refusalOf(await attach('tre.pdf'))?.kind).toBe('request-answered');
  });

  it('can be answered by somebody who has used all their documents, with a few of its own', async () => {
    const applicant = await applies(platform, cohortId, 'Odd');
    const { reference } = applicant;
    for (let each = 0; each < documentsMaximum; each += 1) {
      const file = await uploaded(platform, `vedlegg ${each}.pdf`);
      done(
        await attachDocument(platform, applicant.applicant, {
          reference,
          documents: 'other',
          file,
        }),
      );
    }
    done(await ask(applicant, { asks: 'document', question: 'Send attestene dine.' }));
    for (let each = 0; each < requestDocumentsMaximum; each += 1) {
      const file = await uploaded(platform, `attest ${each}.pdf`);
      done(
        await attachRequestedDocument(platform, applicant.applicant, {
          ...{ reference, number: 1, answer: null, file },
        }),
      );
    }
    const file = await uploaded(platform, 'en for mye.pdf');
    expect(refusalOf(await answer(applicant, { file }))).toEqual({
      kind: 'too-many-documents',
      maximum: requestDocumentsMaximum,
    });
    expect(await isStored(platform, file.key)).toBe(false);
    const mine = await myApplication(platform, applicant.applicant, applicant);
    expect(mine?.documentsLeft).toBe(0);
    done(await answer(applicant));
    // Sent before the deadline, and part of the answer: it is not removed with the others.
    const answered = await myApplication(platform, applicant.applicant, applicant);
    const sent = answered?.documents.find(({ filename }) => filename === 'attest 0.pdf');
    const removal = { reference, documentId: sent?.id ?? '' };
    expect(refusalOf(await removeDocument(platform, applicant.applicant, removal))?.kind).toBe(
      'not-found',
    );
  });

  it('has documents that staff read when the answer is sent, and not before', async () => {
    const applicant = await applied('Pernille');
    done(await ask(applicant, { asks: 'document', question: 'Send attestene dine.' }));
    const file = await uploaded(platform, 'ikke sendt.pdf');
    const { reference } = applicant;
    const kept = { reference, number: 1, answer: null, file };
    const { documentId } = done(await attachRequestedDocument(platform, applicant.applicant, kept));
    const mayRead = async (reader: Person) =>
      (await documentForDownload(platform, reader, { documentId })).ok;
    expect([await mayRead(applicant.applicant), await mayRead(officer)]).toEqual([true, false]);
    done(await answer(applicant));
    expect([await mayRead(applicant.applicant), await mayRead(officer)]).toEqual([true, true]);
  });

  it('taken back removes what was uploaded for it and never sent', async () => {
    const applicant = await applied('Per');
    done(await ask(applicant, { asks: 'document', question: 'Send attestene dine.' }));
    const file = await uploaded(platform, 'halvveis.pdf');
    const { reference } = applicant;
    done(
      await attachRequestedDocument(platform, applicant.applicant, {
        ...{ reference, number: 1, answer: null, file },
      }),
    );
    expect(await isStored(platform, file.key)).toBe(true);
    done(await takeBack(applicant));
    expect(await isStored(platform, file.key)).toBe(false);
    expect(done(await staffApplication(platform, officer, applicant)).documents).toEqual([]);
  });

  it('leaves no bytes behind when its file is refused, or comes too late', async () => {
    const applicant = await applied('Randi');
    done(await ask(applicant));
    const bad = await uploaded(platform, 'program.pdf', 'exe');
    expect(refusalOf(await answer(applicant, { file: bad }))?.kind).toBe('file-kind-not-taken');
    expect(await isStored(platform, bad.key)).toBe(false);
    done(await takeBack(applicant));
    const late = await uploaded(platform, 'sent.pdf');
    expect(refusalOf(await answer(applicant, { file: late }))?.kind).toBe('request-withdrawn');
    expect(await isStored(platform, late.key)).toBe(false);
  });

  it('holds the conclusion back until its day is over, unless it is taken back', async () => {
    const [waits, freed] = [await applied('Siri'), await applied('Tor')];
    done(await ask(waits));
    done(await ask(freed));
    const conclude = ({ reference }: Applied) =>
      concludeApplication(platform, officer, {
        reference,
        outcome: 'qualified',
        reason: 'Oppfyller alle kravene.',
      });
    const awaited = { kind: 'request-awaited', dueOn };
    expect(refusalOf(await conclude(waits))).toEqual(awaited);
    done(await takeBack(freed));
    done(await conclude(freed));
    platform.clock.set(new Date('2027-06-20T21:59:59.999Z'));
    expect(refusalOf(await conclude(waits))).toEqual(awaited);
    platform.clock.advance(1);
    done(await conclude(waits));
    // Until the ranking is locked an answer still reaches the officer; what it meets tells nothing.
    done(await answer(waits));
    const [told] = await lettersOf(waits, 'information-answered-mailbox');
    expect(told?.text).toContain('Søknaden hadde en konklusjon da svaret kom');
    const mine = await myApplication(platform, waits.applicant, waits);
    expect(mine?.state).toBe('submitted');
  });
});

describe('a request for more and the ranking', () => {
  it('is closed by the lock: neither asked nor answered after it', async () => {
    const { platform, cohortId, officer } = await openAdmission();
    const system = { kind: 'system', job: 'test' } as const;
    const applicant = await applies(platform, cohortId, 'Anne');
    const { reference } = applicant;
    done(await asks({ platform, officer }, applicant));
    done(await moveCohortState(platform, system, { cohortId, to: 'assessing' }));
    platform.clock.set(new Date('2027-06-21T08:00:00Z'));
    done(
      await concludeApplication(platform, officer, {
        ...{ reference, outcome: 'qualified' as const, reason: 'Oppfyller alle kravene.' },
      }),
    );
    done(await lockRanking(platform, officer, { cohortId }));
    const again = { reference, asks: 'answer', question: 'Og hvorfor det?', dueOn } as const;
    expect(refusalOf(await requestInformation(platform, officer, again))?.kind).toBe(
      'requests-closed',
    );
    expect(
      refusalOf(
        await answerInformationRequest(platform, applicant.applicant, {
          ...{ reference, number: 1, answer: 'Her.', file: null },
        }),
      )?.kind,
    ).toBe('requests-closed');
    const mine = await myApplication(platform, applicant.applicant, { reference });
    expect(mine?.requests).toMatchObject([{ state: 'open', answerable: false }]);
  });
});
