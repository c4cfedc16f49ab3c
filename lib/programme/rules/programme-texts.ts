import type { Localized } from '@/lib/kernel/locale';

/** What a group of applicants must document; the application room's eligibility rules say how. */
export const categoryRequirements = [
  'profession',
  'profession-with-experience',
  'work-and-courses',
] as const;

export type CategoryRequirement = (typeof categoryRequirements)[number];

/** A group of people who can apply. `minimumFteYears` is set for 'work-and-courses' only. */
export interface Category {
  readonly number: number;
  readonly name: Localized;
  readonly description: Localized;
  readonly requirement: CategoryRequirement;
  readonly minimumFteYears: number | null;
}

/** What a programme says of itself, each in three languages: plain paragraphs, no markup. */
export interface ProgrammeTexts {
  readonly name: Localized;
  /** Who holds it, as it stands after «Holdes av …». */
  readonly heldBy: Localized;
  /** One sentence for lists and the top of the page. */
  readonly summary: Localized;
  /** What it is and how it is taught. */
  readonly about: Localized<readonly string[]>;
  /** What one can do after it, one line an aim. */
  readonly aims: Localized<readonly string[]>;
  readonly themes: Localized<readonly string[]>;
  /** What everybody must be ready for, whatever their category. */
  readonly conditions: Localized<readonly string[]>;
  /** Diploma, hours, peer approval. */
  readonly recognition: Localized<readonly string[]>;
  /** What one can go on to afterwards. */
  readonly wayOn: Localized<readonly string[]>;
}

/** Where the gatherings are held, and what one must know to get there and stay there. */
export interface Place {
  readonly name: Localized;
  /** As on an envelope, one line. */
  readonly address: string;
  readonly directions: Localized;
  readonly lodging: Localized;
}
