import { noSuchPage } from './no-such-page';
import { mailFolder } from '@/lib/platform/open-platform';
import { getPlatform } from './platform';

/** Where the demo's letters lie; anywhere but in a demo without a mail server of its own, no page at all. */
export async function demoMailFolder(): Promise<string> {
  const { env } = await getPlatform();
  if (env.DEMO !== 'on' || env.SMTP_URL !== undefined) noSuchPage();
  return mailFolder(env);
}
