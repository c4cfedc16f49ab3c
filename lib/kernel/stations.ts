import type { Localized } from './locale';

/** The stations of the way from application to diploma, in their order: the same on pages, papers and in letters. */
export const stations = [
  'application',
  'assessment',
  'answer',
  'enrollment',
  'gatherings',
  'diploma',
] as const;

export type StationName = (typeof stations)[number];

/** As letters and papers call them. */
export const stationNames: Localized<Readonly<Record<StationName, string>>> = {
  nb: {
    application: 'Søknad',
    assessment: 'Vurdering',
    answer: 'Svar',
    enrollment: 'Bindende påmelding',
    gatherings: 'Samlinger',
    diploma: 'Diplom',
  },
  nn: {
    application: 'Søknad',
    assessment: 'Vurdering',
    answer: 'Svar',
    enrollment: 'Bindande påmelding',
    gatherings: 'Samlingar',
    diploma: 'Diplom',
  },
  en: {
    application: 'Application',
    assessment: 'Assessment',
    answer: 'Answer',
    enrollment: 'Binding enrollment',
    gatherings: 'Gatherings',
    diploma: 'Diploma',
  },
};
