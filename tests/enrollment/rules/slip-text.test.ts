import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSlipRecord, slipRecord, termsRecord } from '@/lib/enrollment/rules/slip-record';
import {
  signedSlip,
  slipTerms,
  slipVersion,
  type SlipFacts,
  type SlipSignature,
} from '@/lib/enrollment/rules/slip-text';
import type { Block, StructuredText } from '@/lib/kernel/document';
import { locales } from '@/lib/kernel/locale';
import { kroner } from '@/lib/kernel/money';
import { facts, signature } from './slip-facts';

function wordsOf(text: StructuredText): string {
  return [text.title, ...text.blocks.map(blockWords)].join('\n').replaceAll('\u00a0', ' ');
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return block.rows.map(({ term, value }) => `${term}: ${value}`).join('\n');
    case 'list':
      return block.items.join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n');
    default:
      return block.text;
  }
}

describe('the text of the slip', () => {
  it('says in bokmål what is bound, when, at what price, and on what terms', () => {
    const words = wordsOf(slipTerms(facts, 'nb'));
    expect(words).toContain('Bindende påmelding til BET-Recoveryutdanningen');
    expect(words).toContain('Arrangør: To helseforetak sammen');
    expect(words).toContain('Undervisning: 4 samlinger, 12 dager, 83 timer');
    expect(words).toContain('du deltar på hele utdanningen');
    expect(words).toContain('minst 80 % av undervisningstiden');
    expect(words).toContain('Samling 1 | ma. 13.09.2027 | 09.00–16.00');
    expect(words).toContain('Prisen som gjelder nå, er 20 000 kr.');
    expect(words).toContain('var 2 av 5 plasser til redusert pris igjen');
    expect(words).toContain('Det avgjør vi senest 15. august 2027.');
  });

  it('says in nynorsk the same in real nynorsk', () => {
    const words = wordsOf(slipTerms(facts, 'nn'));
    expect(words).toContain('Arrangør: To helseføretak saman');
    expect(words).toContain('Bindande påmelding til BET-Recoveryutdanninga');
    expect(words).toContain('Samling 1 | må. 13.09.2027 | 09.00–16.00');
    expect(words).not.toMatch(/\b(ikke|hvis|dere|jeg|hele)\b/);
  });

  it('says in English the same with its own dates and figures', () => {
    const words = wordsOf(slipTerms(facts, 'en'));
    expect(words).toContain('Held by: Two health trusts together');
    expect(words).toContain('Gathering 1 | Mon 13 Sep 2027 | 09:00–16:00');
    expect(words).toContain('The price that applies now is NOK 20,000.');
  });

  it('says that the cheaper places are taken once they are', () => {
    const shown = { price: kroner(26_000), earlyBirdPlacesLeft: 0 };
    const words = wordsOf(slipTerms({ ...facts, shown }, 'nb'));
    expect(words).toContain('Alle de 5 plassene til 20 000 kr er tatt.');
    expect(words).toContain('Prisen som gjelder nå, er 26 000 kr.');
  });

  it('says nothing of early birds in a cohort that has none', () => {
    const cohort = { ...facts.cohort, earlyBirdPlaces: 0 };
    const shown = { price: kroner(26_000), earlyBirdPlacesLeft: 0 };
    expect(wordsOf(slipTerms({ ...facts, cohort, shown }, 'nb'))).not.toContain('første');
  });

  it.each(locales)(
    'is, when signed, the text that was shown with payer and signature (%s)',
    (locale) => {
      const terms = slipTerms(facts, locale);
      const signed = signedSlip(facts, signature, locale);
      expect(signed.blocks.slice(0, terms.blocks.length)).toEqual(terms.blocks);
      const words = wordsOf(signed);
      expect(words).toContain(terms.declaration.replaceAll('\u00a0', ' '));
      expect(terms.declaration).toContain(facts.cohort.programme.name[locale]);
      expect(words).toContain('974 760 673');
      expect(words).toContain('Postboks 100, 9038 Tromsø');
      expect(words).toContain('Kari Nordmann');
      expect(words).toContain(slipVersion);
      expect(words).toMatch(/20\.? (juni|June) 2027/);
    },
  );
});

describe('the record of a slip', () => {
  it('is read back as the same text', () => {
    const signed = signedSlip(facts, signature, 'nb');
    expect(readSlipRecord(slipRecord(signed))).toEqual(signed);
  });

  it('differs with every fact that is shown, and with the language', () => {
    const records = [
      slipTerms(facts, 'nb'),
      slipTerms(facts, 'nn'),
      slipTerms({ ...facts, applicantName: 'Kari Hansen' }, 'nb'),
      slipTerms({ ...facts, reference: '7K3M-Q9TX-4WBM' }, 'nb'),
      slipTerms({ ...facts, shown: { ...facts.shown, earlyBirdPlacesLeft: 1 } }, 'nb'),
      slipTerms({ ...facts, shown: { ...facts.shown, price: kroner(26_000) } }, 'nb'),
      slipTerms({ ...facts, cohort: { ...facts.cohort, minimumParticipants: 15 } }, 'nb'),
      slipTerms({ ...facts, cohort: { ...facts.cohort, gatherings: [] } }, 'nb'),
      { ...slipTerms(facts, 'nb'), declaration: 'Jeg melder meg bindende på.' },
    ].map(termsRecord);
    expect(new Set(records).size).toBe(records.length);
  });

  it('has the words and the order of its version in each language: any other is another version', () => {
    const withPlaces = (earlyBirdPlaces: number, earlyBirdPlacesLeft: number): SlipFacts => ({
      ...facts,
      cohort: { ...facts.cohort, earlyBirdPlaces },
      shown: { ...facts.shown, earlyBirdPlacesLeft },
    });
    const { address } = signature.payer;
    const byApplicant: SlipSignature = { ...signature, payer: { kind: 'applicant', address } };
    const records = locales.flatMap((locale) => [
      ...[withPlaces(5, 2), withPlaces(5, 1), withPlaces(5, 0), withPlaces(0, 0)].map((each) =>
        termsRecord(slipTerms(each, locale)),
      ),
      ...[signature, byApplicant].map((each) => slipRecord(signedSlip(facts, each, locale))),
    ]);
    const sha256 = createHash('sha256').update(records.join('\n')).digest('hex');
    expect({ [slipVersion]: sha256 }).toEqual({
      'slip-2027-2': '998f5f52846c10348c1a0aad9f09941c653375ea7e720963c82b1db2959ad580',
    });
  });

  it('names the version of the words', () => {
    expect(JSON.parse(termsRecord(slipTerms(facts, 'nb')))).toMatchObject({ version: slipVersion });
  });
});
