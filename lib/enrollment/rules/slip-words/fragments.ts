/**
 * The fragments of the slip in one language; all figures and dates come formatted in the same. A change of
 * any word is a new `slipVersion`.
 */
export interface SlipWords {
  readonly title: (programme: string) => string;
  readonly facts: Readonly<
    Record<
      'programme' | 'heldBy' | 'cohort' | 'applicant' | 'application' | 'place' | 'teaching',
      string
    >
  >;
  readonly teaching: (gatherings: number, days: number, hours: string) => string;
  readonly commitment: {
    readonly heading: string;
    readonly lead: string;
    readonly items: (price: string) => readonly string[];
    readonly diploma: (percent: number) => string;
  };
  readonly gatherings: {
    readonly heading: string;
    readonly caption: string;
    readonly head: readonly [string, string, string];
    readonly row: (number: number) => string;
  };
  readonly price: {
    readonly heading: string;
    readonly now: (price: string) => string;
    readonly rule: (places: number, earlyBird: string, ordinary: string) => string;
    readonly left: (left: number, places: number) => string;
    readonly noneLeft: (places: number, earlyBird: string) => string;
    readonly fixed: string;
  };
  readonly cancellation: {
    readonly heading: string;
    readonly byYou: (mailbox: string, phone: string) => string;
    readonly decision: string;
    readonly byUs: (minimum: number, date: string) => string;
  };
  readonly payer: {
    readonly heading: string;
    readonly employer: Readonly<
      Record<'employer' | 'organisationNumber' | 'reference' | 'address', string>
    >;
    readonly applicant: Readonly<Record<'payer' | 'address', string>>;
  };
  readonly signature: {
    readonly heading: string;
    readonly declaration: (programme: string, price: string) => string;
    readonly facts: Readonly<Record<'name' | 'signedAt' | 'version', string>>;
  };
}
