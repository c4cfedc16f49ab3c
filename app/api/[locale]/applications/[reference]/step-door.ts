import { z } from 'zod';
import { door } from '@/app/door';
import {
  applicationPath,
  cameFrom,
  stepPath,
  type CameFrom,
} from '@/components/application/application-paths';
import { asSaved } from '@/components/application/conflict';
import { fieldLabel } from '@/components/application/field-words';
import { getTexts } from '@/components/texts/get-texts';
import type { Person } from '@/lib/kernel/actor';
import { formatTime, wallTimeOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { ok, refuse } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import type { Done, RouteHandler } from '@/lib/platform/door/options';
import type { StepInput } from '@/lib/application/step-form';
import { workplaceStanding } from '@/lib/application/queries/workplace-standing';
import type { Answers } from '@/lib/application/rules/answers';
import { problemsOf, type FormProblem } from '@/lib/application/rules/editing';
import { atTypedPlaces } from '@/lib/application/rules/repeatable-groups';
import { stepAfter, type AnswerStep, type SectionOf } from '@/lib/application/rules/steps';
import { readPrints, writePrints } from '@/lib/application/section-prints';
import { saveStep, type SavedStep, type StepToSave } from '@/lib/application/use-cases/save-step';

/**
 * Beside its answers a step's form says where «Endre» was pressed, what it showed, and whether its reader has seen
 * «Mener du …?» and leaves the workplace as it is written.
 */
const origin = z.object({
  from: z.unknown().optional().transform(cameFrom),
  _shown: z.unknown().optional().transform(readPrints),
  asWritten: z
    .unknown()
    .optional()
    .transform((value) => value === 'yes'),
});

/** The POST of one step: saves it, and goes on to where its reader was heading. */
export function stepDoor<Step extends AnswerStep>(
  step: Step,
  form: z.ZodType<StepInput<SectionOf<Step>>>,
): RouteHandler {
  const whole = z.intersection(form, origin);
  return door({
    name: step,
    form: whole,
    // A draft keeps what can be read of a page that is refused, as it does where the page saves by itself.
    keep: async ({ platform, actor, fields, params }, problems) => {
      if (problems.some(({ field }) => field === '_intent')) return [];
      const read = whole.safeParse({ ...(fields as object), _intent: 'autosave' });
      if (!read.success) return [];
      const { answers, autosave, _shown: shown } = read.data;
      const reference = params['reference'] ?? '';
      const mustBeComplete = false;
      const toKeep = { reference, step, answers, mustBeComplete, shown, autosave } as StepToSave;
      return keepOpen(platform, actor, toKeep);
    },
    access: 'signed-in',
    returnTo: ({ locale, params }) => stepPath(locale, params['reference'] ?? '', step),
    act: async ({ platform, actor, input, params, locale }) => {
      const reference = params['reference'] ?? '';
      const { answers, mustBeComplete, autosave, places, from, _shown: shown } = input;
      const sent = { reference, step, answers, mustBeComplete, shown } as StepToSave;
      const toSave = autosave === undefined ? sent : { ...sent, autosave };
      const saved = await saveStep(platform, actor, toSave);
      if (!saved.ok && saved.refusal.kind === 'step-incomplete') {
        const kept = await keepOpen(platform, actor, toSave);
        const problems = atTypedPlaces(saved.refusal.problems, places);
        return refuse({ ...saved.refusal, problems: [...problems, ...kept] });
      }
      if (!saved.ok && 'problems' in saved.refusal) {
        const problems = atTypedPlaces(saved.refusal.problems, places);
        return refuse({ ...saved.refusal, problems });
      }
      if (!saved.ok) return saved;
      if (autosave !== undefined) {
        return ok(
          autosaved(locale, stepPath(locale, reference, step, from), step, saved.value, autosave),
        );
      }
      const { missing } = saved.value;
      // Too little work is saved as it is, but told at once and not on the last page: nobody should
      // write about motivation before learning that the group asks for more.
      if (mustBeComplete && step === 'category' && missing.length > 0) {
        const problems = [
          ...atTypedPlaces(
            problemsOf(missing, () => true),
            places,
          ),
          asSaved(writePrints(saved.value.prints)),
        ];
        return refuse({ kind: 'step-incomplete', problems } as const);
      }
      if (mustBeComplete && step === 'workplace' && !input.asWritten) {
        if (await mayMeanAnother(platform, actor, reference, saved.value.answers)) {
          const asking = `${stepPath(locale, reference, step, from)}${from ? '&' : '?'}near=yes`;
          return ok({ to: tellingWhatWasKept(asking, step, saved.value.kept) });
        }
      }
      const next = nextPage(locale, reference, step, mustBeComplete, from);
      return ok({ to: tellingWhatWasKept(next, step, saved.value.kept) });
    },
  });
}

/** Keeps what there is of a step that is not to be left yet, and says what the form that comes back is to carry. */
async function keepOpen(
  platform: Platform,
  actor: Person,
  step: StepToSave,
): Promise<FormProblem[]> {
  const kept = await saveStep(platform, actor, { ...step, mustBeComplete: false });
  return kept.ok ? [asSaved(writePrints(kept.value.prints))] : [];
}

/**
 * What a page that saved by itself is told: when and what not, in words, what its form is to carry from now
 * on, and its address without a form that came back, which would show again what stood there before.
 */
function autosaved(
  locale: Locale,
  page: string,
  step: AnswerStep,
  { at, zone, prints }: SavedStep,
  { unread }: { readonly unread: readonly string[] },
): Done {
  const t = getTexts(locale, 'drafts');
  const time = formatTime(wallTimeOf(at, zone), locale);
  const labels = unread
    .map((field) => fieldLabel(locale, step, field))
    .filter((label) => label !== null);
  return {
    to: page,
    also: {
      said:
        labels.length === 0
          ? t('autosave.saved', { time })
          : t('autosave.savedButFor', { time, fields: labels.join(', ') }),
      shown: writePrints(prints),
    },
  };
}

/** The page after a save says which fields another window had changed, and that they are kept. */
function tellingWhatWasKept(to: string, step: AnswerStep, kept: readonly string[]): string {
  if (kept.length === 0) return to;
  return `${to}${to.includes('?') ? '&' : '?'}merged=${[step, ...kept].join('.')}`;
}

function nextPage(
  locale: Locale,
  reference: string,
  step: AnswerStep,
  mustBeComplete: boolean,
  from: CameFrom | null,
): string {
  if (!mustBeComplete || from === 'application') {
    return `${applicationPath(locale, reference)}?saved=yes`;
  }
  return applicationPath(locale, reference, from ?? stepAfter(step));
}

/**
 * A workplace that is saved as it is written, and is nearly one that is known: that is asked about once,
 * on the same page, since priority rests on being the same.
 */
async function mayMeanAnother(
  platform: Platform,
  actor: Person,
  reference: string,
  { workplace: claim }: Answers,
): Promise<boolean> {
  if (claim === null) return false;
  const { near } = await workplaceStanding(platform, actor, { reference, claim });
  return near.length > 0;
}
