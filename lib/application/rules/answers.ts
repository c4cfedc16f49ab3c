import type { Locale } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';

/**
 * What an applicant has answered, a section a step. A section is null until its step has been saved
 * once. Inside a section an empty text, null or false is a question not answered yet, since a step
 * can be saved for later half done.
 */
export interface Answers {
  readonly aboutYou: AboutYou | null;
  readonly category: CategoryAnswers | null;
  readonly workplace: WorkplaceAnswers | null;
  readonly motivation: MotivationAnswers | null;
  readonly conditions: ConditionsAnswers | null;
}

export interface AboutYou {
  readonly name: string;
  readonly phone: string;
  /** The language of letters to the applicant. */
  readonly preferredLanguage: Locale | null;
}

/** One position held, for those who qualify by work. `to` null: still held. */
export interface WorkPeriod {
  readonly employer: string;
  readonly position: string;
  /** Percent of full time, 1–100, with at most two decimals. */
  readonly percent: number | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** A course, or a piece of further education. */
export interface Course {
  readonly name: string;
  readonly provider: string;
  readonly year: number | null;
}

export interface CategoryAnswers {
  /** The number of one of the programme's eligibility categories. */
  readonly categoryNumber: number | null;
  readonly profession: string;
  readonly education: string;
  readonly relevantExperience: string;
  /** HPR number, 7–9 digits, optional. */
  readonly authorisationNumber: string;
  readonly workPeriods: readonly WorkPeriod[];
  readonly courses: readonly Course[];
}

export const managerSupportAnswers = ['yes', 'not-yet'] as const;
export const kyrAnswers = ['yes', 'partly', 'no'] as const;
export type ManagerSupport = (typeof managerSupportAnswers)[number];
export type KyrAnswer = (typeof kyrAnswers)[number];

/** The workplace and its anchoring, as the applicant claims it (rule 5: only a claim). */
export interface WorkplaceAnswers {
  readonly employer: string;
  /** Nine digits, mod 11, without spaces. */
  readonly organisationNumber: string;
  readonly unit: string;
  readonly managerName: string;
  /** Optional. */
  readonly managerEmail: string;
  readonly managerSupports: ManagerSupport | null;
  readonly worksWithKyr: KyrAnswer | null;
  /** How the workplace works with recovery grounded in KYR; asked when it does, wholly or partly. */
  readonly howKyr: string;
  readonly howLearningUsed: string;
}

export interface MotivationAnswers {
  readonly motivation: string;
}

export interface ConditionsAnswers {
  readonly readsEnglish: boolean;
  readonly rolePlay: boolean;
  readonly videoRecording: boolean;
}

/** What everyone confirms (rule 2), in the order of the page. */
export const conditions = [
  'readsEnglish',
  'rolePlay',
  'videoRecording',
] as const satisfies readonly (keyof ConditionsAnswers)[];

export const noAnswers: Answers = {
  aboutYou: null,
  category: null,
  workplace: null,
  motivation: null,
  conditions: null,
};

/** The sections of empty fields that a page shows before anything is saved. */
export const emptySections: { readonly [S in keyof Answers]: NonNullable<Answers[S]> } = {
  aboutYou: { name: '', phone: '', preferredLanguage: null },
  category: {
    categoryNumber: null,
    profession: '',
    education: '',
    relevantExperience: '',
    authorisationNumber: '',
    workPeriods: [],
    courses: [],
  },
  workplace: {
    employer: '',
    organisationNumber: '',
    unit: '',
    managerName: '',
    managerEmail: '',
    managerSupports: null,
    worksWithKyr: null,
    howKyr: '',
    howLearningUsed: '',
  },
  motivation: { motivation: '' },
  conditions: { readsEnglish: false, rolePlay: false, videoRecording: false },
};

export const workPeriodsMaximum = 12;
export const coursesMaximum = 12;

/** What an uploaded document shows. */
export const documentPurposes = ['education', 'work', 'course', 'other'] as const;
export type DocumentPurpose = (typeof documentPurposes)[number];

/** Documents of one application at most, and the bytes of each (10 MB). */
export const documentsMaximum = 20;
export const documentBytesMaximum = 10 * 1024 * 1024;

/**
 * Documents of one person to one cohort at most, also in applications that are withdrawn or deleted and can
 * be had back: applying anew gives the room that the page promises, and not for ever.
 */
export const documentsInAllMaximum = 3 * documentsMaximum;

/** Reads a row's answers: sections that an older row does not have are null. */
export function readAnswers(stored: unknown): Answers {
  return { ...noAnswers, ...(stored as Partial<Answers>) };
}
