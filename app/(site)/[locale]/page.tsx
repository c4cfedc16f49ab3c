import type { Metadata } from 'next';
import type { SearchParams } from '@/app/form-return';
import { installation } from '@/app/installation';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { Page } from '@/components/frame/page';
import { ProgrammeList } from '@/components/frame/programme-list';
import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import { Prose } from '@/components/ui/prose';
import { listProgrammes } from '@/lib/programme/queries/list-programmes';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: SearchParams;
}

const stations = [
  'application',
  'assessment',
  'answer',
  'binding',
  'gatherings',
  'diploma',
] as const;

/** A layout's template of titles does not reach the page beside it, so this one names the house itself. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = getTexts(await pageLocale(params), 'static')('home.title');
  return { title: { absolute: `${title} – ${installation().name}` } };
}

export default async function HomePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'static');
  const { done } = await searchParams;
  const programmes = await listProgrammes(await getPlatform(), await readPageSession());
  return (
    <Page>
      {done === 'offer-closed' ? (
        <Notice kind="success" locale={locale} heading={t('home.offerClosed')} live>
          <p>{t('home.offerClosedText')}</p>
        </Notice>
      ) : null}
      <Heading level={1} size="2xl">
        {t('home.title')}
      </Heading>
      <Prose lead>
        <p>{t('home.lead')}</p>
      </Prose>
      <section aria-labelledby="programmes">
        <Heading level={2} id="programmes" hidden>
          {t('home.programmesHeading')}
        </Heading>
        <ProgrammeList locale={locale} programmes={programmes} />
      </section>
      <section aria-labelledby="way">
        <Heading level={2} id="way">
          {t('home.wayHeading')}
        </Heading>
        <Way
          locale={locale}
          label={t('home.wayLabel')}
          stations={stations.map((key) => ({
            key,
            label: t(`home.way.${key}`),
            detail: t(`home.way.${key}Detail`),
            state: 'coming',
          }))}
        />
      </section>
      <section aria-labelledby="mine">
        <Heading level={2} id="mine">
          {t('home.mineHeading')}
        </Heading>
        <p>{t('home.mine')}</p>
        <p>
          <a href={`/${locale}/applications`}>{t('home.mineLink')}</a>
        </p>
      </section>
    </Page>
  );
}
