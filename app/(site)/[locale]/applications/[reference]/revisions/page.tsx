import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';
import { chosenRevisions, compareRevisions } from '@/components/application/revision-comparison';
import { RevisionsView } from '@/components/application/revisions-view';
import { getTexts } from '@/components/texts/get-texts';
import { myRevisions } from '@/lib/application/queries/my-revisions';
import { readPerson, type OwnApplicationParams } from '../../read-application';

interface Props extends OwnApplicationParams {
  readonly searchParams: SearchParams;
}

const read = cache(async (sentLocale: string, reference: string) => {
  const { locale, person } = await readPerson(sentLocale);
  const own = await myRevisions(await getPlatform(), person, { reference });
  return own === null ? noSuchPage(locale) : { locale, own };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: sent, reference } = await params;
  const { locale } = await read(sent, reference);
  return { title: getTexts(locale, 'my-application')('revisions.title') };
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const { locale: sent, reference } = await params;
  const { locale, own } = await read(sent, reference);
  const { from, to } = await searchParams;
  const chosen = chosenRevisions(own.revisions, { from, to });
  return (
    <RevisionsView locale={locale} own={own} comparison={compareRevisions(locale, own, chosen)} />
  );
}
