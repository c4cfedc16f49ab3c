import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import { mailQueue } from '@/lib/correspondence/queries/mail-queue';
import { requeueLetters } from '@/lib/correspondence/use-cases/requeue-letters';
import { sendLetter } from '@/lib/correspondence/use-cases/send-letter';
import { ok, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/platform/database';
import { openJobs } from '@/lib/platform/jobs';
import { smtpMailer } from '@/lib/platform/mailer';
import { openMailSink } from '@/lib/platform/mail-sink';
import { listMailbox } from '@/lib/platform/mailbox';
import { testPlatform, type TestPlatform } from '../harness/platform';

let platform: TestPlatform;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  platform = await testPlatform({ now: new Date('2027-05-01T10:00:00Z') });
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function queue(to: string, secret?: string) {
  const result = await inTransaction(platform, async (tx) =>
    ok(
      await queueLetter(tx, {
        kind: 'test',
        to,
        locale: 'nb',
        rendered: {
          subject: 'Du har fått plass – æøå',
          html: '<p>Lenke: {{secret}}</p>',
          text: 'Lenke: {{secret}}',
        },
        attachments: [
          { filename: 'plan.ics', mediaType: 'text/calendar', bytes: Buffer.from('BEGIN') },
        ],
        ...(secret === undefined ? {} : { secret }),
      }),
    ),
  );
  if (!result.ok) throw new Error('not queued');
  return result.value;
}

const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

async function sink() {
  const folder = `${platform.env.DATA_DIR}/mail-${randomUUID()}`;
  const opened = await openMailSink(folder);
  const mailer = smtpMailer(opened.url);
  closing.push(async () => {
    mailer.close();
    await opened.close();
  });
  return { folder, mailer };
}

test('a letter goes out over SMTP with its secret, its attachment and its fixed Message-ID', async () => {
  const { folder, mailer } = await sink();
  const id = await queue('kari@demo.example', 'hemmelig-nøkkel');
  await sendLetter(platform, mailer, id);
  const [letter, ...others] = await listMailbox(folder, 10);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ to: 'kari@demo.example', subject: 'Du har fått plass – æøå' });
  expect(letter?.text).toContain('Lenke: hemmelig-nøkkel');
  expect(letter?.html).toContain('Lenke: hemmelig-nøkkel');
  expect(letter?.attachments.map((each) => each.filename)).toEqual(['plan.ics']);
  const row = await platform.db.letter.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ status: 'sent', sealedSecret: null, messageId: `<${id}@localhost>` });
});

test('a letter without a secret goes out as it is written', async () => {
  const { folder, mailer } = await sink();
  await sendLetter(platform, mailer, await queue('liv@demo.example'));
  const [letter] = await listMailbox(folder, 1);
  expect(letter?.text).toContain('Lenke: {{secret}}');
});

test('a letter that has been sent is not sent again', async () => {
  const { folder, mailer } = await sink();
  const id = await queue('ola@demo.example');
  await sendLetter(platform, mailer, id);
  await sendLetter(platform, mailer, id);
  expect(await listMailbox(folder, 10)).toHaveLength(1);
});

test('an unreachable server leaves the letter waiting, to be tried again', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`);
  closing.push(() => {
    mailer.close();
    return Promise.resolve();
  });
  const id = await queue('per@demo.example', 'nøkkel');
  await expect(sendLetter(platform, mailer, id)).rejects.toThrow('could not be sent');
  const row = await platform.db.letter.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ status: 'queued', attempts: 1, lastError: 'ESOCKET' });
  expect(row.sealedSecret).not.toBeNull();
  const again = await sink();
  await sendLetter(platform, again.mailer, id);
  expect((await listMailbox(again.folder, 1))[0]?.text).toContain('nøkkel');
});

test('a server that refuses a letter leaves it waiting, and keeps none of its words', async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      done(Object.assign(new Error('550 no such kari@demo.example'), { responseCode: 451 }));
    },
  });
  const port = await new Promise<number>((resolve) => {
    const started = server.listen(0, '127.0.0.1', () => {
      const address = started.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`);
  closing.push(async () => {
    mailer.close();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  });
  const id = await queue('kari@demo.example');
  await expect(sendLetter(platform, mailer, id)).rejects.toThrow('could not be sent');
  const row = await platform.db.letter.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ status: 'queued', attempts: 1 });
  expect(row.lastError).not.toContain('kari');
});

test('the queue tries a letter again until the server is back', async () => {
  const { folder, mailer } = await sink();
  const id = await queue('igjen@demo.example');
  const jobs = await openJobs(platform.database.pool, true, platform.log);
  closing.push(() => jobs.stop());
  let tries = 0;
  await jobs.work('send-letter', async ({ letterId }) => {
    if (letterId !== id) return;
    tries += 1;
    // The pause between tries is the queue's; here it is made short, so that the test can wait for it.
    await platform.database.pool.query(
      "update pgboss.job set retry_delay = 1, retry_backoff = false where data ->> 'letterId' = $1",
      [id],
    );
    if (tries === 1) throw new Error('the server is away');
    await sendLetter(platform, mailer, letterId);
  });
  await expect
    .poll(() => listMailbox(folder, 10, 'igjen@'), { timeout: 20_000, interval: 200 })
    .toHaveLength(1);
  expect(tries).toBe(2);
});

test('a letter exists if and only if its transaction committed, and so does its job', async () => {
  const before = await mailQueue(platform);
  const jobs = () =>
    platform.database.pool
      .query<{ n: number }>('select count(*)::int as n from pgboss.job')
      .then((answer) => answer.rows[0]?.n);
  const jobsBefore = await jobs();
  const result = await inTransaction(platform, async (tx) => {
    await queueLetter(tx, {
      kind: 'test',
      to: 'ingen@demo.example',
      locale: 'nb',
      rendered: { subject: 'x', html: 'x', text: 'x' },
    });
    return refuse({ kind: 'deadline-passed' });
  });
  expect(result.ok).toBe(false);
  expect((await mailQueue(platform)).waiting).toBe(before.waiting);
  expect(await jobs()).toBe(jobsBefore);
});

test('a letter that has lost its job is put back into the queue', async () => {
  const id = await queue('tapt@demo.example');
  await platform.database.pool.query("delete from pgboss.job where data ->> 'letterId' = $1", [id]);
  await platform.db.letter.update({
    where: { id },
    data: { queuedAt: new Date(Date.now() - 2 * 3_600_000) },
  });
  expect(await requeueLetters(platform)).toBe(1);
  expect(await requeueLetters(platform)).toBe(0);
});

test('letters are never left in the outbox by one recipient who cannot be reached', async () => {
  const { folder, mailer } = await sink();
  const bad = await queue('not an address');
  const good = await queue('anne@demo.example');
  await sendLetter(platform, mailer, bad).catch(() => undefined);
  await sendLetter(platform, mailer, good);
  expect(await listMailbox(folder, 10, 'anne@')).toHaveLength(1);
});
