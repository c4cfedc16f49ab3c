import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { FieldBinding } from '@/components/ui/bind-fields';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import type { AnswerStep } from '@/lib/application/rules/steps';
import { applicationAction, applicationPath } from './application-paths';
import { AutosaveStatus } from './autosave-status';
import type { StepView } from './step-page';
import styles from './step-page.module.css';

/** The steps with a question that may be left open; elsewhere there is nothing to say of it. */
const hasOptional: ReadonlySet<AnswerStep> = new Set(['category', 'workplace']);

/** A step's form with its buttons: on, or later; and for an application that is sent, save or leave. */
export function StepForm({
  view,
  step,
  label,
  children,
}: {
  view: StepView;
  step: AnswerStep;
  label: string;
  children: ReactNode;
}) {
  const { locale, application, from } = view;
  const t = getTexts(locale, 'application');
  const common = getTexts(locale, 'common');
  const isSent = application.state === 'submitted';
  return (
    <>
      {hasOptional.has(step) ? <p className={styles.required}>{common('requiredNote')}</p> : null}
      <Form
        action={applicationAction(locale, application.reference, step)}
        hidden={{
          from: isSent ? 'application' : (from ?? undefined),
          _shown: view.shown ?? undefined,
        }}
        label={label}
        data={
          isSent || view.conflict !== null
            ? {}
            : { 'data-autosave': view.isUnsaved ? 'unsaved' : '' }
        }
      >
        {children}
        <FormFooter>
          <Button name="_intent" value="continue">
            {isSent
              ? t('frame.saveChanges')
              : from === 'summary'
                ? t('frame.saveAndReturn')
                : common('continue')}
          </Button>
          {isSent ? (
            <ButtonLink variant="tertiary" href={applicationPath(locale, application.reference)}>
              {t('frame.cancel')}
            </ButtonLink>
          ) : (
            <Button variant="secondary" name="_intent" value="later">
              {common('saveForLater')}
            </Button>
          )}
        </FormFooter>
        {isSent ? null : <AutosaveStatus locale={locale} button={common('continue')} />}
      </Form>
    </>
  );
}

/** Binds a field of the step to what is saved or was typed, and to what was wrong with it. */
export type BindField = (name: string) => FieldBinding;
