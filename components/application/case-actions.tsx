import { getTexts } from '@/components/texts/get-texts';
import { ButtonLink } from '@/components/ui/button';
import { FormFooter } from '@/components/ui/form';
import type { UndoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { Locale } from '@/lib/kernel/locale';
import { applicationPath, stepPath } from './application-paths';
import { canBeWithdrawn } from './case-standing';
import { standingOf, type Case } from './case-words';

interface ActionProps {
  locale: Locale;
  subject: Case;
  application: MyApplication;
}

/** What one can do now; the thing to do first and left. */
export function CaseActions({ locale, subject, application }: ActionProps) {
  const t = getTexts(locale, 'my-application');
  const { reference, cohort, continueWith } = application;
  switch (standingOf(subject)) {
    case 'draft':
      return (
        <FormFooter>
          <ButtonLink href={stepPath(locale, reference, continueWith)}>
            {t(continueWith === 'summary' ? 'actions.finish' : 'actions.continue')}
          </ButtonLink>
        </FormFooter>
      );
    case 'offer':
      return (
        <FormFooter>
          <ButtonLink href={`/${locale}/offers/${reference}`}>{t('actions.answer')}</ButtonLink>
        </FormFooter>
      );
    case 'bound':
      return (
        <FormFooter>
          <ButtonLink href={`/${locale}/offers/${reference}/enrolled`}>
            {t('actions.seeSlip')}
          </ButtonLink>
        </FormFooter>
      );
    case 'received':
      return (
        <>
          {application.editable ? (
            <FormFooter>
              <ButtonLink variant="secondary" href="#answers">
                {t('actions.change')}
              </ButtonLink>
            </FormFooter>
          ) : null}
          <p>
            <a href={applicationPath(locale, reference, 'receipt')}>{t('actions.receipt')}</a>
          </p>
        </>
      );
    case 'draft-closed':
    case 'cohort-cancelled':
      return (
        <p>
          <a href={`/${locale}/programmes/${cohort.programme.slug}`}>{t('actions.next')}</a>
        </p>
      );
    default:
      return null;
  }
}

/** After a withdrawal, below the way back: a new application now, or when there will be a cohort. */
export function Anew(props: {
  locale: Locale;
  application: MyApplication;
  undo: UndoOfWithdrawal | null;
}) {
  const { locale, application, undo } = props;
  const { cohort, state, window } = application;
  if (state !== 'withdrawn' || undo?.hindrance?.kind === 'applied-anew') return null;
  const t = getTexts(locale, 'my-application');
  const ofProgramme = encodeURIComponent(cohort.programme.slug);
  return (
    <p>
      {window === 'open' ? (
        <a href={`/${locale}/apply/${ofProgramme}/${encodeURIComponent(cohort.slug)}`}>
          {t('actions.again')}
        </a>
      ) : (
        <a href={`/${locale}/programmes/${ofProgramme}`}>{t('actions.next')}</a>
      )}
    </p>
  );
}

/** To take it back: a draft is deleted, what has arrived is withdrawn. */
export function WithdrawLink({ locale, subject, application }: ActionProps) {
  const { reference, state, withdrawable } = application;
  if (state === 'draft') {
    return (
      <p>
        <a href={applicationPath(locale, reference, 'delete')}>
          {getTexts(locale, 'drafts')('delete.link')}
        </a>
      </p>
    );
  }
  if (!withdrawable || !canBeWithdrawn[standingOf(subject)]) return null;
  return (
    <p>
      <a href={applicationPath(locale, reference, 'withdraw')}>
        {getTexts(locale, 'my-application')('actions.withdraw')}
      </a>
    </p>
  );
}
