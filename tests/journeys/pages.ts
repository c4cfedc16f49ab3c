import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { demoPdf } from '@/prisma/demo/document';
import type { Cohort, Prisma } from '@/prisma/generated/client';
import type { TestServer } from '../harness/server';
import type { Visit } from './visit';

/** One page in one state, and the way there from the stop before it. */
export interface Stop {
  /** Names its picture, and the fault that is found on it. */
  readonly name: string;
  /** An address, or what is done on the page before. */
  readonly go: string | ((me: Visit) => Promise<void>);
  /** The same page in another language, where only the words differ. */
  readonly isTranslation?: true;
  /** Looks or works otherwise without JavaScript: it is pictured that way too. */
  readonly differs?: true;
  /** The page is asked for, and looked at, while the server cannot reach its database. */
  readonly inOutage?: true;
  /** The picture of it that the README shows. */
  readonly inReadme?: `${390 | 1280}-${'light' | 'dark'}`;
}

/** Pages that one person comes to, one after the other. */
export interface Tour {
  readonly who: string;
  /** Whom to sign in as, or null for a visitor, and the stops; read from the demo when the tour begins. */
  readonly prepare: (server: TestServer) => Promise<{
    readonly email: string | null;
    readonly stops: readonly Stop[];
  }>;
}

const at = (name: string, go: Stop['go'], more: Omit<Stop, 'name' | 'go'> = {}): Stop => ({
  name,
  go,
  ...more,
});

const translated = (name: string, go: Stop['go']): Stop => at(name, go, { isTranslation: true });

/** A page that somebody asks for while the database is away. */
const failing = (name: string, go: string): Stop => at(name, go, { inOutage: true });

/** Presses what sends the form of the page. */
const press = (name: string | RegExp) => (me: Visit) => me.press(name);

const place = ({ programme, slug }: { programme: { slug: string }; slug: string }) =>
  `${programme.slug}/${slug}`;

function cohortIn({ platform }: TestServer, state: string) {
  return platform.db.cohort.findFirstOrThrow({ where: { state }, include: { programme: true } });
}

function applicationWhere({ platform }: TestServer, where: Prisma.ApplicationWhereInput) {
  return platform.db.application.findFirstOrThrow({
    // What the tours themselves have made is not what the demo shows.
    where: { ...where, applicant: { email: { not: { startsWith: 'tur-' } } } },
    include: { applicant: true, cohort: { include: { programme: true } } },
    orderBy: { createdAt: 'desc' },
  });
}

const visitor: Tour = {
  who: 'a visitor',
  prepare: async ({ platform }) => {
    const cohorts = await platform.db.cohort.findMany({ include: { programme: true } });
    return {
      email: null,
      stops: [
        ...(['nb', 'nn', 'en'] as const).flatMap((locale) =>
          [
            at('home', `/${locale}`),
            at('programme', `/${locale}/programmes/bet-recovery`, { inReadme: '390-light' }),
            at('sign-in', `/${locale}/sign-in`),
            at('privacy', `/${locale}/privacy`),
            at('accessibility', `/${locale}/accessibility`),
            at('no-such-page', `/${locale}/no-such-page`),
            at('address-not-readable', `/${locale}/%E0%A4%A`),
          ].map((stop) => (locale === 'nb' ? stop : translated(`${stop.name}-${locale}`, stop.go))),
        ),
        failing('page-fails', '/nb/programmes/bet-recovery'),
        failing('page-fails-nn', '/nn/programmes/bet-recovery'),
        failing('page-fails-en', '/en/programmes/bet-recovery'),
        at(
          'form-fails',
          async (me) => {
            await me.open('/nb/sign-in');
            await me.fill('E-postadresse', 'tur@demo.example');
            await me.press('Send meg lenken');
          },
          { inOutage: true },
        ),
        ...cohorts.flatMap((cohort) => [
          at(`cohort-${cohort.slug}-${cohort.state}`, `/nb/programmes/${place(cohort)}`),
          at(`start-${cohort.slug}-${cohort.state}`, `/nb/apply/${place(cohort)}`),
        ]),
        at('offer-link-not-valid', '/nb/offers/link-not-valid'),
        at('sign-in-expired', '/nb/sign-in/confirm'),
        at('demo-mailbox', '/dev/mailbox'),
        at('sign-in-refused', async (me) => {
          await me.open('/nb/sign-in');
          await me.press('Send meg lenken');
        }),
        at('sign-in-sent', async (me) => {
          await me.fill('E-postadresse', 'tur@demo.example');
          await me.press('Send meg lenken');
        }),
        at('sign-in-confirm', async (me) => {
          const letter = await me.mailbox.waitForLetter({ to: 'tur@demo.example' });
          const link = letter.links.find((each) => each.includes('/sign-in/link/'));
          await me.page.goto(link ?? 'the letter has no link');
        }),
        at('demo-letter', async (me) => {
          await me.open('/dev/mailbox');
          await me.follow(/logge inn/);
        }),
      ],
    };
  },
};

