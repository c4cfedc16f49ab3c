import { describe, expect, it } from 'vitest';
import { wordReason } from '@/components/admission/reason-words';
import type { Reason } from '@/lib/admission/rules/reasons';
import { locales } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';

const zone = 'Europe/Oslo';
const said = (reason: Reason) => wordReason(reason, zone, 'nb').replaceAll('\u00a0', ' ');

const reasons: readonly Reason[] = [
  { kind: 'priority-workplace', workplace: 'Sykehuset, Døgn A', since: localDate('2024-01-01') },
  { kind: 'no-priority', because: 'not-verified' },
  { kind: 'no-priority', because: 'not-in-force' },
  { kind: 'assessment-score', score: 9 },
  { kind: 'assessment-score', score: null },
  { kind: 'arrival', receivedAt: '2027-05-14T08:32:00.000Z', arrivalNumber: 3 },
  {
    kind: 'moved',
    from: 5,
    to: 2,
    reason: 'Avtalt med ledelsen.',
    by: 'Demo Saksbehandler',
    at: '2027-06-02T07:00:00.000Z',
  },
];

describe('reasons for a place in the ranking', () => {
  it('name the workplace, since when, and that it is verified', () => {
    expect(said(reasons[0] as Reason)).toBe(
      'Har prioritet: Sykehuset, Døgn A har arbeidet med recovery forankret i KYR siden 01.01.2024 (bekreftet).',
    );
  });

  it('name the last day of an anchoring with an end', () => {
    const ended = { ...reasons[0], until: localDate('2028-12-31') } as Reason;
    expect(said(ended)).toBe(
      'Har prioritet: Det er bekreftet at Sykehuset, Døgn A er forankret i KYR fra 01.01.2024 til 31.12.2028.',
    );
    expect(wordReason(ended, zone, 'en')).toContain('from 1\u00a0Jan\u00a02024 to 31\u00a0Dec');
  });

  it('tell the arrival by the clock on the wall of the cohort', () => {
    expect(said(reasons[5] as Reason)).toBe('Søknaden kom som nummer 3, 14. mai 2027 kl. 10.32.');
  });

  it('tell a move with who made it, when and why', () => {
    expect(said(reasons[6] as Reason)).toBe(
      'Flyttet fra plass 5 til plass 2 av Demo Saksbehandler, 2. juni 2027 kl. 09.00: Avtalt med ledelsen.',
    );
  });

  it.each(locales)('have words for every kind in %s', (locale) => {
    const words = reasons.map((reason) => wordReason(reason, zone, locale));
    expect(new Set(words).size).toBe(reasons.length);
  });
});
