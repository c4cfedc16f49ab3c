import { MigrationFailure } from './migration-failure';
import { checksumOf, localMigrations } from './migration-folder';

/** A row of `_prisma_migrations`. */
interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
}

/** What a database has had, the earliest first; nothing for one that was never migrated. */
export async function readHistory(client: {
  query(sql: string): Promise<{ rows: unknown[] }>;
}): Promise<AppliedMigration[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  if (!(table.rows[0] as { found: boolean }).found) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished,
            rolled_back_at IS NOT NULL AS "rolledBack"
       FROM _prisma_migrations ORDER BY started_at`,
  );
  return rows as AppliedMigration[];
}

const isApplied = (row: AppliedMigration) => row.finished && !row.rolledBack;

/** Whether a database has had exactly the migrations of the folder. */
export function isCurrent(history: AppliedMigration[]): boolean {
  const local = localMigrations();
  const applied = new Map(history.filter(isApplied).map((row) => [row.name, row.checksum]));
  return (
    history.every((row) => row.finished || row.rolledBack) &&
    applied.size === local.length &&
    local.every(({ name, sql }) => applied.get(name) === checksumOf(sql))
  );
}

/** @throws MigrationFailure when nothing can rightly be applied after this history. */
export function refuseUnsound(history: AppliedMigration[]): void {
  const failed = history.find((row) => !row.finished && !row.rolledBack);
  if (failed) {
    throw new MigrationFailure(
      `The migration ${failed.name} was begun in this database and never finished. Look in "_prisma_migrations" for its logs. If it changed nothing, delete its row and start again; otherwise restore the backup taken before the update.`,
    );
  }
  const local = new Map(localMigrations().map(({ name, sql }) => [name, checksumOf(sql)]));
  for (const row of history.filter(isApplied)) {
    const checksum = local.get(row.name);
    if (checksum === undefined) {
      throw new MigrationFailure(
        `The database has had the migration ${row.name}, which this version of Opptak does not know. Start the newer version that made it, or use another database.`,
      );
    }
    if (checksum !== row.checksum) {
      throw new MigrationFailure(
        `The migration ${row.name} was changed after this database had it. Put the file back as it was, and write the change as a new migration (npm run db:migration -- name).`,
      );
    }
  }
}
