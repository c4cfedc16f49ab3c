import type { Station, StationState } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import type { StepProgress } from '@/lib/application/rules/progress';
import type { ApplicationStep } from '@/lib/application/rules/steps';
import type { Locale } from '@/lib/kernel/locale';
import { stepPath } from './application-paths';

/** The steps of an application as stations, each reachable at any time. */
export function stepStations(
  locale: Locale,
  reference: string,
  steps: readonly StepProgress[],
  current: ApplicationStep | null,
): Station[] {
  const t = getTexts(locale, 'application');
  return steps.map(({ step, state }) => ({
    key: step,
    label: t(`steps.${step}`),
    state: stationState(step === current, state),
    href: step === current ? undefined : stepPath(locale, reference, step),
    detail: state === 'begun' || state === 'needs-attention' ? t(`steps.${state}`) : undefined,
  }));
}

function stationState(isCurrent: boolean, state: StepProgress['state']): StationState {
  if (isCurrent) return 'current';
  return state === 'done' ? 'done' : 'coming';
}
