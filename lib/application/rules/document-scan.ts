/**
 * What is known of a document's harmlessness. `not-scanned`: where no scanner is set up. `waiting` and
 * `infected`: nobody is given the bytes; what is infected is removed as well.
 */
export const scanStates = ['not-scanned', 'waiting', 'clean', 'infected'] as const;

export type ScanState = (typeof scanStates)[number];

/** Whether a document's bytes may be handed to anybody. */
export const canBeOpened: Readonly<Record<ScanState, boolean>> = {
  'not-scanned': true,
  waiting: false,
  clean: true,
  infected: false,
};
