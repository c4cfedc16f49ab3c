import { beforeAll, expect, test } from 'vitest';
import { openSecret } from '@/lib/correspondence/sealed-secret';
import type { Person } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import { setCookie } from '@/lib/platform/session/cookies';
import { signedInPerson } from '@/lib/staff/queries/signed-in-person';
import { confirmSignIn } from '@/lib/staff/use-cases/confirm-sign-in';
import { rememberLanguage } from '@/lib/staff/use-cases/remember-language';
import { requestSignIn } from '@/lib/staff/use-cases/request-sign-in';
import { testPlatform, type TestPlatform } from '../harness/platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ now: new Date('2027-05-01T10:00:00Z') });
});

/** Signs in on the pages of one language. */
async function signIn(email: string, locale: Locale): Promise<Person> {
  await requestSignIn(platform, { email, next: `/${locale}/applications`, locale });
  const letter = await platform.db.letter.findFirstOrThrow({
    where: { toAddress: email, kind: 'sign-in' },
    orderBy: { id: 'desc' },
  });
  const token = openSecret(platform.env.AUTH_SECRET, letter.sealedSecret ?? '');
  const result = await confirmSignIn(platform, locale, { token, formerSession: null });
  if (!result.ok) throw new Error('The link did not work.');
  const cookie = setCookie(platform.env, 'session', result.value.sessionSecret, 60);
  const person = await signedInPerson(platform, cookie);
  if (person === null) throw new Error('Nobody is signed in.');
  return person;
}

const eventsOf = (person: Person) =>
  platform.db.auditEvent.findMany({
    where: { kind: 'language-chosen', subjectId: person.userId },
    orderBy: { id: 'asc' },
  });

test('signing in on pages of another language makes that language the account’s own', async () => {
  expect((await signIn('nora@demo.example', 'nb')).locale).toBe('nb');
  const person = await signIn('nora@demo.example', 'nn');
  expect(person.locale).toBe('nn');
  const [event, ...others] = await eventsOf(person);
  expect(event).toMatchObject({ before: { locale: 'nb' }, after: { locale: 'nn' } });
  expect(others).toEqual([]);
});

test('a form in another language makes that language the account’s own, once', async () => {
  const person = await signIn('ola@demo.example', 'nb');
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => rememberLanguage(platform, person, 'en')),
  );
  expect(answers.map((answer) => answer.ok && answer.value.locale)).toEqual(Array(4).fill('en'));
  expect(await eventsOf(person)).toHaveLength(1);
  const row = await platform.db.user.findUniqueOrThrow({ where: { id: person.userId } });
  expect(row.locale).toBe('en');
});

test('a form in the account’s own language changes nothing and is no event', async () => {
  const person = await signIn('kari@demo.example', 'nn');
  await rememberLanguage(platform, person, 'nn');
  expect(await eventsOf(person)).toEqual([]);
});
