/** An applicant who is signed in, with the application that the load is about. */
export interface LoadApplicant {
  readonly reference: string;
  /** The whole Cookie header. */
  readonly cookie: string;
}

/** How requests are paced. */
export type Pace =
  /** So many at a time, each beginning when one has ended: finds what a server can take. */
  | { readonly kind: 'closed'; readonly concurrency: number; readonly seconds: number }
  /**
   * They arrive at a rate, independent of one another and of the answers, as people do. Latency counts
   * from the moment of arrival, so that whoever has to wait for others is not left out.
   */
  | { readonly kind: 'open'; readonly perSecond: number; readonly seconds: number };

/** What the load generator is asked to do. */
export type LoadOrder =
  /** Takes the applicants of the dialogue along: each has the form of its next step open. */
  | {
      readonly act: 'open-forms';
      readonly origin: string;
      readonly applicants: readonly LoadApplicant[];
    }
  /** A step's POST, its redirect, and the whole of the next page. */
  | { readonly act: 'steps'; readonly pace: Pace }
  /** GET of one address, the whole of it. */
  | { readonly act: 'page'; readonly origin: string; readonly path: string; readonly pace: Pace }
  /** Every application is submitted once, so many at a time. */
  | {
      readonly act: 'submit';
      readonly origin: string;
      readonly applicants: readonly LoadApplicant[];
      readonly concurrency: number;
    };

/** What came of it. A request that is not answered as it should be ends the whole order with an error. */
export interface LoadReport {
  readonly seconds: number;
  /** Milliseconds, one for each that was done. */
  readonly latencies: readonly number[];
}

export type LoadAnswer =
  | { readonly ok: true; readonly report: LoadReport }
  | { readonly ok: false; readonly error: string };
