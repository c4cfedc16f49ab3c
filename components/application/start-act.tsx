import { getTexts } from '@/components/texts/get-texts';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import type { StateForApplicant } from '@/lib/application/rules/states';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortOnPage } from '@/lib/programme/queries/programme-page';
import { applicationPath } from './application-paths';

/** The application that somebody has to the cohort already. */
export interface OwnBefore {
  readonly reference: string;
  readonly state: StateForApplicant;
}

/** The way on from the start page: sign in, start, or go on with the application that is there. */
export function StartAct({
  locale,
  cohort: { facts },
  isSignedIn,
  own,
  label,
}: {
  locale: Locale;
  cohort: CohortOnPage;
  isSignedIn: boolean;
  own: OwnBefore | null;
  /** Names the form, where the page has the act twice: on top for who comes back, and below all that is to be known. */
  label?: string;
}) {
  const t = getTexts(locale, 'application');
  const place = `${encodeURIComponent(facts.programme.slug)}/${encodeURIComponent(facts.slug)}`;
  if (own !== null) {
    const isDraft = own.state === 'draft';
    return (
      <div>
        <p>{t(isDraft ? 'start.already' : 'start.alreadySent')}</p>
        <FormFooter>
          <ButtonLink href={applicationPath(locale, own.reference)}>
            {t(isDraft ? 'start.resume' : 'start.see')}
          </ButtonLink>
        </FormFooter>
      </div>
    );
  }
  if (!isSignedIn) {
    const here = `/${locale}/apply/${place}`;
    return (
      <div data-flow>
        <FormFooter>
          <ButtonLink href={`/${locale}/sign-in?next=${encodeURIComponent(here)}`}>
            {t('start.signIn')}
          </ButtonLink>
        </FormFooter>
        {label === undefined ? null : <p>{t('start.signInNote')}</p>}
      </div>
    );
  }
  return (
    <Form
      action={`/api/${locale}/applications/start/${place}`}
      {...(label === undefined ? {} : { label })}
    >
      <FormFooter>
        <Button>{t('start.button')}</Button>
      </FormFooter>
    </Form>
  );
}
