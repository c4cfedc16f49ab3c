import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicationReceivedLetter } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import { applicationWithdrawnLetter } from '@/emails/application-withdrawn';
import { applicationWithdrawnMailboxLetter } from '@/emails/application-withdrawn-mailbox';
import { deadlineExtendedLetter } from '@/emails/deadline-extended';
import { declinedLetter } from '@/emails/declined';
import { declinedMailboxLetter } from '@/emails/declined-mailbox';
import { documentRemovedLetter } from '@/emails/document-removed';
import { enrolledLetter } from '@/emails/enrolled';
import { enrolledMailboxLetter } from '@/emails/enrolled-mailbox';
import { informationAnsweredLetter } from '@/emails/information-answered';
import { informationAnsweredMailboxLetter } from '@/emails/information-answered-mailbox';
import { informationRequestReminderLetter } from '@/emails/information-request-reminder';
import { informationRequestWithdrawnLetter } from '@/emails/information-request-withdrawn';
import { informationRequestedLetter } from '@/emails/information-requested';
import { offerLetter } from '@/emails/offer';
import { refusalLetter } from '@/emails/refusal';
import type { RenderedLetter } from '@/emails/rendered-letter';
import { signInLetter } from '@/emails/sign-in';
import { waitingListLetter } from '@/emails/waiting-list';
import { withdrawalUndoneLetter } from '@/emails/withdrawal-undone';
import { withdrawalUndoneMailboxLetter } from '@/emails/withdrawal-undone-mailbox';
import { languageTag, type Locale } from '@/lib/kernel/locale';
import { kroner } from '@/lib/kernel/money';
import { localDate } from '@/lib/kernel/time';

const day = localDate('2027-05-31');
const moment = new Date('2027-05-20T10:00:00Z');

/** Facts, which are no language's: a sentence that is the same in two languages is then a letter's own. */
const facts = {
  installation: 'Opptak',
  cohort: '2027–2028',
  reference: '7K3M-Q9TX-4WBN',
  zone: 'Europe/Oslo',
  name: 'Kari',
  applicantName: 'Kari',
  email: 'kari@demo.example',
  question: 'Q?',
  answer: 'A.',
  filename: 'f.pdf',
  finding: 'Eicar',
  reason: 'R.',
  workplace: 'W',
  place: 'P',
  page: 'https://o.example/p',
  link: 'https://o.example/l',
  contact: { mailbox: 'm@o.example', phone: '1' },
  arrivalNumber: 7,
  documents: 2,
  receivedAt: moment,
  withdrawnAt: moment,
  undoUntil: moment,
  undoneAt: moment,
  answeredAt: moment,
  signedAt: moment,
  changesUntil: day,
  canApplyUntil: day,
  until: day,
  next: { kind: 'upload', until: day },
  dueOn: day,
  respondBy: day,
  admissionClosesOn: day,
  firstDay: day,
  registered: { by: 'S', way: 'email' },
  registeredWay: 'email',
  asks: 'document',
  askedOn: day,
  isBegun: true,
  afterRelease: true,
  late: true,
  concluded: true,
  isSent: true,
  ordinal: '6',
  number: 2,
  total: 9,
  capacity: 30,
  moves: 1,
  criteria: ['priority-workplace', 'assessment-score', 'arrival'],
  price: kroner(20_000),
  ordinaryPrice: kroner(26_000),
  earlyBirdPrice: kroner(20_000),
  earlyBirdPlaces: 5,
  earlyBirdPlacesLeft: 5,
  earlyBird: true,
  payer: [],
  gatherings: [{ from: day, to: day }],
} as const;

const named = { ...facts, programme: 'BET' };
const localized = { ...facts, programme: { nb: 'BET', nn: 'BET', en: 'BET' } };

