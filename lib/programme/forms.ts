import { z } from 'zod';
import type { Localized } from '@/lib/kernel/locale';
import { categoryRequirements, type Place, type ProgrammeTexts } from './rules/programme-texts';

const text = z.string().min(1).max(2_000);
const paragraphs = z.array(text).min(1).max(40);

function inThreeLanguages<T>(one: z.ZodType<T>): z.ZodType<Localized<T>> {
  return z.strictObject({ nb: one, nn: one, en: one });
}

/** A text in bokmål, nynorsk and English, as a JSON column holds it. */
export const localizedText = inThreeLanguages(text);

/** The column `programme.texts`. */
export const programmeTexts: z.ZodType<ProgrammeTexts> = z.strictObject({
  name: localizedText,
  heldBy: localizedText,
  summary: localizedText,
  about: inThreeLanguages(paragraphs),
  aims: inThreeLanguages(paragraphs),
  themes: inThreeLanguages(paragraphs),
  conditions: inThreeLanguages(paragraphs),
  recognition: inThreeLanguages(paragraphs),
  wayOn: inThreeLanguages(paragraphs),
});

/** The column `cohort.place`. */
export const place: z.ZodType<Place> = z.strictObject({
  name: localizedText,
  address: text,
  directions: localizedText,
  lodging: localizedText,
});

/** The column `eligibility_category.requirement`. */
export const categoryRequirement = z.enum(categoryRequirements);
