import type pg from 'pg';
import { v7 } from 'uuid';
import { applicationReceivedLetter } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import type { RenderedLetter } from '@/emails/rendered-letter';
import { formatInstant } from '@/lib/kernel/dates';
import { localDate } from '@/lib/kernel/time';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';

export type RawOutcome = 'submitted' | 'not-found' | 'closed' | 'incomplete';

interface Application {
  readonly id: string;
  readonly cohort_id: string;
  readonly state: string;
  readonly answers: Record<string, Record<string, unknown> | null>;
}

interface Facts {
  readonly state: string;
  readonly in_window: boolean;
  readonly workplace_id: string | null;
  readonly documents: number;
  readonly mailbox: string;
  readonly categories: readonly number[];
}

interface Arrival {
  readonly number: number;
  readonly at: Date;
}

/** Facts in the letters that stand for a submission's own. */
const model = {
  name: 'NAME-OF-THE-APPLICANT',
  reference: 'REFERENCE-OF-IT',
  receivedAt: new Date('2020-02-02T02:02:00Z'),
  arrivalNumber: 987_654_321,
};
const modelTime = formatInstant(model.receivedAt, 'Europe/Oslo', 'nb');

/** The two letters of a submission as ours are, with places for what differs from one to the next. */
async function modelLetters(): Promise<readonly [RenderedLetter, RenderedLetter]> {
  const common = {
    ...model,
    installation: 'Opptak',
    programme: recoveryProgramme.texts.name,
    cohort: 'Bench',
    zone: 'Europe/Oslo',
    link: `http://localhost:3000/nb/applications/${model.reference}`,
  };
  return [
    await applicationReceivedLetter('nb', {
      ...common,
      changesUntil: localDate('2027-05-31'),
      registeredWay: null,
      contact: { mailbox: recoveryProgramme.mailbox, phone: recoveryProgramme.contactPhone },
    }),
    await applicationReceivedMailboxLetter('nb', {
      ...common,
      workplace: 'DPS Nord, Fjordby helseforetak',
      documents: 0,
      registered: null,
    }),
  ];
}

const clock = new Intl.DateTimeFormat('nb', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'long',
  timeStyle: 'short',
});