const steps = ['about-you', 'category', 'workplace', 'motivation', 'conditions'] as const;

/** The draft that a tour has begun: its own pages stand below this. */
const own = (me: Visit) => me.path().split('/').slice(0, 4).join('/');

/** With a script the files come first, and each is asked what it shows; else what it shows comes first. */
async function isByScript(me: Visit): Promise<boolean> {
  return !(await me.page.getByLabel('Arbeid', { exact: true }).first().isVisible());
}

async function choosesFile(me: Visit): Promise<void> {
  const buffer = await demoPdf('Attest', 'Tur');
  await me.attach(null, { name: 'attest.pdf', mimeType: 'application/pdf', buffer });
}

async function forgetsWhatItShows(me: Visit): Promise<void> {
  if (await isByScript(me)) {
    await choosesFile(me);
    await me.page.getByRole('button', { name: 'Last opp' }).click();
  } else {
    await me.press('Last opp');
  }
}

async function uploads(me: Visit): Promise<void> {
  if (await isByScript(me)) {
    await me.page.getByRole('combobox', { name: /attest\.pdf$/ }).selectOption({ label: 'Arbeid' });
    await me.page.getByRole('button', { name: 'Last opp' }).click();
    await me.page.getByText('Lagt ved', { exact: true }).waitFor();
  } else {
    await me.choose('Arbeid', 'Hva viser vedlegget?');
    await choosesFile(me);
    await me.press('Last opp');
  }
}

const newcomer: Tour = {
  who: 'somebody who applies',
  prepare: async (server) => {
    const open = await cohortIn(server, 'open');
    const inStep = (step: string) => async (me: Visit) => {
      await me.open(`${own(me)}/${step}`);
    };
    return {
      email: 'tur-soker@demo.example',
      stops: [
        at('applications-empty', '/nb/applications'),
        failing('frame-fails', '/nb/applications'),
        at('start-signed-in', `/nb/apply/${place(open)}`),
        ...steps.flatMap((step, number) => [
          at(`${step}-empty`, number === 0 ? press('Start søknaden') : inStep(step)),
          at(`${step}-refused`, press('Lagre og gå videre')),
        ]),
        at('category-four-refused', async (me) => {
          await me.open(`${own(me)}/category`);
          await me.choose('Gruppe 4: Ansatt uten høyskoleutdanning');
          await me.press('Lagre og gå videre');
        }),
        at('category-four-more', press('Legg til en arbeidsperiode')),
        at('documents-empty', inStep('documents'), { differs: true }),
        at('documents-refused', forgetsWhatItShows),
        at('documents-one', uploads),
        at('summary-missing', inStep('summary')),
        at('summary-refused', press('Send søknad')),
        at('draft', async (me) => {
          await me.open(own(me));
        }),
        at('draft-delete', inStep('delete')),
        at('draft-deleted', press('Slett søknaden')),
        at('draft-restored', press(/^Angre/)),
      ],
    };
  },
};

/** Somebody whose application stands as the demo left it. */
function applicant(
  who: string,
  where: Prisma.ApplicationWhereInput,
  stops: (own: string, reference: string) => readonly Stop[],
): Tour {
  return {
    who,
    prepare: async (server) => {
      const { reference, applicant } = await applicationWhere(server, where);
      return {
        email: applicant.email,
        stops: [
          at(`${who}-list`, '/nb/applications'),
          at(`${who}-case`, `/nb/applications/${reference}`),
          ...stops(`/nb/applications/${reference}`, reference),
        ],
      };
    },
  };
}

