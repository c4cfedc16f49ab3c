import { answerSteps, type AnswerStep } from '@/lib/application/rules/steps';
import { fetchWhole, openConnection } from './http-client';
import type { LoadApplicant } from './messages';
import { typedFor } from './typed';

/** An applicant with the form of a step open before them. */
interface Reader extends LoadApplicant {
  step: AnswerStep;
  /** The form's hidden fields, as the page gave them. */
  hidden: readonly (readonly [name: string, value: string])[];
  round: number;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#x27': "'",
  lt: '<',
  gt: '>',
};

function plain(text: string): string {
  return text.replace(/&(amp|quot|#x27|lt|gt);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The hidden fields of the form that posts a step. */
function hiddenFields(html: string, step: AnswerStep): Reader['hidden'] {
  const form = html.split('<form').find((part) => part.includes(`/${step}"`)) ?? '';
  const inputs = form.split('</form>', 1)[0]?.match(/<input type="hidden"[^>]*>/g) ?? [];
  return inputs.map((input) => {
    const of = (attribute: string) =>
      plain(new RegExp(` ${attribute}="([^"]*)"`).exec(input)?.[1] ?? '');
    return [of('name'), of('value')] as const;
  });
}

/**
 * Applicants who go through the dialogue round and round, one step at a time, each time with another
 * word in it, so that there is something to store. Nobody does two things at once.
 */
export class Dialogue {
  private readonly free: Reader[] = [];

  constructor(private readonly origin: string) {}

  /**
   * Opens a form for each: one has the first step before them, another the second, and so on. If all began
   * with the first, they would go through the steps together, and what is measured would be as quick or
   * slow as the step that all of them are at.
   */
  async open(applicants: readonly LoadApplicant[]): Promise<void> {
    for (const [at, applicant] of applicants.entries()) {
      const step = answerSteps[at % answerSteps.length] ?? 'about-you';
      const reader: Reader = { ...applicant, step, hidden: [], round: 0 };
      await this.read(reader, step);
      this.free.push(reader);
    }
  }

  /** One iteration: the POST of a step, the 303, and the next page whole. */
  async step(): Promise<void> {
    const reader = this.free.shift();
    if (reader === undefined) throw new Error('More at a time than there are applicants.');
    const { cookie, step } = reader;
    reader.round += 1;
    const form = new URLSearchParams({ _intent: 'continue' });
    for (const [name, value] of [...reader.hidden, ...typedFor(step, reader.round)]) {
      form.append(name, value);
    }
    const path = `/api/nb/applications/${reader.reference}/${step}`;
    const agent = openConnection();
    const sent = await fetchWhole(this.origin, path, { cookie, form: form.toString(), agent });
    const next = answerSteps[answerSteps.indexOf(step) + 1];
    const expected = `/nb/applications/${reader.reference}/${next ?? 'documents'}`;
    if (sent.status !== 303 || sent.location !== expected) {
      throw new Error(`${step} was answered with ${sent.status} to ${sent.location ?? 'nowhere'}`);
    }
    const page = await fetchWhole(this.origin, sent.location, { cookie, agent });
    agent.destroy();
    if (page.status !== 200 || !page.body.endsWith('</html>')) {
      throw new Error(`The page after ${step} was answered with ${page.status}`);
    }
    if (next !== undefined) {
      reader.step = next;
      reader.hidden = hiddenFields(page.body, next);
      this.free.push(reader);
    } else {
      // Back to the first form: between two iterations, and part of none.
      void this.read(reader, 'about-you').then(() => this.free.push(reader));
    }
  }

  private async read(reader: Reader, step: AnswerStep): Promise<void> {
    const path = `/nb/applications/${reader.reference}/${step}`;
    const page = await fetchWhole(this.origin, path, { cookie: reader.cookie });
    if (page.status !== 200) throw new Error(`${path} was answered with ${page.status}`);
    reader.step = step;
    reader.hidden = hiddenFields(page.body, step);
  }
}
