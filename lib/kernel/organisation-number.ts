const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Whether nine digits are a Norwegian organisation number: the last is the mod-11 check digit of the
 * first eight (weights 3 2 7 6 5 4 3 2, Enhetsregisteret's rule; a remainder of 1 gives no number).
 */
export function isOrganisationNumber(digits: string): boolean {
  if (!/^[1-9]\d{8}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[8]);
}

/** "123 456 785" typed in any grouping becomes nine digits; other characters are left for the check to refuse. */
export function compactOrganisationNumber(typed: string): string {
  return typed.replace(/[\s.\u00a0]/g, '');
}

/** "923 609 016", the way the register prints it, with non-breaking spaces. */
export function formatOrganisationNumber(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}
