import { z } from 'zod';
import { choice, optionalText, text, wholeNumber } from '@/lib/platform/door/fields';
import { payerKinds, readPayer } from './rules/payer';

/** The longest that each field takes, in UTF-16 units. */
const slipLengths = {
  employer: 120,
  organisationNumber: 30,
  reference: 80,
  street: 120,
  postcode: 12,
  city: 60,
  signedName: 120,
} as const;

function line(max: number) {
  return optionalText({ max }).transform((value) => value ?? '');
}

const address = {
  street: line(slipLengths.street),
  postcode: line(slipLengths.postcode),
  city: line(slipLengths.city),
};

/** The payer: of the two sets of fields only the chosen one is looked at (rule 11). */
const payer = z
  .object({
    kind: choice(payerKinds),
    employer: z
      .object({
        name: line(slipLengths.employer),
        organisationNumber: line(slipLengths.organisationNumber),
        reference: line(slipLengths.reference),
        ...address,
      })
      .prefault({}),
    applicant: z.object(address).prefault({}),
  })
  .transform((answers, context) => {
    const read = readPayer(answers);
    if (read.payer !== null) return read.payer;
    for (const { field, code } of read.problems) {
      context.addIssue({ code: 'custom', path: [...field], message: code });
    }
    return z.NEVER;
  })
  .prefault({} as never);

/**
 * The slip as it is sent: the payer, the name that signs, and what the signer was shown, so that
 * nobody is bound to anything else (rule 12). Nothing in it is ticked beforehand: typing the name signs.
 */
export const slipForm = z.object({
  payer,
  signedName: text({ max: slipLengths.signedName }),
  shown: z.object(
    {
      /** Øre. */
      price: wholeNumber({ min: 0, max: 100_000_000 }),
      earlyBirdPlacesLeft: wholeNumber({ min: 0, max: 10_000 }),
      terms: z.string({ error: 'malformed' }).regex(/^[0-9a-f]{64}$/, { error: 'malformed' }),
    },
    { error: 'malformed' },
  ),
});

/** A slip that has passed the form. */
export type SlipInput = z.output<typeof slipForm>;

/** Declining is a button on a page that says what it means: there is nothing to fill in. */
export const declineForm = z.object({});

/** Closing a visit by the letter's link is a button too. */
export const closeForm = z.object({});
