import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import {
  allowedOrigins,
  EnvironmentError,
  isSecure,
  parseEnv,
  publicOrigin,
  variableNames,
} from '@/lib/platform/env';

const secret = { AUTH_SECRET: 'a'.repeat(32) };

test('without anything but a secret, everything has its default', () => {
  expect(parseEnv(secret)).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    WORKER: 'on',
    DEMO: 'off',
  });
});

test('there is a process for each core, as long as there are few', () => {
  const { WEB_PROCESSES: processes } = parseEnv(secret);
  expect(processes).toBe(Math.min(availableParallelism(), 4));
  expect(parseEnv({ ...secret, WEB_PROCESSES: '3' }).WEB_PROCESSES).toBe(3);
});

test('an empty variable counts as unset', () => {
  expect(parseEnv({ ...secret, PORT: '', SMTP_URL: '' })).toMatchObject({ PORT: 3000 });
});

describe('a wrong variable stops the start with a sentence that names it', () => {
  test.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['APP_URL', { APP_URL: 'opptak.example' }],
    ['APP_URL', { APP_URL: 'https://opptak.example/path' }],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example' }],
    ['WORKER', { WORKER: 'yes' }],
    ['WEB_PROCESSES', { WEB_PROCESSES: '0' }],
    ['WORKPLACE_REGISTER', { WORKPLACE_REGISTER: 'brreg' }],
    ['ENHETSREGISTERET_URL', { ENHETSREGISTERET_URL: 'data.brreg.no' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
    ['CLOCK_SHIFT_DAYS', { CLOCK_SHIFT_DAYS: '1' }],
  ])('%s', (name, wrong) => {
    const parse = () => parseEnv({ ...secret, ...wrong });
    expect(parse).toThrow(EnvironmentError);
    expect(parse).toThrow(new RegExp(`The environment variable ${name} .+\\.`));
  });

  test('never with its value', () => {
    const parse = () => parseEnv({ AUTH_SECRET: 'hunter2' });
    expect(parse).not.toThrow(/hunter2/);
  });
});

test('.env.example explains every variable, and no other', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  expect(named.toSorted()).toEqual([...variableNames].toSorted());
});

test('forms are taken from the public address alone, or on this machine from its own names', () => {
  expect(allowedOrigins(parseEnv({ ...secret, APP_URL: 'https://opptak.example' }))).toEqual([
    'https://opptak.example',
  ]);
  expect(allowedOrigins(parseEnv({ ...secret, PORT: '4000' }))).toEqual([
    'http://localhost:4000',
    'http://127.0.0.1:4000',
    'http://[::1]:4000',
  ]);
});

test('cookies are secure when the public address is https', () => {
  expect(isSecure(parseEnv({ ...secret, APP_URL: 'https://opptak.example' }))).toBe(true);
  expect(isSecure(parseEnv(secret))).toBe(false);
  expect(publicOrigin(parseEnv({ ...secret, PORT: '4000' }))).toBe('http://localhost:4000');
});
