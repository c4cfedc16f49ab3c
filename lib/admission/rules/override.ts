/** A move's reason is a sentence that can be read years later. In UTF-16 units. */
export const overrideReasonMinimum = 10;
export const overrideReasonMaximum = 2_000;
