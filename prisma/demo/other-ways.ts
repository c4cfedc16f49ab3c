import { addDays, localDateOf, startOfLocalDate, type Instant } from '@/lib/kernel/time';
import { extendDeadline } from '@/lib/application/use-cases/extend-deadline';
import { registerApplication } from '@/lib/application/use-cases/register-application';
import type { CohortOnStage } from './cohort-on-stage';
import { demoPdf } from './document';
import { demoApplicant } from './people';
import { must } from './stage';

/** A moment in the window up to now: at half past ten of its day where that fits, else as it falls. */
function momentAt(on: CohortOnStage, share: number, now: Instant, before: Instant): Instant {
  const { opensOn, zone } = on.cohort.plan;
  const from = startOfLocalDate(opensOn, zone);
  const falls = new Date(from.getTime() + share * (now.getTime() - from.getTime()));
  const morning = on.at(localDateOf(falls, zone), '10:30');
  return morning < before ? morning : falls;
}

/** An application that came by post, and was registered some time after others had come. */
export function planRegistration(on: CohortOnStage, number: number, now: Instant): void {
  const { stage } = on;
  const registeredAt = momentAt(on, 0.6, now, now);
  const receivedAt = momentAt(on, 0.4, now, registeredAt);
  const { answers, documents, email, name } = demoApplicant(number);
  stage.plan(registeredAt, async () => {
    const file = await stage.receive('soknad.pdf', await demoPdf('Søknad', name));
    const { reference } = must(
      await registerApplication(stage.platform, on.office().officer, {
        cohortId: on.id,
        email,
        way: 'post',
        receivedAt,
        answers,
        enclosed: (['work', 'course'] as const).filter((each) =>
          documents.some((document) => document.documents === each),
        ),
        file,
      }),
      `registration of ${name}`,
    );
    on.references.set(number, reference);
  });
}

/** An applicant who is still writing has been given a week more than the others. */
export function planExtension(on: CohortOnStage, number: number, now: Instant): void {
  const { stage } = on;
  const { email, name } = demoApplicant(number);
  stage.plan(momentAt(on, 0.9, now, now), async () => {
    must(
      await extendDeadline(stage.platform, on.office().officer, {
        cohortId: on.id,
        email,
        until: addDays(on.cohort.plan.applicationDeadline, 7),
        reason: 'Søkeren er sykmeldt fram til fristen. Avtalt på telefon.',
      }),
      `extension for ${name}`,
    );
  });
}