const applicants: readonly Tour[] = [
  applicant('drafting', { state: 'draft', cohort: { state: 'open' }, erasedAt: null }, (here) => [
    ...[...steps, 'documents', 'summary'].map((step) =>
      at(step, `${here}/${step}`, {
        ...(step === 'category' ? { inReadme: '390-light' as const } : {}),
        ...(step === 'documents' ? { differs: true as const } : {}),
      }),
    ),
    ...(['nn', 'en'] as const).flatMap((locale) =>
      [...steps, 'documents', 'summary'].map((step) =>
        translated(`${step}-${locale}`, `/${locale}${here.slice(3)}/${step}`),
      ),
    ),
  ]),
  applicant(
    'submitted',
    {
      state: 'submitted',
      cohort: { state: 'open' },
      revisions: { none: { number: { gte: 2 } } },
    },
    (here) => [
      at('receipt', `${here}/receipt`),
      translated('receipt-nn', `/nn${here.slice(3)}/receipt`),
      translated('receipt-en', `/en${here.slice(3)}/receipt`),
      at('motivation-submitted', `${here}/motivation`),
      at('documents-submitted', `${here}/documents`),
      at('revisions-none', `${here}/revisions`),
      at('withdraw', `${here}/withdraw`),
      at('withdraw-refused', press('Trekk søknaden')),
      at('withdrawn', async (me) => {
        await me.choose('Ja, jeg vil trekke søknaden');
        await me.press('Trekk søknaden');
      }),
      at('withdrawn-list', '/nb/applications'),
      at('withdrawal-undone', async (me) => {
        await me.open(here);
        await me.press(/^Angre/);
      }),
    ],
  ),
  applicant('changed', { revisions: { some: { number: { gte: 2 } } } }, (here) => [
    at('revisions', `${here}/revisions`),
    translated('revisions-nn', `/nn${here.slice(3)}/revisions`),
  ]),
  applicant('asked', { requests: { some: { state: 'open' } } }, (here) => [
    at('request', `${here}/requests/1`),
    at('request-refused', press('Send svaret')),
    translated('request-nn', `/nn${here.slice(3)}/requests/1`),
  ]),
  applicant('answering', { requests: { some: { state: 'answered', number: 1 } } }, (here) => [
    at('request-answered', `${here}/requests/1`),
  ]),
  applicant('let-off', { requests: { some: { state: 'withdrawn' } } }, (here) => [
    at('request-withdrawn', `${here}/requests/2`),
  ]),
  applicant(
    'assessed',
    {
      state: { in: ['submitted', 'qualified'] },
      cohort: { state: 'assessing' },
      requests: { none: {} },
    },
    () => [],
  ),
  applicant('offered', { offers: { some: { state: 'open' } } }, (_here, reference) => [
    at('slip', `/nb/offers/${reference}`),
    at('slip-refused', press(/^Meld deg bindende på/)),
    at('slip-employer-refused', async (me) => {
      await me.choose('Arbeidsgiveren min', 'Hvem betaler?');
      await me.press(/^Meld deg bindende på/);
    }),
    translated('slip-nn', `/nn/offers/${reference}`),
    translated('slip-en', `/en/offers/${reference}`),
  ]),
  applicant('enrolled', { enrollment: { state: 'bound' } }, (_here, reference) => [
    at('enrolled', `/nb/offers/${reference}/enrolled`),
  ]),
  applicant('declined', { offers: { some: { state: 'declined' } } }, (_here, reference) => [
    at('declined', `/nb/offers/${reference}/declined`),
  ]),
  applicant('lapsed', { offers: { some: { state: 'lapsed' } } }, (_here, reference) => [
    at('lapsed', `/nb/offers/${reference}`),
  ]),
  applicant('waiting', { notice: { kind: 'waiting-list' } }, () => []),
  applicant('refused', { notice: { kind: 'refusal' } }, () => []),
];

const staffOf = ({ id }: Cohort) => `/nb/staff/cohorts/${id}`;

