import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { Details } from '@/components/ui/details';
import { Form, FormFooter } from '@/components/ui/form';
import { HeadedSection } from '@/components/ui/headed-section';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { staffLengths } from '@/lib/application/staff-forms';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type {
  StaffAnchoring,
  StaffWorkplace,
} from '@/lib/application/queries/workplace-anchorings';
import { inForceOn } from '@/lib/application/rules/anchoring';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { scopedFields, type ReturnedForm } from './scoped-fields';
import styles from './panel.module.css';

interface PanelProps {
  locale: Locale;
  application: StaffApplication;
  returnedVerify: ReturnedForm | null;
  returnedWithdraw: ReturnedForm | null;
  list: string | undefined;
}

/** What the applicant claims of the workplace, what has been verified, and the acts of verifying (rule 5). */
export function AnchoringPanel(props: PanelProps) {
  const { locale, application } = props;
  const { workplace, answers, priority, lockedPriority, cohort, permissions } = application;
  const t = getTexts(locale, 'staff');
  const claim = answers.workplace?.worksWithKyr ?? null;
  return (
    <HeadedSection id="anchoring" size="sm" heading={t('anchoring.heading')}>
      {workplace === null ? (
        <p>{t('anchoring.noWorkplace')}</p>
      ) : (
        <>
          <p>
            {workplace.employer}, {workplace.unit}
          </p>
          <p>
            <Tag tone={priority ? 'accent' : 'neutral'}>
              {t(priority ? 'anchoring.priority' : 'anchoring.noPriority')}
            </Tag>{' '}
            <span className={styles.note}>
              {t('anchoring.asOf', {
                date: formatLongDate(cohort.applicationDeadline, locale),
              })}
            </span>
          </p>
          {lockedPriority === null ? null : (
            <p>{t('anchoring.locked', { priority: lockedPriority ? 'yes' : 'no' })}</p>
          )}
          <p>
            {claim === null
              ? getTexts(locale, 'workplace')('staff.notAsked')
              : `${t('anchoring.claim')} ${t(`anchoring.claims.${claim}`)}`}
          </p>
          {workplace.anchorings.length === 0 ? <p>{t('anchoring.unverified')}</p> : null}
          {workplace.anchorings.map((anchoring) => (
            <Anchoring key={anchoring.id} {...props} anchoring={anchoring} />
          ))}
          <Neighbours {...props} />
          <Colleagues {...props} workplace={workplace} />
          {application.own.workplace ? (
            <p className={styles.note}>{getTexts(locale, 'workplace')('staff.own')}</p>
          ) : null}
          {permissions.verifyAnchoring ? <VerifyForm {...props} workplace={workplace} /> : null}
        </>
      )}
    </HeadedSection>
  );
}

