import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { slipForm } from '@/lib/enrollment/forms';
import { nestFields } from '@/lib/platform/door/nest-fields';
import { problemsOfParse } from '@/lib/platform/door/problems';
import { employerPays } from './rules/slip-facts';

const shown = {
  'shown.price': ['2000000'],
  'shown.earlyBirdPlacesLeft': ['2'],
  'shown.terms': ['a'.repeat(64)],
};

const employer = {
  'payer.kind': ['employer'],
  'payer.employer.name': [' Demo helseforetak '],
  'payer.employer.organisationNumber': ['974 760 673'],
  'payer.employer.reference': ['KARNOR'],
  'payer.employer.street': ['Postboks 100'],
  'payer.employer.postcode': ['9038'],
  'payer.employer.city': ['Tromsø'],
  'payer.applicant.street': [''],
  'payer.applicant.postcode': [''],
  'payer.applicant.city': [''],
};

function parse(typed: Record<string, string[]>) {
  return slipForm.safeParse(nestFields(typed));
}

function problems(typed: Record<string, string[]>) {
  const parsed = parse(typed);
  return parsed.success
    ? []
    : problemsOfParse(parsed.error).map(({ field, code }) => `${field}: ${code}`);
}

describe('the slip’s form', () => {
  it('takes an employer who pays', () => {
    const parsed = parse({ ...shown, ...employer, signedName: ['Kari Nordmann'] });
    expect(parsed.data).toEqual({
      signedName: 'Kari Nordmann',
      shown: { price: 2_000_000, earlyBirdPlacesLeft: 2, terms: 'a'.repeat(64) },
      payer: employerPays,
    });
  });

  it('says everything that is missing in a form sent empty', () => {
    expect(problems(shown)).toEqual(['payer.kind: choose-one', 'signedName: required']);
  });

  it('puts each problem at its field', () => {
    const typed = {
      ...shown,
      ...employer,
      'payer.employer.organisationNumber': ['974760674'],
      'payer.employer.postcode': ['90'],
      'payer.employer.city': [''],
      signedName: [''],
    };
    expect(problems(typed)).toEqual([
      'payer.employer.organisationNumber: not-an-organisation-number',
      'payer.employer.postcode: not-a-postcode',
      'payer.employer.city: required',
      'signedName: required',
    ]);
  });

  it('does not look at the fields of the payer that was not chosen', () => {
    const typed = {
      ...shown,
      ...employer,
      'payer.kind': ['applicant'],
      'payer.employer.organisationNumber': ['tull'],
      'payer.applicant.street': ['Storgata 1'],
      'payer.applicant.postcode': ['9008'],
      'payer.applicant.city': ['Tromsø'],
      signedName: ['Kari Nordmann'],
    };
    expect(problems(typed)).toEqual([]);
  });

  it.each([
    ['no price', { 'shown.price': [] }],
    ['a price in letters', { 'shown.price': ['gratis'] }],
    ['a price below zero', { 'shown.price': ['-1'] }],
    ['half an øre', { 'shown.price': ['0.5'] }],
    ['another fingerprint', { 'shown.terms': ['x'] }],
    ['two fingerprints', { 'shown.terms': ['a'.repeat(64), 'b'.repeat(64)] }],
    ['a NUL in the name', { signedName: ['Kari\u0000 Nordmann'] }],
    ['a name of two lines', { signedName: ['Kari\nNordmann'] }],
    ['a name without end', { signedName: ['Kari '.repeat(1000)] }],
  ])('refuses %s', (_, wrong) => {
    const whole = { ...shown, ...employer, signedName: ['Kari Nordmann'], ...wrong };
    const sent = Object.fromEntries(
      Object.entries(whole).filter(([, values]) => values.length > 0),
    );
    expect(problems(sent)).toHaveLength(1);
  });

  it('never throws, whatever it is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(typeof slipForm.safeParse(body).success).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });
});
