import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { addressOf, onServer } from './database-server';

/**
 * Prisma's PostgreSQL adapter, put right for the schema engine in three places: it cuts scripts at
 * every semicolon (also inside a function body), it cannot read the catalogue's "char" columns, and
 * it connects to the wrong database as shadow when given a connection string.
 */
export function engineAdapter(connectionString: string): EngineAdapter {
  const open = new Set<SqlDriverAdapter>();
  const connect = async (to: string, afterwards: () => Promise<void>) => {
    const adapter = await connectTo(to, async () => {
      if (open.delete(adapter)) await afterwards();
    });
    open.add(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => connect(connectionString, () => Promise.resolve()),
      connectToShadowDb: async () => {
        const database = `opptak_shadow_${randomUUID()}`;
        await onServer(connectionString, `CREATE DATABASE "${database}"`);
        return connect(addressOf(connectionString, database), () =>
          onServer(connectionString, `DROP DATABASE "${database}" WITH (FORCE)`),
        );
      },
    },
    close: async () => {
      for (const adapter of open) await adapter.dispose();
    },
  };
}

interface EngineAdapter {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  /** Ends the connections that the engine has left open; it leaves its main one. */
  close(): Promise<void>;
}

async function connectTo(
  connectionString: string,
  afterwards: () => Promise<void>,
): Promise<SqlDriverAdapter> {
  const pool = new CataloguePool({ connectionString, max: 2 });
  const adapter = await new PrismaPg(pool).connect();
  const read = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await read(query);
    for (const column of pool.charColumns.get(result.rows) ?? []) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      throw asAdapterError(error);
    }
  };
  adapter.dispose = async () => {
    if (!pool.ended) await pool.end();
    await afterwards();
  };
  return adapter;
}

const catalogueChar = 18;
const text = 25;

/** Passes the catalogue's one-byte "char" off as text, and remembers in which columns it stood. */
class CataloguePool extends pg.Pool {
  readonly charColumns = new WeakMap<object, number[]>();

  override query = (async (...args: Parameters<pg.Client['query']>) => {
    const client = await this.connect();
    try {
      const query = client.query.bind(client) as (...of: typeof args) => Promise<unknown>;
      const result = (await query(...args)) as pg.QueryResult | pg.QueryResult[];
      for (const one of [result].flat()) {
        const columns: number[] = [];
        one.fields.forEach((field, column) => {
          if (field.dataTypeID !== catalogueChar) return;
          field.dataTypeID = text;
          columns.push(column);
        });
        if (columns.length > 0) this.charColumns.set(one.rows, columns);
      }
      return result;
    } finally {
      client.release();
    }
  }) as unknown as pg.Pool['query'];
}

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}
