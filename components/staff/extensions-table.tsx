import { getTexts } from '@/components/texts/get-texts';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CohortExtensions, GivenExtension } from '@/lib/application/queries/cohort-extensions';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { isOnOrBefore } from '@/lib/kernel/time';

type Standing = 'standing' | 'over' | 'replaced' | 'used';

/** The later deadlines that have been given in a cohort, to whom, and why. */
export function ExtensionsTable({ locale, given }: { locale: Locale; given: CohortExtensions }) {
  const t = getTexts(locale, 'staff');
  const { cohort, extensions } = given;
  const words = (key: 'applicant' | 'until' | 'state' | 'reason' | 'by') => ({
    key,
    head: t(`extensions.columns.${key}`),
  });
  return (
    <Table<GivenExtension>
      locale={locale}
      caption={t('extensions.given', { count: extensions.length })}
      rows={extensions}
      rowKey={({ id }) => id}
      empty={t('extensions.empty')}
      columns={[
        { ...words('applicant'), rowHead: true, cell: (row) => <Who locale={locale} row={row} /> },
        { ...words('until'), cell: ({ until }) => formatLongDate(until, locale) },
        {
          ...words('state'),
          cell: (row) => {
            const standing = standingOf(row, given);
            const tone = standing === 'standing' ? 'info' : 'neutral';
            return <Tag tone={tone}>{t(`extensions.states.${standing}`)}</Tag>;
          },
        },
        { ...words('reason'), cell: ({ reason }) => reason },
        {
          ...words('by'),
          cell: ({ grantedBy, grantedAt }) =>
            t('extensions.by', {
              name: grantedBy,
              when: formatInstant(grantedAt, cohort.zone, locale),
            }),
        },
      ]}
    />
  );
}

function standingOf(row: GivenExtension, { cohort, now }: CohortExtensions): Standing {
  if (!row.standing) return 'replaced';
  if (row.reference !== null) return 'used';
  return isOnOrBefore(now, row.until, cohort.zone) ? 'standing' : 'over';
}

function Who({ locale, row }: { locale: Locale; row: GivenExtension }) {
  const name = row.name ?? row.email;
  return (
    <>
      {row.reference === null ? (
        name
      ) : (
        <a href={`/${locale}/staff/applications/${row.reference}`}>{name}</a>
      )}
      {row.name === null ? null : (
        <>
          <br />
          {row.email}
        </>
      )}
    </>
  );
}
