import { beforeAll, describe, expect, it } from 'vitest';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { conclusions } from '@/lib/assessment/queries/conclusions';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import type { Person, Role } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { applies, done, openAdmission, person, refusalOf } from '../admission/stage';
import type { TestPlatform } from '../harness/platform';

const reason = 'Sykepleier med lang erfaring fra døgnpost.';

describe('concluding an application', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
  });

  it('is for officers and administrators', async () => {
    const { reference } = await applies(platform, cohortId, 'Anne');
    const input = { reference, outcome: 'qualified', reason } as const;
    for (const roles of [[], ['assessor'], ['finance'], ['reader']] as Role[][]) {
      const other = await person(platform, 'Annen', { roles });
      expect(refusalOf(await concludeApplication(platform, other, input))).toEqual({
        kind: 'forbidden',
      });
    }
    const admin = await person(platform, 'Ada Admin', { roles: ['admin'] });
    expect((await concludeApplication(platform, admin, input)).ok).toBe(true);
  });

  it('says that a reference is unknown, whatever was typed', async () => {
    for (const reference of ['7K3M-Q9TX-4WBN', 'nul\u0000', '', '../staff', 'x'.repeat(5_000)]) {
      const result = await concludeApplication(platform, officer, {
        reference,
        outcome: 'qualified',
        reason,
      });
      expect(refusalOf(result)).toEqual({ kind: 'not-found' });
    }
  });

  it('twice alike is one conclusion and the same answer, one event', async () => {
    const { reference } = await applies(platform, cohortId, 'Berit');
    const input = { reference, outcome: 'qualified', reason } as const;
    const first = done(await concludeApplication(platform, officer, input));
    platform.clock.advance(60_000);
    expect(done(await concludeApplication(platform, officer, input))).toEqual(first);
    const both = await Promise.all([
      concludeApplication(platform, officer, input),
      concludeApplication(platform, officer, input),
    ]);
    expect(both.map(done)).toEqual([first, first]);
    expect(await platform.db.conclusion.count({ where: { application: { reference } } })).toBe(1);
    const application = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    expect(application.state).toBe('qualified');
    expect(
      await platform.db.auditEvent.count({
        where: { kind: 'application-concluded', subjectId: application.id },
      }),
    ).toBe(1);
  });

  it('anew replaces the last, and keeps it', async () => {
    const { reference } = await applies(platform, cohortId, 'Cato');
    done(await concludeApplication(platform, officer, { reference, outcome: 'qualified', reason }));
    platform.clock.advance(60_000);
    const second = 'Autorisasjonen er ikke gyldig lenger.';
    done(
      await concludeApplication(platform, officer, {
        reference,
        outcome: 'not-qualified',
        reason: second,
      }),
    );
    const rows = done(await conclusions(platform, officer, { reference }));
    expect(rows.map((row) => [row.outcome, row.reason, row.by, row.replacedAt === null])).toEqual([
      ['not-qualified', second, 'Ola Opptak', true],
      ['qualified', reason, 'Ola Opptak', false],
    ]);
    await expect(
      platform.db.conclusion.updateMany({
        where: { application: { reference } },
        data: { reason: 'Noe annet enn det som ble sagt' },
      }),
    ).rejects.toThrow();
  });

  it('takes the answers from the applicant, so that nothing changes behind the conclusion', async () => {
    const { reference, applicant } = await applies(platform, cohortId, 'Dag');
    done(await concludeApplication(platform, officer, { reference, outcome: 'qualified', reason }));
    const edit = await saveStep(platform, applicant, {
      reference,
      step: 'motivation',
      mustBeComplete: true,
      answers: { motivation: 'Noe helt annet' },
    });
    expect(edit.ok).toBe(false);
  });

  it('does not replace one that another made while the officer read', async () => {
    const { reference } = await applies(platform, cohortId, 'Frida');
    const input = { reference, outcome: 'qualified', reason } as const;
    const other = await person(platform, 'Oda Opptak', { roles: ['officer'] });
    const against = 'Autorisasjonen er ikke gyldig lenger.';
    done(
      await concludeApplication(platform, other, {
        reference,
        outcome: 'not-qualified',
        reason: against,
        readConclusion: null,
      }),
    );
    const stale = await concludeApplication(platform, officer, { ...input, readConclusion: null });
    expect(refusalOf(stale)).toEqual({
      kind: 'conclusion-changed',
      name: 'Oda Opptak',
      outcome: 'not-qualified',
    });
    const [standing] = done(await conclusions(platform, officer, { reference }));
    const seen = { ...input, readConclusion: standing?.id ?? '' };
    const first = done(await concludeApplication(platform, officer, seen));
    platform.clock.advance(60_000);
    expect(done(await concludeApplication(platform, officer, seen))).toEqual(first);
  });

  it('is not for the officer’s own application', async () => {
    const { reference, applicant } = await applies(platform, cohortId, 'Guro');
    const own = { ...applicant, roles: ['officer'] } as const;
    const input = { reference, outcome: 'qualified', reason } as const;
    const refused = { kind: 'own-application' };
    expect(refusalOf(await concludeApplication(platform, own, input))).toEqual(refused);
    done(await concludeApplication(platform, officer, input));
    expect(refusalOf(await concludeApplication(platform, own, input))).toEqual(refused);
  });

  it('on answers that changed while the officer read is refused, and says which revision is newest', async () => {
    const { reference, applicant } = await applies(platform, cohortId, 'Eva');
    done(
      await saveStep(platform, applicant, {
        reference,
        step: 'motivation',
        mustBeComplete: true,
        answers: { motivation: 'Bedre begrunnet nå' },
      }),
    );
    const input = { reference, outcome: 'qualified', reason } as const;
    expect(
      refusalOf(await concludeApplication(platform, officer, { ...input, readRevision: 1 })),
    ).toEqual({ kind: 'application-changed', revision: 2 });
    expect((await concludeApplication(platform, officer, { ...input, readRevision: 2 })).ok).toBe(
      true,
    );
  });
});
