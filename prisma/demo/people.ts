import type { Role } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import type { Answers, CategoryAnswers, DocumentPurpose } from '@/lib/application/rules/answers';
import { chance } from './random';
import { demoWorkplaces, type DemoWorkplaceKey } from './workplaces';
import { experiences, motivations, usesOfLearning, waysOfKyr } from './words';

/** The demo's staff, one of each role. */
export const demoStaff: readonly { role: Role; email: string; name: string }[] = [
  { role: 'admin', email: 'admin@opptak.example', name: 'Demo Administrator' },
  { role: 'officer', email: 'officer@opptak.example', name: 'Demo Saksbehandler' },
  { role: 'assessor', email: 'assessor@opptak.example', name: 'Demo Vurderer' },
  { role: 'finance', email: 'finance@opptak.example', name: 'Demo Økonomi' },
  { role: 'reader', email: 'reader@opptak.example', name: 'Demo Leser' },
];

/** A demo applicant: who they are, whatever they apply for. */
export interface DemoApplicant {
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly categoryNumber: 1 | 2 | 3 | 4;
  readonly workplace: DemoWorkplaceKey;
  readonly answers: Answers;
  /** What they upload: what each document shows, and its title. */
  readonly documents: readonly { readonly documents: DocumentPurpose; readonly title: string }[];
}

type Trained = readonly [profession: string, education: string];

const professions: Readonly<Record<1 | 2 | 3 | 4, readonly [Trained, ...Trained[]]>> = {
  1: [
    ['Psykolog', 'Profesjonsstudiet i psykologi, Demouniversitetet'],
    ['Psykologspesialist', 'Profesjonsstudiet i psykologi og spesialisering, Demouniversitetet'],
    ['Lege i spesialisering i psykiatri', 'Medisin, Demouniversitetet'],
  ],
  2: [
    ['Sykepleier', 'Bachelor i sykepleie og videreutdanning i psykisk helsearbeid, Demohøgskolen'],
    ['Vernepleier', 'Bachelor i vernepleie, Demohøgskolen'],
    ['Ergoterapeut', 'Bachelor i ergoterapi, Demohøgskolen'],
    ['Fysioterapeut', 'Bachelor i fysioterapi, Demohøgskolen'],
  ],
  3: [
    ['Sosionom', 'Bachelor i sosialt arbeid, Demohøgskolen'],
    ['Barnevernspedagog', 'Bachelor i barnevern, Demohøgskolen'],
    ['Pedagog', 'Master i spesialpedagogikk, Demouniversitetet'],
  ],
  4: [['Miljøarbeider', 'Fagbrev som helsefagarbeider, Demo videregående skole']],
};

/** Demo applicant number `number`: the same person every time the demo is made. */
export function demoApplicant(number: number): DemoApplicant {
  const luck = chance(number * 7919);
  const locale: Locale = number % 9 === 0 ? 'en' : number % 5 === 0 ? 'nn' : 'nb';
  const categoryNumber = luck.pick([1, 2, 2, 2, 3, 3, 4] as const);
  const workplace = luck.pick([
    'ward',
    'psychosis',
    'outreach',
    'clinic',
    'municipal',
    'municipal',
    'childWelfare',
    'housing',
  ] as const);
  const { employer, organisationNumber, unit, claims } = demoWorkplaces[workplace];
  const name = `Demo Søker ${number}`;
  const [profession, education] = luck.pick(professions[categoryNumber]);
  return {
    number,
    name,
    email: `soker${number}@opptak.example`,
    locale,
    categoryNumber,
    workplace,
    answers: {
      aboutYou: {
        name,
        phone: `000000${String(number).padStart(2, '0')}`,
        preferredLanguage: locale,
      },
      category: {
        categoryNumber,
        profession,
        education,
        relevantExperience: luck.pick(experiences[locale]),
        authorisationNumber: '',
        ...workAndCourses(categoryNumber, employer),
      },
      workplace: {
        employer,
        organisationNumber,
        unit,
        managerName: `Demo Leder ${luck.int(9) + 1}`,
        managerEmail: 'leder@helsetrust.example',
        managerSupports: luck.int(5) === 0 ? 'not-yet' : 'yes',
        worksWithKyr: claims,
        howKyr: claims === 'no' ? '' : luck.pick(waysOfKyr[locale]),
        howLearningUsed: luck.pick(usesOfLearning[locale]),
      },
      motivation: { motivation: luck.pick(motivations[locale]) },
      conditions: { readsEnglish: true, rolePlay: true, videoRecording: true },
    },
    documents:
      categoryNumber === 4
        ? [
            { documents: 'work', title: 'Attest på arbeid' },
            { documents: 'course', title: 'Kursbevis' },
          ]
        : [{ documents: 'education', title: 'Vitnemål' }],
  };
}

/** Two positions that overlap, and a course: what category 4 must show. */
function workAndCourses(
  categoryNumber: number,
  employer: string,
): Pick<CategoryAnswers, 'workPeriods' | 'courses'> {
  if (categoryNumber !== 4) return { workPeriods: [], courses: [] };
  return {
    workPeriods: [
      {
        employer,
        position: 'Miljøarbeider',
        percent: 75,
        from: localDate('2019-08-01'),
        to: localDate('2023-12-31'),
      },
      {
        employer: 'Demo kommune',
        position: 'Støttekontakt',
        percent: 50,
        from: localDate('2021-01-01'),
        to: null,
      },
    ],
    courses: [{ name: 'Kurs i miljøterapi', provider: 'Demohøgskolen', year: 2022 }],
  };
}
