import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/kernel/time';
import type { VerifiedAnchoring } from '@/lib/application/rules/anchoring';
import { emptySections, type WorkplaceAnswers } from '@/lib/application/rules/answers';
import { isKyrLeftOpen, kyrIsKnown } from '@/lib/application/rules/kyr-question';

const applicationDeadline = localDate('2027-05-31');

const claim: WorkplaceAnswers = {
  ...emptySections.workplace,
  employer: 'Fjordby helseforetak',
  organisationNumber: '974760673',
  unit: 'Døgnpost A',
};
const answered: WorkplaceAnswers = { ...claim, worksWithKyr: 'partly', howKyr: 'Hver uke.' };

function anchoring(from: string, to: string | null, withdrawn = false): VerifiedAnchoring {
  return {
    from: localDate(from),
    to: to === null ? null : localDate(to),
    withdrawnAt: withdrawn ? new Date('2027-06-10T10:00:00Z') : null,
  };
}

describe('whether KYR is known of the workplace', () => {
  const holds = anchoring('2021-01-01', null);
  const takenBack = anchoring('2021-01-01', null, true);

  it.each([
    ['no workplace is named', null, [holds], null, false],
    ['nothing is verified of it', claim, [], null, false],
    ['its anchoring holds on the deadline', claim, [holds], null, true],
    ['it ended before', claim, [anchoring('2021-01-01', '2027-05-30')], null, false],
    ['it ends on the deadline', claim, [anchoring('2021-01-01', '2027-05-31')], null, true],
    ['it begins after', claim, [anchoring('2027-06-01', null)], null, false],
    ['it was taken back', claim, [takenBack], null, false],
    [
      'it was taken back after the application came without an answer',
      claim,
      [takenBack],
      claim,
      true,
    ],
    [
      'it was taken back, and the application came with an answer',
      claim,
      [takenBack],
      answered,
      false,
    ],
    [
      'it was taken back, and the application now names another unit',
      { ...claim, unit: 'Døgnpost B' },
      [takenBack],
      claim,
      false,
    ],
    [
      'the same unit is only written otherwise than it came',
      { ...claim, unit: 'døgnpost - a' },
      [],
      claim,
      true,
    ],
  ])('when %s', (_when, claimed, anchorings, arrivedWith, expected) => {
    expect(kyrIsKnown({ claim: claimed, anchorings, applicationDeadline, arrivedWith })).toBe(
      expected,
    );
  });

  it.each([
    [{ worksWithKyr: null, howKyr: '' }, true],
    [{ worksWithKyr: 'yes', howKyr: '' }, true],
    [{ worksWithKyr: 'partly', howKyr: 'Hver uke.' }, false],
    [{ worksWithKyr: 'no', howKyr: '' }, false],
  ] as const)('is left open by %o: %s', (part, expected) => {
    expect(isKyrLeftOpen({ ...claim, ...part })).toBe(expected);
  });
});
