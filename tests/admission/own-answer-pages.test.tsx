import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { ForColleagues } from '@/components/admission/for-colleagues';
import { ApplicationHistory } from '@/components/staff/application-history';
import { ApplicationsTable } from '@/components/staff/applications-table';
import { cohortTasks } from '@/components/staff/cohort-tasks';
import { OwnNotice } from '@/components/staff/own-notice';
import { readTableAddress } from '@/components/staff/table-address';
import { getTexts } from '@/components/texts/get-texts';
import { wordProblem } from '@/components/texts/word-problem';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { locales, type Locale } from '@/lib/kernel/locale';
import { problemOfRefusal } from '@/lib/platform/door/problems';
import type { TestPlatform } from '../harness/platform';
import { wordsOf } from '../harness/words';
import { htmlFaults } from '../journeys/html-faults';
import { applies, concludes, done, moments, openAdmission, refusalOf, type Applied } from './stage';

const text = (element: ReactElement) => wordsOf(renderToStaticMarkup(element));

describe('the pages of an officer who has applied to the cohort', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;
  let oline: Person;
  let own: Applied;

  const tasks = async (reader: Person, locale: Locale) => {
    const admission = done(await cohortAdmission(platform, reader, { cohortId }));
    return cohortTasks(admission, reader, await platform.clock.now(), locale);
  };

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
    own = await applies(platform, cohortId, 'Oline');
    oline = { ...own.applicant, roles: ['officer'] };
    await concludes(platform, officer, await applies(platform, cohortId, 'Anne'));
  });

  it('call her to conclude on nobody when only her own is left', async () => {
    expect((await tasks(oline, 'nb')).map(({ href }) => href)).toEqual([]);
    expect((await tasks(officer, 'nb')).map(({ href }) => href)).toEqual([
      `/nb/staff/cohorts/${cohortId}?state=submitted`,
    ]);
    await concludes(platform, officer, own);
  });

  it.each(locales)('say in %s that the ranking is for a colleague, and why', async (locale) => {
    const admission = done(await cohortAdmission(platform, oline, { cohortId }));
    const refusal = refusalOf(await lockRanking(platform, oline, { cohortId }));
    if (refusal === undefined) throw new Error('It was to be refused.');
    const problem = problemOfRefusal(refusal);
    const page = (
      <ForColleagues
        locale={locale}
        actor={oline}
        admission={admission}
        now={await platform.clock.now()}
        current="ranking"
        title={getTexts(locale, 'admission')('ranking.title')}
        problems={[{ field: '', message: wordProblem(locale, 'admission', problem) }]}
      />
    );
    const words = { nb: 'Be en kollega', nn: 'Be ein kollega', en: 'Ask a colleague' };
    expect(text(page)).toContain(words[locale]);
    expect(text(page)).not.toMatch(/Anne|Oline/);
    expect(wordProblem(locale, 'admission', problem)).not.toBe(
      getTexts(locale, 'common')('problems.malformed'),
    );
    expect(renderToStaticMarkup(page)).toContain('error-summary');
    expect(await htmlFaults(renderToStaticMarkup(page))).toEqual([]);
  });

  it.each(locales)('say in %s why her own case shows no conclusion', async (locale) => {
    const application = done(await staffApplication(platform, oline, { reference: own.reference }));
    const words = { nb: 'når svarene sendes', nn: 'når svara blir sende', en: 'answers are sent' };
    expect(text(<OwnNotice {...{ locale, application }} />)).toContain(words[locale]);
    expect(text(<ApplicationHistory {...{ locale, application }} />)).not.toContain('Ola Opptak');
    const table = done(await staffApplications(platform, oline, { cohortId }));
    const rows = renderToStaticMarkup(
      <ApplicationsTable {...{ locale, table, page: '/x', address: readTableAddress({}) }} />,
    );
    const t = getTexts(locale, 'staff');
    expect(rows.split(t('applications.own'))).toHaveLength(2);
    expect(rows.split(`>${t('applications.states.submitted')}<`)).toHaveLength(2);
    expect(rows.split(`>${t('applications.states.qualified')}<`)).toHaveLength(2);
  });

  it('name locking and sending as a colleague’s', async () => {
    platform.clock.set(moments.afterDeadline);
    const forColleague = [
      { words: getTexts('nb', 'staff')('cohorts.tasks.awaitsOwnAnswer'), href: null },
    ];
    expect(await tasks(oline, 'nb')).toEqual(forColleague);
    done(await lockRanking(platform, officer, { cohortId }));
    expect(await tasks(oline, 'nb')).toEqual(forColleague);
    expect((await tasks(officer, 'nb')).map(({ href }) => href)).toEqual([
      `/nb/staff/cohorts/${cohortId}/release`,
    ]);
  });

  it('say no more than that it is hers once the answers are out', async () => {
    done(await releaseAdmission(platform, officer, { cohortId }));
    const application = done(await staffApplication(platform, oline, { reference: own.reference }));
    const notice = text(<OwnNotice locale="nb" application={application} />);
    expect(notice).toContain('din egen søknad');
    expect(notice).not.toContain('når svarene sendes');
    expect((await tasks(oline, 'nb')).map(({ href }) => href)).toEqual([
      `/nb/staff/cohorts/${cohortId}/release`,
    ]);
  });
});
