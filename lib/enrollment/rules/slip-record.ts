import type { StructuredText } from '@/lib/kernel/document';
import { canonicalJson, type Json } from './canonical';
import type { Payer } from './payer';
import { slipVersion, type ShownPrice, type SlipTerms } from './slip-text';

/**
 * The terms and the declaration as one string: its SHA-256 goes with the form, so that only what was
 * shown is signed.
 */
export function termsRecord(terms: SlipTerms): string {
  return canonicalJson({ ...textRecord(terms), declaration: terms.declaration });
}

/** The signed slip as one string: what is stored, and what its SHA-256 is taken of. */
export function slipRecord(slip: StructuredText): string {
  return canonicalJson(textRecord(slip));
}

/** Reads a stored slip back as text. */
export function readSlipRecord(content: string): StructuredText {
  const { locale, title, blocks } = JSON.parse(content) as StructuredText;
  return { locale, title, blocks };
}

/**
 * What the signer answered, as one string. Two slips with the same answers are the same slip, in
 * whatever language each was read (rule 11).
 */
export function answersRecord(answers: {
  readonly signedName: string;
  readonly payer: Payer;
  readonly shown: ShownPrice;
}): string {
  const { signedName, payer, shown } = answers;
  return canonicalJson({
    version: slipVersion,
    signedName,
    payer: payer as unknown as Json,
    price: shown.price.amount,
    currency: shown.price.currency,
  });
}

function textRecord({ locale, title, blocks }: StructuredText): { readonly [name: string]: Json } {
  return { version: slipVersion, locale, title, blocks: blocks as unknown as Json };
}
