import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import {
  addDays,
  endOfLocalDate,
  instantAt,
  type Instant,
  type LocalDate,
} from '@/lib/kernel/time';
import type { CohortState } from '@/lib/programme/rules/cohort-states';
import { createCohort } from '@/lib/programme/use-cases/create-cohort';
import { moveCohortState } from '@/lib/programme/use-cases/move-cohort-state';
import type { DemoCohort } from './cohorts';
import { must, type Stage } from './stage';

/** The staff who act in the demo, signed in. */
export interface DemoOffice {
  readonly admin: Person;
  readonly officer: Person;
}

/** A cohort whose history is played: its id is known once it has been created on stage. */
export class CohortOnStage {
  readonly stage: Stage;
  readonly office: () => DemoOffice;
  readonly cohort: DemoCohort;
  /** Applications by the applicant's number. */
  readonly references = new Map<number, string>();
  #id: CohortId | null = null;

  constructor(stage: Stage, office: () => DemoOffice, cohort: DemoCohort) {
    this.stage = stage;
    this.office = office;
    this.cohort = cohort;
  }

  get id(): CohortId {
    if (this.#id === null) throw new Error(`${this.cohort.plan.slug} has not been created yet.`);
    return this.#id;
  }

  /** The reference of an applicant's application. */
  reference(applicant: number): string {
    const reference = this.references.get(applicant);
    if (reference === undefined) throw new Error(`Applicant ${applicant} has not applied yet.`);
    return reference;
  }

  /** A wall-clock moment of a day in the cohort's zone, "HH:MM". */
  at(day: LocalDate, time: string): Instant {
    return instantAt(day, time, this.cohort.plan.zone);
  }

  /** Planned a fortnight before the window, and opened at its first moment. */
  planOpening(): void {
    const { plan, programmeSlug } = this.cohort;
    this.stage.plan(this.at(addDays(plan.opensOn, -14), '10:00'), async () => {
      const made = await createCohort(this.stage.platform, this.office().admin, {
        programmeSlug,
        plan,
      });
      this.#id = must(made, `cohort ${plan.slug}`).cohortId;
    });
    this.planMove(this.at(plan.opensOn, '00:00'), 'open');
  }

  /** The morning after the deadline. */
  planAssessment(): void {
    const after = endOfLocalDate(this.cohort.plan.applicationDeadline, this.cohort.plan.zone);
    this.planMove(new Date(after.getTime() + 8 * 3_600_000), 'assessing');
  }

  planMove(at: Instant, to: CohortState): void {
    this.stage.plan(at, async () => {
      const { admin } = this.office();
      must(
        await moveCohortState(this.stage.platform, admin, { cohortId: this.id, to }),
        `move of ${this.cohort.plan.slug} to ${to}`,
      );
    });
  }
}
