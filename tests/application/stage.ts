import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Person } from '@/lib/kernel/actor';
import { localDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import type { Answers, CategoryAnswers } from '@/lib/application/rules/answers';
import { answerSteps, sectionOf } from '@/lib/application/rules/steps';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { done } from '../admission/stage';

export const cohortOf2027 = { programmeSlug: 'bet-recovery', cohortSlug: '2027-2028' } as const;

/** The complete answers of a psychologist. */
export const psychologist = {
  aboutYou: { name: 'Kari Eksempel', phone: '90000000', preferredLanguage: 'nb' },
  category: {
    categoryNumber: 1,
    profession: 'Psykologspesialist',
    education: 'Profesjonsstudiet i psykologi, 2015',
    relevantExperience: '',
    authorisationNumber: '1234567',
    workPeriods: [],
    courses: [],
  },
  workplace: {
    employer: 'Fjordby helseforetak',
    organisationNumber: '974760673',
    unit: 'DPS Nord, døgn',
    managerName: 'Ola Eksempel',
    managerEmail: '',
    managerSupports: 'yes',
    worksWithKyr: 'partly',
    howKyr: 'Vi har øvd på validering siden i fjor.',
    howLearningUsed: 'Vi begynner med en gruppe på posten.',
  },
  motivation: { motivation: 'Jeg vil lære å møte mennesker i krise.' },
  conditions: { readsEnglish: true, rolePlay: true, videoRecording: true },
} as const satisfies Answers;

/** Qualifies by three years of work and a course; both are to be documented. */
export const byWork: CategoryAnswers = {
  categoryNumber: 4,
  profession: '',
  education: '',
  relevantExperience: '',
  authorisationNumber: '',
  workPeriods: [
    {
      employer: 'Fjordby kommune',
      position: 'Miljøarbeider',
      percent: 100,
      from: localDate('2024-01-01'),
      to: null,
    },
  ],
  courses: [{ name: 'Trygghet og samspill', provider: 'Fjordby kommune', year: 2025 }],
};

/** An empty draft to the cohort of 2027. */
export async function startsDraft(platform: Platform, applicant: Person): Promise<string> {
  return done(await startApplication(platform, applicant, cohortOf2027)).reference;
}

/** Every step of some answers, to be complete. */
export function stepsOf(reference: string, answers: Answers): StepToSave[] {
  return answerSteps.map(
    (step) =>
      ({ reference, step, answers: answers[sectionOf[step]], mustBeComplete: true }) as StepToSave,
  );
}

/** A draft with every step filled in, not submitted. */
export async function fillsIn(
  platform: Platform,
  applicant: Person,
  answers: Answers = psychologist,
): Promise<string> {
  const reference = await startsDraft(platform, applicant);
  for (const step of stepsOf(reference, answers)) done(await saveStep(platform, applicant, step));
  return reference;
}

/** A picture of its content: other words, another picture. */
function pictureOf(content: string) {
  const bytes = createHash('sha512').update(content).digest();
  const raw = Buffer.concat([bytes, bytes, bytes]);
  return sharp(raw, { raw: { width: 8, height: 8, channels: 3 } });
}

const files = {
  pdf: (content: string) =>
    Buffer.from(`%PDF-1.7\n% ${content}\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n`),
  jpeg: (content: string) => pictureOf(content).jpeg().toBuffer(),
  png: (content: string) => pictureOf(content).png().toBuffer(),
  html: (content: string) => Buffer.from(`<!doctype html><script>alert(1)</script>${content}`),
  exe: (content: string) => Buffer.from(`MZ\u0090\u0000${content}`),
} as const;

/** A file as the form's door hands it over: stored already, nobody's yet. */
export async function uploaded(
  platform: Platform,
  filename: string,
  kind: keyof typeof files = 'pdf',
  content = filename,
): Promise<ReceivedFile> {
  return uploadedBytes(platform, filename, await files[kind](content));
}

/** The same, of bytes that a test has made itself. */
export async function uploadedBytes(
  platform: Platform,
  filename: string,
  bytes: Buffer,
): Promise<ReceivedFile> {
  const stored = await platform.storage.put(Readable.from([bytes]), 10 * 1024 * 1024);
  return { ...stored, filename };
}

/** Whether bytes lie under a key. */
export async function isStored(platform: Platform, key: string): Promise<boolean> {
  try {
    for await (const _chunk of platform.storage.read(key)) return true;
    return true;
  } catch {
    return false;
  }
}
