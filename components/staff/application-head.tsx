import { getTexts } from '@/components/texts/get-texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Heading } from '@/components/ui/heading';
import { Tag } from '@/components/ui/tag';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { cohortName } from './cohort-head';
import styles from './cohort-head.module.css';
import { applicationTone } from './tones';

interface Neighbour {
  readonly reference: string;
  readonly name: string;
}

/** The applications beside this one in the list that the reader came from. */
export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** The applicant as the application names them; by address while it does not. */
function applicantName({ answers, email }: StaffApplication): string {
  return answers.aboutYou?.name || email;
}

/** Whose application it is, how it stands, and the way to the list and through it. */
export function ApplicationHead(props: {
  locale: Locale;
  application: StaffApplication;
  neighbours: Neighbours;
  list: string | undefined;
}) {
  const { locale, application, neighbours, list } = props;
  const { cohort, state, arrivalNumber, receivedAt, withdrawnAt } = application;
  const t = getTexts(locale, 'staff');
  const name = applicantName(application);
  const listHref = `/${locale}/staff/cohorts/${cohort.id}${list ? `?${list}` : ''}`;
  const beside = (['previous', 'next'] as const).flatMap((side) => {
    const neighbour = neighbours[side];
    return neighbour === null ? [] : [{ side, ...neighbour }];
  });
  return (
    <>
      <Breadcrumb
        label={t('breadcrumb')}
        crumbs={[
          { label: t('title'), href: `/${locale}/staff` },
          { label: cohortName(cohort, locale), href: listHref },
          { label: name },
        ]}
      />
      <Heading level={1} size="lg">
        {name}
      </Heading>
      <p className={styles.facts}>
        <Tag tone={applicationTone[state]}>{t(`applications.states.${state}`)}</Tag>
        <span>
          {t('application.arrival', {
            number: arrivalNumber,
            when: formatInstant(receivedAt, cohort.zone, locale),
          })}
        </span>
        {withdrawnAt === null ? null : (
          <span>
            {t('application.withdrawnAt', {
              when: formatInstant(withdrawnAt, cohort.zone, locale),
            })}
          </span>
        )}
        <span>{t('application.reference', { reference: application.reference })}</span>
      </p>
      {beside.length === 0 ? null : (
        <nav aria-label={t('application.neighbours')} data-print="no">
          <p className={styles.facts}>
            {beside.map(({ side, reference, name: other }) => (
              <a
                key={side}
                rel={side === 'previous' ? 'prev' : 'next'}
                href={`/${locale}/staff/applications/${reference}?list=${encodeURIComponent(list ?? '')}`}
              >
                {t(`application.${side}`, { name: other })}
              </a>
            ))}
          </p>
        </nav>
      )}
    </>
  );
}
