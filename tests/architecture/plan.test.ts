import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The files of the house: what git keeps, and what it will keep. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

describe('the plan of the house', () => {
  it('has these folders at its root and no others', () => {
    const folders = new Set(
      files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]),
    );
    expect([...folders].sort()).toEqual([
      '.ci',
      'app',
      'components',
      'emails',
      'lib',
      'prisma',
      'public',
      'tests',
    ]);
  });

  it('has these rooms in lib and no others', () => {
    const rooms = new Set(
      files.filter((file) => /^lib\/[^/]+\//.test(file)).map((file) => file.split('/')[1]),
    );
    const row = [
      'kernel',
      'platform',
      'audit',
      'correspondence',
      'staff',
      'programme',
      'application',
      'assessment',
      'admission',
      'enrollment',
      'participation',
    ];
    expect([...rooms].filter((room) => !row.includes(room ?? ''))).toEqual([]);
  });

  it('has no drawer for odds and ends, and no file that only hands others on', () => {
    const drawers = /(^|\/)(utils?|helpers?|misc|common|shared|lib)(\/|\.)|(^|\/)index\.tsx?$/;
    const inRooms = files.filter((file) => /^(lib|components|emails)\//.test(file));
    expect(
      inRooms
        .map((file) => file.slice(file.indexOf('/') + 1))
        .filter((file) => drawers.test(file) && !file.endsWith('.json')),
    ).toEqual([]);
  });

  it('names every file in small letters with hyphens', () => {
    const ours = files.filter((file) =>
      /^(lib|components|emails|prisma)\/.*\.(ts|tsx|css)$/.test(file),
    );
    expect(
      ours.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(basename(file))),
    ).toEqual([]);
  });

  it('has one act in each file of use-cases', () => {
    const acts = files.filter((file) => /^lib\/[^/]+\/use-cases\/[^/]+\.ts$/.test(file));
    const several = acts.filter((file) => {
      const exported = readFileSync(file, 'utf8').match(/^export (async )?function /gm) ?? [];
      return exported.length !== 1;
    });
    expect(several).toEqual([]);
  });
});
