import { headers } from 'next/headers';
import type { PageAids } from '@/components/frame/page-aids';
import { readSignedIn } from './session';

/** What the scripts of a page need: this response's nonce, and how long its reader stays signed in. */
export async function readPageAids(): Promise<PageAids> {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const signedIn = await readSignedIn();
  // A page whose reader is signed out in the same moment says so when it is sent: here nothing is left.
  const { restSeconds, latest, latestSeconds } = signedIn?.stays ?? {
    restSeconds: 0,
    latest: new Date(0),
    latestSeconds: 0,
  };
  return { nonce, session: { restSeconds, latest, latestSeconds } };
}
