/** A workplace as an applicant claims it. */
export interface ClaimedWorkplace {
  /** Nine digits. */
  readonly organisationNumber: string;
  readonly unit: string;
}

/**
 * What makes two claims the same workplace: the organisation number, and the unit's name with case,
 * spacing, punctuation and the ways of writing "&" taken away. "DPS Nord, Døgn" and "dps nord – døgn"
 * are one. Spelling is never guessed at: a priority must not rest on a likeness.
 */
export function workplaceKey(workplace: ClaimedWorkplace): string {
  const unit = workplace.unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' og ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${workplace.organisationNumber}:${unit}`;
}
