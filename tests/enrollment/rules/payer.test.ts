import { describe, expect, it } from 'vitest';
import { readPayer, type PayerAnswers } from '@/lib/enrollment/rules/payer';
import { employerPays } from './slip-facts';

const nothing: PayerAnswers = {
  kind: 'applicant',
  employer: {
    name: '',
    organisationNumber: '',
    reference: '',
    street: '',
    postcode: '',
    city: '',
  },
  applicant: { street: '', postcode: '', city: '' },
};

const employer = {
  name: 'Demo helseforetak',
  organisationNumber: '974 760 673',
  reference: 'KARNOR',
  street: 'Postboks 100',
  postcode: '9038',
  city: 'Tromsø',
};

describe('the payer of the fee', () => {
  it('is an employer, with what its invoice needs', () => {
    expect(readPayer({ ...nothing, kind: 'employer', employer })).toEqual({
      problems: [],
      payer: employerPays,
    });
  });

  it('is the applicant, and what was typed of an employer does not count', () => {
    const wrong = { ...employer, organisationNumber: '123' };
    const applicant = { street: 'Storgata 1', postcode: '9008', city: 'Tromsø' };
    expect(readPayer({ kind: 'applicant', employer: wrong, applicant }).payer).toEqual({
      kind: 'applicant',
      address: applicant,
    });
  });

  it('says everything that is missing at once', () => {
    expect(
      readPayer({ ...nothing, kind: 'employer' }).problems.map(({ field }) => field[1]),
    ).toEqual(['name', 'organisationNumber', 'reference', 'street', 'postcode', 'city']);
    expect(readPayer(nothing).problems).toHaveLength(3);
  });

  it.each([
    ['974760673', null],
    ['974.760.673', null],
    ['974\u00a0760\u00a0673', null],
    ['974760674', 'not-an-organisation-number'],
    ['97476067', 'not-an-organisation-number'],
    ['abcdefghi', 'not-an-organisation-number'],
  ])('has the organisation number %s: %s', (organisationNumber, code) => {
    const { problems } = readPayer({
      ...nothing,
      kind: 'employer',
      employer: { ...employer, organisationNumber },
    });
    expect(problems[0]?.code ?? null).toBe(code);
  });

  it.each([
    ['9016', '9016'],
    ['0150', '0150'],
    ['9 016', '9016'],
    ['NO-9016', '9016'],
    ['N-9016', '9016'],
    ['901', null],
    ['90160', null],
    ['SW1A', null],
  ])('has the postcode %s: %s', (postcode, kept) => {
    const applicant = { street: 'Storgata 1', postcode, city: 'Tromsø' };
    const read = readPayer({ ...nothing, applicant });
    expect(read.payer?.address.postcode ?? null).toBe(kept);
  });
});
