import type { Metadata } from 'next';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { noSuchPage } from '@/app/no-such-page';
import { readPageAids } from '@/app/page-aids';
import { RequestView, requestTitle, type RequestDone } from '@/components/application/request-view';
import { wordReturnedAnswer } from '@/components/application/returned-answer';
import { Script, SessionWarning } from '@/components/frame/page-aids';
import { getTexts } from '@/components/texts/get-texts';
import { isNews } from '@/components/texts/word-problem';
import { bindFields } from '@/components/ui/bind-fields';
import { shownAnswer } from '@/lib/application/section-prints';
import { readOwnApplication } from '../../../read-application';

interface Props {
  readonly params: Promise<{ locale: string; reference: string; number: string }>;
  readonly searchParams: SearchParams;
}

async function read({ params, searchParams }: Props) {
  const sent = await params;
  const own = await readOwnApplication(sent.locale, sent.reference);
  const request = own.application.requests.find(({ number }) => String(number) === sent.number);
  if (request === undefined) return noSuchPage(own.locale);
  const back = await readFormReturn('answer-request', searchParams);
  return { ...own, request, back };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, request, back } = await read(props);
  const title = getTexts(locale, 'requests')(`page.title.${requestTitle(request)}`);
  const isRefused = back?.problems.some((problem) => !isNews(problem)) ?? false;
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

const dones: readonly RequestDone[] = ['added', 'there', 'removed', 'answered'];

export default async function RequestPage(props: Props) {
  const { locale, application, request, back } = await read(props);
  const sent = await props.searchParams;
  const done = dones.find((each) => each === sent['done']) ?? null;
  const problems = wordReturnedAnswer(locale, back?.problems ?? []);
  const field = bindFields({
    locale,
    problems,
    // A form that came back without what was typed hides nothing of what was kept before.
    values: { answer: request.answer ?? '', ...back?.typed },
  });
  const aids = request.answerable ? await readPageAids() : null;
  return (
    <>
      <RequestView
        {...{ locale, application, request, problems, field }}
        kept={{ shown: shownAnswer(request.answer), isUnsaved: back !== null }}
        done={(done === 'answered') === (request.state === 'answered') ? done : null}
      />
      {aids === null ? null : (
        <>
          <SessionWarning locale={locale} aids={aids} hasForm />
          <Script name="upload" aids={aids} />
          <Script name="autosave" aids={aids} />
          <Script name="characters" aids={aids} />
        </>
      )}
    </>
  );
}
