import { readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deployMigrations, driftBetweenMigrationsAndSchema } from '@/prisma/migrate';
import { MigrationFailure } from '@/prisma/migration-failure';
import { dropDatabase, emptyDatabase } from '../harness/database';

describe('the migrations', () => {
  let database: { connectionString: string; name: string };
  let client: pg.Client;

  beforeAll(async () => {
    database = await emptyDatabase();
    client = new pg.Client({ connectionString: database.connectionString });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await dropDatabase(database.name);
  });

  it('make exactly what the schema says, no more and no less', async () => {
    const drift = await driftBetweenMigrationsAndSchema(inject('postgres').maintenance);
    expect(drift).toEqual({ missing: '', superfluous: '' });
  });

  it('are all applied, and once, by several starts on an empty database at the same time', async () => {
    const all = readdirSync('prisma/migrations', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();

    const starts = await Promise.all([
      deployMigrations(database.connectionString),
      deployMigrations(database.connectionString),
      deployMigrations(database.connectionString),
    ]);

    expect(starts.flat()).toEqual(all);
  });

  it("are recorded in Prisma's own table, finished, so that its stock command can take over", async () => {
    const { rows } = await client.query<{ finished: boolean; checksum: string }>(
      `SELECT finished_at IS NOT NULL AS finished, checksum FROM _prisma_migrations`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.finished && /^[0-9a-f]{64}$/.test(row.checksum))).toBe(true);
  });

  it('have nothing to do on the second start', async () => {
    expect(await deployMigrations(database.connectionString)).toEqual([]);
  });

  it('refuse a database that has had a migration which this code does not know', async () => {
    await client.query('BEGIN');
    await client.query(`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ('from-the-future', 'x', '99990101000000_from_the_future', now(), 1)`);
    await client.query('COMMIT');
    const start = deployMigrations(database.connectionString);
    await expect(start).rejects.toThrow(MigrationFailure);
    await expect(start).rejects.toThrow(/99990101000000_from_the_future.*does not know/s);
    await client.query(`DELETE FROM _prisma_migrations WHERE id = 'from-the-future'`);
  });

  it('refuse a database where a migration stopped half-way', async () => {
    await client.query(`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count)
      VALUES ('half-done', 'x', '99990101000000_half_done', 0)`);
    await expect(deployMigrations(database.connectionString)).rejects.toThrow(
      /99990101000000_half_done was begun .* never finished/s,
    );
    await client.query(`DELETE FROM _prisma_migrations WHERE id = 'half-done'`);
  });

  it('refuse a migration that was edited after the database had it', async () => {
    await client.query(
      `UPDATE _prisma_migrations SET checksum = 'other' WHERE applied_steps_count > 0`,
    );
    await expect(deployMigrations(database.connectionString)).rejects.toThrow(
      /was changed after this database had it/,
    );
  });

  it('say in a sentence when the server does not answer', async () => {
    await expect(deployMigrations('postgresql://nobody@127.0.0.1:1/nowhere')).rejects.toThrow(
      /does not let us in at 127\.0\.0\.1:1, database "nowhere".*DATABASE_URL/s,
    );
  });
});
