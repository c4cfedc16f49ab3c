import type { ReactNode } from 'react';
import type { SummaryRow } from '@/components/ui/summary-list';
import type { AnswerStep } from '@/lib/application/rules/steps';
import type { Locale } from '@/lib/kernel/locale';
import { answersInWords, type AnswerInWords, type ToWord } from './answer-words';

/** One step's answers as the summary and My application show them. */
export interface AnswerSection {
  readonly step: AnswerStep;
  readonly rows: readonly SummaryRow[];
}

interface ToShow extends ToWord {
  /** The address of «Endre» for a question; null leaves it out. */
  readonly change: ((step: AnswerStep, field: string) => string) | null;
}

/** Everything that was asked, in the order of the steps, with what was answered. */
export function answerSections(locale: Locale, { change, ...given }: ToShow): AnswerSection[] {
  return answersInWords(locale, given).map(({ step, answers }) => ({
    step,
    rows: answers.map(({ field, term, value }) => ({
      key: field,
      term,
      value: shown(value),
      changeHref: change === null ? undefined : change(step, field),
    })),
  }));
}

function shown(value: AnswerInWords['value']): ReactNode {
  if (typeof value === 'string') return value;
  if (value.length === 0) return '';
  return (
    <ul>
      {value.map((each, at) => (
        <li key={at}>{each}</li>
      ))}
    </ul>
  );
}
