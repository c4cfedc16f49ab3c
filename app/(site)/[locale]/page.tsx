import type { Metadata } from 'next';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { Page } from '@/components/frame/page';
import { ProgrammeList } from '@/components/frame/programme-list';
import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Prose } from '@/components/ui/prose';
import { listProgrammes } from '@/lib/programme/queries/list-programmes';

interface Props {
  params: Promise<{ locale: string }>;
}

const stations = [
  'application',
  'assessment',
  'answer',
  'binding',
  'gatherings',
  'diploma',
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTexts(await pageLocale(params), 'static')('home.title') };
}

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'static');
  const programmes = await listProgrammes(await getPlatform(), await readPageSession());
  return (
    <Page>
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
