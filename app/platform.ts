import { openPlatform, type OpenPlatform } from '@/lib/platform/open-platform';
import type { Platform } from '@/lib/platform/context';
import { parseEnv } from '@/lib/platform/env';

/**
 * The process's one platform. Next bundles pages and routes apart, so that a module's variable may exist
 * twice: the platform is kept on the global object, under a symbol that is the same in every bundle.
 */
const place = Symbol.for('opptak.platform');
const held = globalThis as unknown as { [place]: Promise<OpenPlatform> | undefined };

/** Opens the platform at first use. @throws EnvironmentError when a variable is wrong. */
export function openOnce(): Promise<OpenPlatform> {
  held[place] ??= openPlatform(parseEnv(process.env));
  return held[place];
}

/** What use cases and queries work on. */
export async function getPlatform(): Promise<Platform> {
  return (await openOnce()).platform;
}