function Anchoring(props: PanelProps & { anchoring: StaffAnchoring }) {
  const { locale, application, anchoring, returnedWithdraw, list } = props;
  const { cohort, permissions, reference } = application;
  const { id, from, to, evidence, verifiedBy, verifiedAt, withdrawnAt, withdrawnReason } =
    anchoring;
  const t = getTexts(locale, 'staff');
  // Several can stand beside each other: only the one that was sent gets its words back.
  const mine = returnedWithdraw?.typed['anchoringId']?.[0] === id ? returnedWithdraw : null;
  const field = scopedFields(locale, `withdraw-${id}`, mine);
  const span =
    to === null
      ? t('anchoring.since', { from: formatLongDate(from, locale) })
      : t('anchoring.span', { from: formatLongDate(from, locale), to: formatLongDate(to, locale) });
  return (
    <div className={styles.fact}>
      <p>
        {span}{' '}
        {withdrawnAt === null ? (
          <Tag tone={inForceOn(anchoring, cohort.applicationDeadline) ? 'success' : 'neutral'}>
            {t(
              inForceOn(anchoring, cohort.applicationDeadline)
                ? 'anchoring.inForce'
                : 'anchoring.notInForce',
            )}
          </Tag>
        ) : (
          <Tag>{t('anchoring.withdrawn')}</Tag>
        )}
      </p>
      <p className={styles.words}>{evidence}</p>
      <p className={styles.note}>
        {t('anchoring.verifiedBy', {
          name: verifiedBy,
          when: formatInstant(verifiedAt, cohort.zone, locale),
        })}
      </p>
      {withdrawnAt === null ? null : (
        <p className={styles.note}>
          {t('anchoring.withdrawnAt', {
            when: formatInstant(withdrawnAt, cohort.zone, locale),
            reason: withdrawnReason ?? '',
          })}
        </p>
      )}
      {permissions.verifyAnchoring && withdrawnAt === null ? (
        <Details summary={t('anchoring.withdraw')} open={mine !== null}>
          <Form
            action={`/api/${locale}/staff/applications/${reference}/withdraw-anchoring`}
            label={t('anchoring.withdraw')}
            hidden={{ workplaceId: application.workplace?.id, anchoringId: id, list }}
          >
            <p>{t('anchoring.withdrawText')}</p>
            <TextArea
              {...field('reason')}
              label={t('anchoring.withdrawReason')}
              characterLimit={staffLengths.reason}
              rows={3}
            />
            <FormFooter>
              <Button variant="secondary" color="danger">
                {t('anchoring.withdrawButton')}
              </Button>
            </FormFooter>
          </Form>
        </Details>
      ) : null}
    </div>
  );
}

/** The same place may have been written otherwise: priority rests on the very same, so staff should see. */
function Neighbours({ locale, application: { anchoredNeighbours } }: PanelProps) {
  if (anchoredNeighbours.length === 0) return null;
  const t = getTexts(locale, 'workplace');
  return (
    <>
      <p className={styles.note}>{t('staff.sameEmployer')}</p>
      <ul className={styles.plain}>
        {anchoredNeighbours.map(({ unit, since, isNear }) => (
          <li key={unit}>
            {t(isNear ? 'staff.maybeSame' : 'staff.unitSince', {
              unit,
              date: formatLongDate(since, locale),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Colleagues(props: PanelProps & { workplace: StaffWorkplace }) {
  const { locale, application, workplace } = props;
  const t = getTexts(locale, 'staff');
  const others = workplace.applications.filter(
    ({ reference }) => reference !== application.reference,
  );
  if (others.length === 0) return <p className={styles.note}>{t('anchoring.alone')}</p>;
  return (
    <>
      <p className={styles.note}>{t('anchoring.others', { count: others.length })}</p>
      <ul className={styles.plain}>
        {others.map(({ reference, name, cohort }) => (
          <li key={reference}>
            <a href={`/${locale}/staff/applications/${reference}`}>{name}</a>{' '}
            <span className={styles.note}>{cohort}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function VerifyForm(props: PanelProps & { workplace: StaffWorkplace }) {
  const { locale, application, workplace, returnedVerify, list } = props;
  const t = getTexts(locale, 'staff');
  const field = scopedFields(locale, 'verify', returnedVerify);
  const standing = workplace.anchorings.some(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <Details
      summary={t(standing ? 'anchoring.verifyMore' : 'anchoring.verify')}
      open={returnedVerify !== null || !standing}
    >
      <Form
        action={`/api/${locale}/staff/applications/${application.reference}/verify-anchoring`}
        label={t('anchoring.verify')}
        hidden={{ workplaceId: workplace.id, list }}
      >
        <p>{t('anchoring.verifyText', { count: workplace.applications.length })}</p>
        <DateField {...field('from')} label={t('anchoring.from')} />
        <DateField
          {...field('to')}
          label={t('anchoring.to')}
          hint={t('anchoring.toHint')}
          optional
        />
        <TextArea
          {...field('evidence')}
          label={t('anchoring.evidence')}
          hint={t('anchoring.evidenceHint')}
          characterLimit={staffLengths.evidence}
          rows={4}
        />
        <FormFooter>
          <Button>{t('anchoring.verifyButton')}</Button>
        </FormFooter>
      </Form>
    </Details>
  );
}
