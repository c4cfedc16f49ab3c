import { getTexts } from '@/components/texts/get-texts';
import { Price } from '@/components/ui/price';
import { Table, type Column } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CohortEnrollments, EnrollmentRow } from '@/lib/enrollment/queries/cohort-enrollments';
import {
  writeEnrollmentOrder,
  type EnrollmentColumn,
  type EnrollmentOrder,
} from '@/lib/enrollment/rules/enrollment-list';
import type { Payer } from '@/lib/enrollment/rules/payer';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { formatOrganisationNumber } from '@/lib/kernel/organisation-number';

interface Props {
  locale: Locale;
  enrollments: CohortEnrollments;
  order: EnrollmentOrder;
  /** The page's own address, for the links that sort. */
  path: string;
}

/** The enrollments of a cohort, sorted by the address bar. */
export function EnrollmentsTable({ locale, enrollments, order, path }: Props) {
  const t = getTexts(locale, 'enrollment');
  return (
    <Table
      locale={locale}
      caption={t('staff.caption')}
      columns={columnsOf({ locale, enrollments, order, path })}
      rows={enrollments.rows}
      rowKey={(row) => row.reference}
      empty={t('staff.empty')}
    />
  );
}

function columnsOf({ locale, enrollments, order, path }: Props): Column<EnrollmentRow>[] {
  const t = getTexts(locale, 'enrollment');
  const { zone } = enrollments.cohort;
  const sort = (by: EnrollmentColumn) => {
    const sorted = order.by === by;
    const target = writeEnrollmentOrder({ by, descending: sorted && !order.descending });
    const way = order.descending ? ('descending' as const) : ('ascending' as const);
    return { href: `${path}?sort=${target}`, ...(sorted ? { sorted: way } : {}) };
  };
  return [
    {
      key: 'ordinal',
      head: t('staff.columns.ordinal'),
      figures: true,
      sort: sort('ordinal'),
      cell: (row) => row.ordinal,
    },
    {
      key: 'name',
      head: t('staff.columns.name'),
      rowHead: true,
      sort: sort('name'),
      cell: (row) => (
        <>
          {enrollments.mayReadApplications ? (
            <a href={`/${locale}/staff/applications/${row.reference}`}>{row.name}</a>
          ) : (
            row.name
          )}
          {row.state === 'bound' ? null : (
            <>
              {' '}
              <Tag tone={row.state === 'cancelled' ? 'warning' : 'success'}>
                {t(`staff.states.${row.state}`)}
              </Tag>
            </>
          )}
        </>
      ),
    },
    {
      key: 'workplace',
      head: t('staff.columns.workplace'),
      sort: sort('workplace'),
      cell: (row) => row.workplace ?? t('staff.none'),
    },
    {
      key: 'price',
      head: t('staff.columns.price'),
      figures: true,
      sort: sort('price'),
      cell: (row) => <Price money={row.price} locale={locale} />,
    },
    {
      key: 'kind',
      head: t('staff.columns.kind'),
      cell: (row) => (row.earlyBird ? t('staff.kind.earlyBird') : t('staff.kind.ordinary')),
    },
    { key: 'payer', head: t('staff.columns.payer'), cell: (row) => payerText(row.payer, locale) },
    {
      key: 'signed',
      head: t('staff.columns.signed'),
      sort: sort('signed'),
      cell: (row) => (
        <time dateTime={row.signedAt.toISOString()}>
          {formatInstant(row.signedAt, zone, locale)}
        </time>
      ),
    },
    {
      key: 'slip',
      head: t('staff.columns.slip'),
      cell: (row) => (
        <a href={`/api/${locale}/offers/${row.reference}/slip.pdf`}>
          {t.rich('staff.slip', {
            name: row.name,
            hidden: (text) => <span className="ds-sr-only">{text}</span>,
          })}
        </a>
      ),
    },
  ];
}

function payerText(payer: Payer, locale: Locale): string {
  const t = getTexts(locale, 'enrollment');
  if (payer.kind === 'applicant') return t('staff.payer.applicant');
  return t('staff.payer.employer', {
    employer: payer.employer,
    number: formatOrganisationNumber(payer.organisationNumber),
    reference: payer.reference,
  });
}
