import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildIfStale, isBuilt } from '@/lib/platform/commands/build';
import { ChildFailed } from '@/lib/platform/commands/child';
import { type Chromium, findChromium } from './chromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built pages that the servers of the journeys serve. */
    buildFolder: string;
    chromium: Chromium;
  }
}

/** Builds the pages once for all journeys, and gets a browser ready. Starts nothing. */
export default async function setup(project: TestProject): Promise<void> {
  const env = { ...process.env };
  // A build that `npm start` has made of these very sources will do; ours must not disturb one in use.
  const buildFolder = isBuilt('.next', env) ? '.next' : '.next-test';
  // While a journey is being written: the last build, whatever has changed since.
  const reuse = process.env['REUSE_BUILD'] === 'yes' && existsSync(`${buildFolder}/opptak-build`);
  try {
    if (!reuse) {
      await buildIfStale(buildFolder, env, (sentence) => {
        console.log(sentence);
      });
    }
  } catch (error) {
    if (error instanceof ChildFailed) throw new Error(`${error.message}\n${error.output}`);
    throw error;
  }
  project.provide('buildFolder', buildFolder);
  project.provide('chromium', await findChromium());
}
