import { getTexts } from '@/components/texts/get-texts';
import type { SubmissionReceipt } from '@/lib/application/queries/submission-receipt';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Block, Fact, StructuredText } from '@/lib/kernel/document';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { answersInWords, type AnswerInWords } from './answer-words';
import { fileSize } from './file-size';

/** A value of more than this many characters stands as text below its question, and not beside it. */
const longest = 120;

/** An application as it arrived, as a text to be kept: the same receipt in the same words each time. */
export function receiptText(locale: Locale, receipt: SubmissionReceipt): StructuredText {
  const t = getTexts(locale, 'my-application');
  return {
    locale,
    title: t('receiptFile.title'),
    blocks: [
      ...arrival(locale, receipt),
      { kind: 'heading', level: 2, text: t('receiptFile.next') },
      { kind: 'list', items: whatHappens(locale, receipt) },
      { kind: 'heading', level: 2, text: t('contact.heading') },
      {
        kind: 'paragraph',
        text: t('receiptFile.contact', {
          mailbox: receipt.cohort.programme.mailbox,
          phone: receipt.cohort.programme.contactPhone,
          reference: receipt.reference,
        }),
      },
      ...answers(locale, receipt),
      ...documents(locale, receipt),
    ],
  };
}

/** What it is saved as: "soknad-7K3M-Q9TX-4WBN.pdf". */
export function receiptFilename(locale: Locale, reference: string): string {
  return `${locale === 'en' ? 'application' : 'soknad'}-${reference}.pdf`;
}

function arrival(locale: Locale, receipt: SubmissionReceipt): Block[] {
  const t = getTexts(locale, 'my-application');
  const { cohort, reference, receivedAt, writtenAt, registeredWay: way, email } = receipt;
  const moment = (at: Date) =>
    t('receiptFile.moment', {
      instant: formatInstant(at, cohort.zone, locale),
      zone: cohort.zone === 'Europe/Oslo' ? t('receiptFile.norwegianTime') : cohort.zone,
    });
  const name = receipt.answers.aboutYou?.name ?? '';
  const rows: Fact[] = [
    { term: t('receiptFile.programme'), value: cohort.programme.name[locale] },
    { term: t('receiptFile.cohort'), value: cohort.name },
    { term: t('receiptFile.applicant'), value: name },
    { term: t('receiptFile.email'), value: email },
    { term: t('reference'), value: reference },
    { term: t('receiptFile.received'), value: moment(receivedAt) },
    { term: t('receiptFile.number'), value: String(receipt.arrivalNumber) },
  ];
  const written =
    way === null ? [] : [{ term: t(`receiptFile.written.${way}`), value: moment(writtenAt) }];
  return [
    { kind: 'paragraph', text: t('receiptFile.lead') },
    { kind: 'facts', rows: [...rows, ...written].map(plainFact) },
    { kind: 'paragraph', text: t('receiptFile.order') },
  ];
}

function whatHappens(locale: Locale, receipt: SubmissionReceipt): string[] {
  const t = getTexts(locale, 'my-application');
  const { cohort, deadline, writtenAt } = receipt;
  const day = (date: typeof deadline) => ({ date: formatLongDate(date, locale) });
  return [
    localDateOf(writtenAt, cohort.zone) <= deadline
      ? t('receiptFile.changes', day(deadline))
      : t('receiptFile.noChanges', day(deadline)),
    t('receiptFile.assessed', day(cohort.applicationDeadline)),
    t('receiptFile.answers', day(cohort.respondBy)),
  ];
}

function answers(locale: Locale, { answers: given, work, cohort }: SubmissionReceipt): Block[] {
  const t = getTexts(locale, 'application');
  const steps = answersInWords(locale, {
    answers: given,
    work,
    categories: cohort.programme.categories,
    // What has arrived without an answer was not asked for it.
    kyrIsKnown: true,
  });
  return steps.flatMap(({ step, answers: answered }): Block[] => [
    { kind: 'heading', level: 2, text: t(`steps.${step}`) },
    ...besideOrBelow(locale, answered),
  ]);
}

/** Short answers beside their questions, long ones below, in the order in which they were asked. */
function besideOrBelow(locale: Locale, answered: readonly AnswerInWords[]): Block[] {
  const blocks: Block[] = [];
  let beside: Fact[] = [];
  const flush = () => {
    if (beside.length > 0) blocks.push({ kind: 'facts', rows: beside });
    beside = [];
  };
  for (const { term, value } of answered) {
    const lines = typeof value === 'string' ? linesOf(value) : value.flatMap(linesOf);
    if (lines.length === 0) {
      beside.push({ term, value: getTexts(locale, 'common')('notAnswered') });
    } else if (lines.length === 1 && (lines[0] ?? '').length <= longest) {
      beside.push({ term, value: lines[0] ?? '' });
    } else {
      flush();
      blocks.push({ kind: 'heading', level: 3, text: term });
      if (typeof value === 'string') {
        blocks.push(...lines.map((text): Block => ({ kind: 'paragraph', text })));
      } else {
        blocks.push({ kind: 'list', items: lines });
      }
    }
  }
  flush();
  return blocks;
}

function documents(locale: Locale, receipt: SubmissionReceipt): Block[] {
  const t = getTexts(locale, 'application');
  const own = getTexts(locale, 'my-application');
  const heading: Block = { kind: 'heading', level: 2, text: t('documents.heading') };
  if (receipt.documents.length === 0) {
    return [heading, { kind: 'paragraph', text: own('receiptFile.noDocuments') }];
  }
  return [
    heading,
    { kind: 'paragraph', text: own('receiptFile.fingerprints') },
    ...receipt.documents.flatMap(({ filename, documents: purpose, size, sha256 }): Block[] => [
      { kind: 'heading', level: 3, text: linesOf(filename).join(' ') },
      {
        kind: 'facts',
        rows: [
          { term: own('receiptFile.shows'), value: t(`documents.purposes.${purpose}`) },
          { term: own('receiptFile.size'), value: fileSize(size, locale) },
          { term: own('receiptFile.fingerprint'), value: sha256 },
        ],
      },
    ]),
  ];
}

function plainFact({ term, value }: Fact): Fact {
  return { term, value: linesOf(value).join(' ') };
}

/** The lines of a text that say something; a tab is a space on paper. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[\t ]+/g, ' ').trim())
    .filter((line) => line !== '');
}
