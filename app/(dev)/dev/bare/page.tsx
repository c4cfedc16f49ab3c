import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';

export const dynamic = 'force-dynamic';

/** A page with nothing on it: what it loads is the framework's own, and what ours are weighed against. */
export default async function BarePage() {
  const { env } = await getPlatform();
  if (env.DEMO !== 'on') noSuchPage();
  return null;
}
