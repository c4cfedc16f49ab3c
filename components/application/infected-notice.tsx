import { getTexts } from '@/components/texts/get-texts';
import { writeTo } from '@/components/ui/mail-address';
import { Notice } from '@/components/ui/notice';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { RemovedForVirus } from '@/lib/application/queries/my-application';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationPath } from './application-paths';

type Next = RemovedForVirus['next'];

interface Props {
  readonly locale: Locale;
  readonly application: Pick<MyApplication, 'reference' | 'cohort'>;
  readonly infected: readonly RemovedForVirus[];
}

/** Bad news first: what the virus scanner found something in is gone, and what can be done about it. */
export function InfectedNotice({ locale, application, infected }: Props) {
  if (infected.length === 0) return null;
  const t = getTexts(locale, 'documents');
  const kinds = new Map(infected.map(({ next }) => [keyOf(next), next]));
  return (
    <Notice kind="danger" locale={locale} heading={t('infected.heading')}>
      {infected.map(({ id, filename, removedAt }) => (
        <p key={id}>
          {t('infected.what', {
            filename,
            date: formatLongDate(localDateOf(removedAt, application.cohort.zone), locale),
          })}
        </p>
      ))}
      {[...kinds].map(([key, next]) => (
        <p key={key}>
          <WhatNext locale={locale} application={application} next={next} />
        </p>
      ))}
    </Notice>
  );
}

function keyOf(next: Next): string {
  return next.kind === 'answer' ? `answer ${next.number}` : next.kind;
}

function WhatNext({ locale, application, next }: Omit<Props, 'infected'> & { next: Next }) {
  const t = getTexts(locale, 'documents');
  const { reference, cohort } = application;
  switch (next.kind) {
    case 'upload':
      return t.rich('infected.again', {
        there: (words) => <a href={applicationPath(locale, reference, 'documents')}>{words}</a>,
      });
    case 'answer':
      return t.rich('infected.answer', {
        there: (words) => (
          <a href={applicationPath(locale, reference, `requests/${next.number}`)}>{words}</a>
        ),
      });
    case 'write': {
      const { mailbox } = cohort.programme;
      return t.rich('infected.write', {
        ...writeTo(mailbox),
        reference,
      });
    }
    case 'nothing':
      return t('infected.nothing');
  }
}