const reader: Tour = {
  who: 'staff who read',
  prepare: async ({ platform }) => {
    const cohorts = await platform.db.cohort.findMany();
    return {
      email: 'reader@opptak.example',
      stops: [
        at('staff-reader', '/nb/staff'),
        ...cohorts.flatMap((cohort) =>
          ['', '/ranking', '/release', '/enrollments'].map((tab) =>
            at(
              `staff-${tab === '' ? 'applications' : tab.slice(1)}-${cohort.state}`,
              `${staffOf(cohort)}${tab}`,
            ),
          ),
        ),
      ],
    };
  },
};

const officer: Tour = {
  who: 'an officer',
  prepare: async (server) => {
    const assessing = await cohortIn(server, 'assessing');
    const admitting = await cohortIn(server, 'admitting');
    const four = await applicationWhere(server, { categoryNumber: 4, state: 'qualified' });
    const unread = await applicationWhere(server, {
      cohortId: assessing.id,
      state: { in: ['submitted', 'qualified'] },
    });
    const page = staffOf(assessing);
    return {
      email: 'officer@opptak.example',
      stops: [
        at('staff', '/nb/staff'),
        translated('staff-nn', '/nn/staff'),
        translated('staff-en', '/en/staff'),
        at('staff-applications', page),
        at('staff-applications-none', `${page}?q=ingen+heter+dette`),
        at('staff-application-four', `/nb/staff/applications/${four.reference}`),
        at('staff-application', `/nb/staff/applications/${unread.reference}`),
        at('staff-application-refused', press(/^(Lagre|Erstatt) konklusjonen$/)),
        at('ranking', `${page}/ranking`, { inReadme: '1280-light' }),
        at('ranking-refused', press('Flytt søkeren')),
        at('ranking-locked', `${staffOf(admitting)}/ranking`),
        at('release-not-yet', `${page}/release`),
        at('released', `${staffOf(admitting)}/release`),
        at('enrollments', `${staffOf(admitting)}/enrollments`),
        at('register', `${page}/register`),
        at('register-refused', press('Registrer søknaden')),
        at('extensions', `${page}/extensions`),
        at('extensions-refused', press('Gi utsatt frist')),
      ],
    };
  },
};

/**
 * Every page of ours, each in the states that it has. Accessibility, valid HTML and pictures all go
 * these ways; a page that is on none of them fails the test of `pagesNotSeen`.
 */
export const tours: readonly Tour[] = [visitor, newcomer, ...applicants, reader, officer];

/** Takes a tour: goes from stop to stop, and looks at each. */
export async function takeTour(
  server: TestServer,
  { prepare }: Tour,
  me: Visit,
  look: (stop: Stop) => Promise<void>,
): Promise<void> {
  const { email, stops } = await prepare(server);
  expect(new Set(stops.map(({ name }) => name)).size).toBe(stops.length);
  if (email !== null) {
    await me.open('/nb/applications');
    await me.signIn(email);
  }
  for (const stop of stops) {
    const comesAndLooks = async () => {
      if (typeof stop.go === 'string') await me.open(stop.go);
      else await stop.go(me);
      await look(stop);
    };
    if (stop.inOutage) await server.isWithoutDatabaseDuring(comesAndLooks);
    else await comesAndLooks();
  }
}

/** The pages of `app/` that none of these paths has come to: "(site)/[locale]/applications". */
export function pagesNotSeen(paths: readonly string[]): string[] {
  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.replace(/\/?page\.tsx$/, ''));
  const dynamic = (page: string) => page.split('/').filter((part) => part.startsWith('[')).length;
  const seen = paths.map((path) => {
    const fitting = pages.filter((page) => patternOf(page).test(path));
    return fitting.toSorted((one, other) => dynamic(one) - dynamic(other))[0];
  });
  return pages.filter((page) => !seen.includes(page) && !neverShown.has(page));
}

/** Pages that are no one's to read. */
const neverShown: ReadonlySet<string> = new Set([
  // What the bench measures ours against.
  '(dev)/dev/bare',
]);

function patternOf(page: string): RegExp {
  const parts = page.split('/').filter((part) => !part.startsWith('('));
  return new RegExp(
    `^${parts.map((part) => (part.startsWith('[') ? '/[^/]+' : `/${part}`)).join('')}$`,
  );
}
