import type { Localized } from '@/lib/kernel/locale';

/** What letters about one application say of it. */
export interface AboutApplication {
  readonly installation: string;
  /** The applicant's; empty in a draft whose first step is not filled in. */
  readonly name: string;
  readonly programme: Localized;
  /** "2027–2028". */
  readonly cohort: string;
  readonly reference: string;
  /** The cohort's own, in which its moments are told. */
  readonly zone: string;
  /** The page that the letter leads to: My application or a part of it, or the staff's page of the application. */
  readonly link: string;
}

/** The same to the applicant, who is also told whom to ask. */
export interface ToApplicant extends AboutApplication {
  readonly contact: { readonly mailbox: string; readonly phone: string };
}