/** Every letter, by the file it is written in. */
const letters: Readonly<Record<string, (locale: Locale) => Promise<RenderedLetter>>> = {
  'application-received': (locale) => applicationReceivedLetter(locale, localized),
  'application-received-mailbox': (locale) => applicationReceivedMailboxLetter(locale, localized),
  'application-withdrawn': (locale) => applicationWithdrawnLetter(locale, localized),
  'application-withdrawn-mailbox': (locale) => applicationWithdrawnMailboxLetter(locale, localized),
  'deadline-extended': (locale) => deadlineExtendedLetter(locale, localized),
  declined: (locale) => declinedLetter(locale, named),
  'declined-mailbox': (locale) => declinedMailboxLetter(locale, named),
  'document-removed': (locale) => documentRemovedLetter(locale, localized),
  enrolled: (locale) => enrolledLetter(locale, named),
  'enrolled-mailbox': (locale) => enrolledMailboxLetter(locale, named),
  'information-answered': (locale) => informationAnsweredLetter(locale, localized),
  'information-answered-mailbox': (locale) => informationAnsweredMailboxLetter(locale, localized),
  'information-request-reminder': (locale) => informationRequestReminderLetter(locale, localized),
  'information-request-withdrawn': (locale) => informationRequestWithdrawnLetter(locale, localized),
  'information-requested': (locale) => informationRequestedLetter(locale, localized),
  offer: (locale) => offerLetter(locale, named),
  refusal: (locale) => refusalLetter(locale, named),
  'sign-in': (locale) => signInLetter(locale, named),
  'waiting-list': (locale) => waitingListLetter(locale, named),
  'withdrawal-undone': (locale) => withdrawalUndoneLetter(locale, localized),
  'withdrawal-undone-mailbox': (locale) => withdrawalUndoneMailboxLetter(locale, localized),
};

/** What the letters are made with, and no letters themselves. */
const parts = [
  'about-application',
  'frame',
  'letter-content',
  'letter-form',
  'line-breaks',
  'mailbox-notice',
  'open-request',
  'plain-text',
  'rendered-letter',
  'to-applicant',
];

/** Sentences that bokmål and nynorsk write alike; each has been read as nynorsk. */
const alike: ReadonlySet<string> = new Set([
  'Alle andre betaler 26 000 kr.',
  'Du har fått plass på BET',
  'Du står på venteliste til BET',
  'Kari har søkt BET, kull 2027–2028.',
  'Last opp på nytt:',
  'Ny søknad nr. 7: BET 2027–2028',
  'Ombestemmer du deg, kan du angre til 20. mai 2027 kl. 12.00.',
  'Skriv til m@o.example eller ring 1.',
  'Svaret kom etter fristen.',
  'Takk for at du søkte.',
  'Vi har fått svaret ditt',
  'Vi har fått søknaden din til BET',
]);

/** The sentences of a letter: lines of some words that are neither a fact nor an address. */
function sentences({ subject, text }: RenderedLetter): string[] {
  return [subject, ...text.split(/\n+|(?<=[.?!:]) /)]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => (line.match(/\p{L}{2,}/gu) ?? []).length >= 4 && !line.includes('http'));
}

const met = new Set<string>();

describe('letters', () => {
  it('are all read here', () => {
    const files = readdirSync('emails').map((file) => file.replace(/\.tsx?$/, ''));
    expect(Object.keys(letters).toSorted()).toEqual(
      files.filter((file) => !parts.includes(file)).toSorted(),
    );
  });

  it.each(Object.keys(letters))('«%s» is written in each of the three languages', async (name) => {
    const write = letters[name];
    if (write === undefined) throw new Error(`There is no letter «${name}».`);
    const [nb, nn, en] = [await write('nb'), await write('nn'), await write('en')];
    const shared = (one: RenderedLetter, other: RenderedLetter) =>
      sentences(one).filter((sentence) => sentences(other).includes(sentence));
    const inNorwegian = shared(nb, nn);
    for (const sentence of inNorwegian) met.add(sentence);
    expect(inNorwegian.filter((sentence) => !alike.has(sentence))).toEqual([]);
    expect([...shared(nb, en), ...shared(nn, en)]).toEqual([]);
    for (const [locale, letter] of [
      ['nb', nb] as const,
      ['nn', nn] as const,
      ['en', en] as const,
    ]) {
      expect(letter.html).toContain(`lang="${languageTag(locale)}"`);
      expect(letter.subject).not.toBe('');
    }
  });

  it('write alike in bokmål and nynorsk no more than is listed', () => {
    expect([...alike].filter((sentence) => !met.has(sentence))).toEqual([]);
  });
});
