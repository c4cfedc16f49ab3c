/** Texts that are the same in English and bokmål: names, units, and words that both languages have. */
export const sameInEnglish: ReadonlySet<string> = new Set([
  'application.documents.kilobytes',
  'application.documents.megabytes',
  // Languages call themselves by their own names.
  'staff.answers.languages.nb',
  'staff.answers.languages.nn',
  'admission.release.languages.nb',
  'admission.release.languages.nn',
  'staff.applications.columns.state',
  'staff.extensions.columns.state',
  'admission.release.columns.standing',
]);
