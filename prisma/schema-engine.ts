import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { engineAdapter } from './engine-adapter';
import { messageOf, MigrationFailure } from './migration-failure';

/**
 * Prisma's engine on a database, for one use.
 *
 * @throws MigrationFailure for whatever goes wrong in it
 */
export async function withEngine<T>(
  connectionString: string,
  datamodels: [string, string][] | undefined,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const Engine = await loadEngine();
  const adapter = engineAdapter(connectionString);
  const engine = await Engine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter.factory),
  );
  try {
    return await use(engine);
  } catch (error) {
    if (error instanceof MigrationFailure) throw error;
    throw new MigrationFailure(`The schema could not be compared: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    engine.free();
    await adapter.close();
  }
}

let loaded: Promise<typeof SchemaEngine> | undefined;

function loadEngine(): Promise<typeof SchemaEngine> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': withIdleTimers(engineModule),
    });
    engineModule.__wbg_set_wasm(instance.exports);
    (instance.exports['__wbindgen_start'] as () => void)();
    return engineModule.SchemaEngine;
  })();
  return loaded;
}

/** The engine never clears its ten seconds' wait for a lock; that wait must not hold up our exit. */
function withIdleTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(imports).find((key) => key.startsWith('__wbg_setTimeout'));
  if (name === undefined) return imports;
  const setIdleTimer = (act: () => void, milliseconds: number) =>
    setTimeout(act, milliseconds).unref();
  return { ...imports, [name]: setIdleTimer };
}
