import { compactOrganisationNumber, isOrganisationNumber } from '@/lib/kernel/organisation-number';

export interface Address {
  readonly street: string;
  /** Four digits, as the post has them. */
  readonly postcode: string;
  readonly city: string;
}

/** Who pays the fee: an employer, with what its invoice needs, or the applicant. */
export type Payer =
  | {
      readonly kind: 'employer';
      readonly employer: string;
      readonly organisationNumber: string;
      readonly reference: string;
      readonly address: Address;
    }
  | { readonly kind: 'applicant'; readonly address: Address };

export type PayerKind = Payer['kind'];

export const payerKinds = ['employer', 'applicant'] as const satisfies readonly PayerKind[];

/** The fields of both kinds as they come from the form: those of the kind not chosen are ignored. */
export interface PayerAnswers {
  readonly kind: PayerKind;
  readonly employer: Readonly<Record<EmployerField, string>>;
  readonly applicant: Readonly<Record<AddressField, string>>;
}

type AddressField = 'street' | 'postcode' | 'city';
type EmployerField = 'name' | 'organisationNumber' | 'reference' | AddressField;

export interface PayerProblem {
  readonly field: readonly [PayerKind, EmployerField];
  readonly code: 'required' | 'not-an-organisation-number' | 'not-a-postcode';
}

export type ReadPayer =
  | { readonly payer: Payer; readonly problems: readonly [] }
  | { readonly payer: null; readonly problems: readonly PayerProblem[] };

const employerFields = [
  'name',
  'organisationNumber',
  'reference',
  'street',
  'postcode',
  'city',
] as const satisfies readonly EmployerField[];

const addressFields = ['street', 'postcode', 'city'] as const satisfies readonly AddressField[];

/** The payer that was chosen, or every reason why it is not yet one. */
export function readPayer(answers: PayerAnswers): ReadPayer {
  const problems =
    answers.kind === 'employer'
      ? employerFields.flatMap((field) => check('employer', field, answers.employer[field]))
      : addressFields.flatMap((field) => check('applicant', field, answers.applicant[field]));
  if (problems.length > 0) return { payer: null, problems };
  return { payer: compose(answers), problems: [] };
}

function check(kind: PayerKind, field: EmployerField, typed: string): PayerProblem[] {
  if (typed === '') return [{ field: [kind, field], code: 'required' }];
  if (field === 'postcode' && !/^\d{4}$/.test(compactPostcode(typed))) {
    return [{ field: [kind, field], code: 'not-a-postcode' }];
  }
  if (field === 'organisationNumber' && !isOrganisationNumber(compactOrganisationNumber(typed))) {
    return [{ field: [kind, field], code: 'not-an-organisation-number' }];
  }
  return [];
}

function compose({ kind, employer, applicant }: PayerAnswers): Payer {
  if (kind === 'applicant') return { kind, address: addressOf(applicant) };
  return {
    kind,
    employer: employer.name,
    organisationNumber: compactOrganisationNumber(employer.organisationNumber),
    reference: employer.reference,
    address: addressOf(employer),
  };
}

function addressOf(typed: Readonly<Record<AddressField, string>>): Address {
  return { street: typed.street, postcode: compactPostcode(typed.postcode), city: typed.city };
}

/** "NO-9011" and "9 011" are how some people write 9011. */
function compactPostcode(typed: string): string {
  return typed.replace(/^N(?:O)?-?(?=\s*\d)/i, '').replace(/\s/g, '');
}
