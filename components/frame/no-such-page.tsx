import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import { ButtonLink } from '@/components/ui/button';
import { FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { MailLink } from '@/components/ui/mail-address';
import { Prose } from '@/components/ui/prose';
import type { Installation } from './installation';
import { Page } from './page';

/** What is safe, whom to ask, and two ways on. */
export function NoSuchPage(props: { locale: Locale; installation: Installation }) {
  const { locale, installation } = props;
  const t = getTexts(locale, 'static');
  return (
    <Page>
      <Heading level={1}>{t('notFound.heading')}</Heading>
      <Prose>
        <p>{t('notFound.why')}</p>
        <p>{t('notFound.safe')}</p>
        <p>
          {t('notFound.ask')} <MailLink address={installation.contact} />
        </p>
      </Prose>
      <FormFooter>
        <ButtonLink href={`/${locale}`}>{t('notFound.home')}</ButtonLink>
        <ButtonLink href={`/${locale}/applications`} variant="secondary">
          {t('notFound.mine')}
        </ButtonLink>
      </FormFooter>
    </Page>
  );
}
