import type { Tone } from '@/components/ui/tag';
import type { ApplicationState } from '@/lib/application/rules/states';
import type { CohortState } from '@/lib/programme/rules/cohort-states';

/** Tones only support the words of a state. */
export const cohortTone: Record<CohortState, Tone> = {
  planned: 'neutral',
  open: 'accent',
  assessing: 'info',
  admitting: 'info',
  running: 'accent',
  completed: 'neutral',
  cancelled: 'danger',
};

export const applicationTone: Record<ApplicationState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  qualified: 'success',
  'not-qualified': 'danger',
  withdrawn: 'neutral',
};
