import { z } from 'zod';
import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { ok } from '@/lib/kernel/result';
import { startApplication } from '@/lib/application/use-cases/start-application';

export const POST = door({
  name: 'start-application',
  form: z.object({}),
  access: 'signed-in',
  returnTo: ({ locale, params }) => `/${locale}/apply/${params['slug']}/${params['cohort']}`,
  act: async ({ platform, actor, params, locale }) => {
    const started = await startApplication(platform, actor, {
      programmeSlug: params['slug'] ?? '',
      cohortSlug: params['cohort'] ?? '',
    });
    if (!started.ok) return started;
    return ok({ to: applicationPath(locale, started.value.reference, 'about-you') });
  },
});