function fillIn(text: string, name: string, reference: string, arrival: Arrival): string {
  return text
    .replaceAll(model.name, name.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .replaceAll(model.reference, reference)
    .replaceAll(modelTime, clock.format(arrival.at))
    .replaceAll(String(model.arrivalNumber), String(arrival.number));
}

function isComplete(answers: Application['answers'], categories: readonly number[]): boolean {
  const { aboutYou, category, workplace, motivation, conditions } = answers;
  return (
    Boolean(aboutYou?.['name'] && aboutYou['phone']) &&
    categories.includes(Number(category?.['categoryNumber'])) &&
    Boolean(category?.['profession'] && category['education'] && category['relevantExperience']) &&
    Boolean(workplace?.['organisationNumber'] && workplace['unit'] && workplace['howKyr']) &&
    Boolean(motivation?.['motivation']) &&
    Boolean(conditions?.['readsEnglish'] && conditions['rolePlay'] && conditions['videoRecording'])
  );
}

/** How a workplace's name is compared, as rules/workplace-key.ts does for names as simple as the bench's. */
function workplaceKey(workplace: Record<string, unknown> | null | undefined): string {
  const unit = String(workplace?.['unit'])
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${String(workplace?.['organisationNumber'])}:${unit}`;
}

/**
 * The submission by hand: the draft's row is locked, the facts are read in one statement, the cohort's
 * row is locked by the statement that counts it on (and whose clock is read after the lock), and five
 * more statements write what is to be written. Statements are prepared, as ours are.
 */
export async function openRawSubmission(
  pool: pg.Pool,
): Promise<(account: Account, reference: string) => Promise<RawOutcome>> {
  const [toApplicant, toMailbox] = await modelLetters();
  return async (account, reference) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const outcome = await submit(client, account, reference);
      await client.query(outcome === 'submitted' ? 'commit' : 'rollback');
      return outcome;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

  async function submit(
    client: pg.PoolClient,
    account: Account,
    reference: string,
  ): Promise<RawOutcome> {
    const found = await client.query<Application>({
      name: 'application',
      text: `select id, cohort_id, state, answers from application
        where reference = $1 and applicant_id = $2 for update`,
      values: [reference, account.id],
    });
    const application = found.rows[0];
    if (application === undefined) return 'not-found';
    if (application.state !== 'draft') return 'submitted';
    const { answers, cohort_id: cohortId } = application;
    const read = await client.query<Facts>({
      name: 'facts',
      text: `select c.state, p.mailbox,
          (now() at time zone c.zone)::date between c.opens_on
            and greatest(c.application_deadline, x.until) as in_window,
          (select w.id from workplace w where w.match_key = $3) as workplace_id,
          (select count(*)::int from supporting_document d
            where d.application_id = $2 and d.removed_at is null) as documents,
          (select array_agg(e.number) from eligibility_category e
            where e.programme_id = p.id) as categories
        from cohort c join programme p on p.id = c.programme_id
        left join deadline_extension x
          on x.cohort_id = c.id and x.applicant_id = $4 and x.withdrawn_at is null
        where c.id = $1`,
      values: [cohortId, application.id, workplaceKey(answers['workplace']), account.id],
    });
    const facts = read.rows[0];
    if (facts === undefined) return 'not-found';
    if (facts.state !== 'open' || !facts.in_window) return 'closed';
    if (!isComplete(answers, facts.categories)) return 'incomplete';
    const workplaceId = facts.workplace_id ?? (await makeWorkplace(client, answers['workplace']));

    const counted = await client.query<Arrival>({
      name: 'count',
      text: `update cohort set last_arrival_number = last_arrival_number + 1
        where id = $1 and state = 'open'
        returning last_arrival_number as number, date_trunc('milliseconds', clock_timestamp()) as at`,
      values: [cohortId],
    });
    const arrival = counted.rows[0];
    if (arrival === undefined) return 'closed';
    await client.query({
      name: 'arrive',
      text: `update application set state = 'submitted', received_at = $2, arrival_number = $3,
        workplace_id = $4, updated_at = $2 where id = $1`,
      values: [application.id, arrival.at, arrival.number, workplaceId],
    });
    await client.query({
      name: 'revision',
      text: `insert into application_revision (id, application_id, number, answers, at, by_id)
        values ($1, $2, 1, $3, $4, $5)`,
      values: [v7(), application.id, JSON.stringify(answers), arrival.at, account.id],
    });
    await client.query({
      name: 'event',
      text: `insert into audit_event (id, at, kind, actor_kind, actor_id, actor_label, subject_type,
          subject_id, cohort_id, before, after)
        values ($1, $2, 'application-submitted', 'person', $3, $4, 'application', $5, $6, $7, $8)`,
      values: [
        v7(),
        arrival.at,
        account.id,
        account.name ?? account.email,
        application.id,
        cohortId,
        JSON.stringify({ state: 'draft' }),
        JSON.stringify({ state: 'submitted', arrivalNumber: arrival.number, revision: 1 }),
      ],
    });
    const name = String(answers['aboutYou']?.['name']);
    const letters = [
      { id: v7(), kind: 'application-received', to: account.email, letter: toApplicant },
      { id: v7(), kind: 'application-received-mailbox', to: facts.mailbox, letter: toMailbox },
    ].map(({ letter, ...rest }) => ({
      ...rest,
      message_id: `<${rest.id}@localhost>`,
      subject: fillIn(letter.subject, name, reference, arrival),
      html: fillIn(letter.html, name, reference, arrival),
      text: fillIn(letter.text, name, reference, arrival),
    }));
    await client.query({
      name: 'letters',
      text: `insert into letter (id, kind, to_address, user_id, cohort_id, application_id, locale,
          subject, html, text, message_id, queued_at)
        select l.id, l.kind, l."to", $2, $3, $4, 'nb', l.subject, l.html, l.text, l.message_id, $5
        from json_to_recordset($1) as l(id uuid, kind text, "to" text, subject text, html text,
          text text, message_id text)`,
      values: [JSON.stringify(letters), account.id, cohortId, application.id, arrival.at],
    });
    await client.query({
      name: 'jobs',
      text: `insert into pgboss.job_common (name, data, retry_limit, retry_delay, retry_backoff,
          retry_delay_max, expire_seconds, deletion_seconds, keep_until, policy)
        select q.name, j.data, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
          q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second',
          q.policy
        from unnest($1::jsonb[]) as j(data) join pgboss.queue q on q.name = 'send-letter'`,
      values: [letters.map(({ id }) => JSON.stringify({ letterId: id }))],
    });
    return 'submitted';
  }
}

interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
}

async function makeWorkplace(
  client: pg.PoolClient,
  workplace: Record<string, unknown> | null | undefined,
): Promise<string> {
  const key = workplaceKey(workplace);
  const made = await client.query<{ id: string }>({
    name: 'workplace',
    text: `insert into workplace (id, organisation_number, employer, unit, match_key, created_at)
      values ($1, $2, $3, $4, $5, now())
      on conflict (match_key) do update set match_key = excluded.match_key returning id`,
    values: [
      v7(),
      workplace?.['organisationNumber'],
      workplace?.['employer'],
      workplace?.['unit'],
      key,
    ],
  });
  return made.rows[0]?.id ?? '';
}
