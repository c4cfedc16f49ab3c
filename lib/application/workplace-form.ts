import { z } from 'zod';
import { email, organisationNumberField } from '@/lib/platform/door/fields';
import { lengths } from './forms';
import { kyrAnswers, managerSupportAnswers, type WorkplaceAnswers } from './rules/answers';
import { enterIntent, pressedButton } from './rules/workplace-search';
import {
  blankLines,
  line,
  lines,
  oneOf,
  orBlank,
  orElse,
  stepForm,
  type Mode,
  type StepInput,
} from './step-form';

function section(mode: Mode, kyr: Mode): z.ZodType<WorkplaceAnswers> {
  return z.object({
    employer: line(mode, lengths.employer),
    organisationNumber:
      mode === 'continue' ? organisationNumberField() : orBlank(organisationNumberField(), ''),
    unit: line(mode, lengths.unit),
    managerName: line(mode, lengths.managerName),
    managerEmail: orBlank(email(), ''),
    managerSupports: oneOf(mode, managerSupportAnswers),
    worksWithKyr: oneOf(kyr, kyrAnswers),
    howKyr: blankLines(lengths.howKyr),
    howLearningUsed: lines(mode, lengths.howLearningUsed),
  });
}

/**
 * Whether KYR is asked about depends on the workplace, which the use case looks up. So an answer left
 * open is refused here only together with something else, to be told all at once; alone it is let through
 * for the use case to judge.
 */
function complete(): z.ZodType<WorkplaceAnswers> {
  return orElse(
    section('continue', 'continue'),
    section('continue', 'later'),
    ({ path, message }) => path[0] === 'worksWithKyr' && message === 'choose-one',
  );
}

const words = z.string().catch('');
const searchPart = z
  .looseObject({ _intent: words, search: words, searched: words })
  .transform(({ _intent, search, searched }) => ({ intent: _intent, search, searched }));

/** The workplace step. «Søk» and a choice among what was found save nothing: their intents are refused. */
export const workplaceForm: z.ZodType<StepInput<WorkplaceAnswers>> = z.preprocess(
  (sent) => {
    const part = searchPart.safeParse(sent);
    if (!part.success || part.data.intent !== enterIntent) return sent;
    return { ...(sent as object), _intent: pressedButton(part.data) };
  },
  stepForm<WorkplaceAnswers>((mode) => (mode === 'continue' ? complete() : section(mode, mode))),
);
