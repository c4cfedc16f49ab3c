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
 * Applicants who go through the dialogue, one step at a time, each time with another word in it, so that
 * there is something to store. Nobody does two things at once.
 */
export class Dialogue {
  /** Those who have a form open before them, by its step. */
  private readonly open = new Map<AnswerStep, Reader[]>(answerSteps.map((step) => [step, []]));
  /** Those who have been through the last step. */
  private through: Reader[] = [];
  private turn = 0;

  constructor(private readonly origin: string) {}

  /** Opens a form for each: one has the first step before them, another the second, and so on. */
  async begin(applicants: readonly LoadApplicant[]): Promise<void> {
    await this.read(
      applicants.map((applicant, at) => {
        const step = answerSteps[at % answerSteps.length] ?? 'about-you';
        return { ...applicant, step, hidden: [], round: 0 };
      }),
    );
  }

  /** Whoever has been through the last step opens the first form anew. Between what is measured, not in it. */
  async beginAnew(): Promise<void> {
    const again = this.through.map((reader): Reader => ({ ...reader, step: 'about-you' }));
    this.through = [];
    await this.read(again);
  }

  /**
   * Whose turn it is. One is at the first step, the next at the second, and so on: if all went through the
   * steps together, what is measured would be as quick or slow as the step that they are at.
   */
  private next(): Reader {
    for (const _ of answerSteps) {
      this.turn = (this.turn + 1) % answerSteps.length;
      const reader = this.open.get(answerSteps[this.turn] ?? 'about-you')?.shift();
      if (reader !== undefined) return reader;
    }
    throw new Error('More at a time than there are applicants.');
  }

  /** One iteration: the POST of a step, the 303, and the next page whole. */
  async step(): Promise<void> {
    const reader = this.next();
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
    if (next !== undefined) this.has(reader, next, page.body);
    else this.through.push(reader);
  }

  /** Opens for each the form of the step that they are at, some at a time. */
  private async read(readers: readonly Reader[]): Promise<void> {
    const rest = [...readers];
    const one = async () => {
      for (let reader = rest.shift(); reader !== undefined; reader = rest.shift()) {
        const path = `/nb/applications/${reader.reference}/${reader.step}`;
        const page = await fetchWhole(this.origin, path, { cookie: reader.cookie });
        if (page.status !== 200) throw new Error(`${path} was answered with ${page.status}`);
        this.has(reader, reader.step, page.body);
      }
    };
    await Promise.all(Array.from({ length: 4 }, one));
  }

  /** From now on a reader has this form open. */
  private has(reader: Reader, step: AnswerStep, html: string): void {
    reader.step = step;
    reader.hidden = hiddenFields(html, step);
    this.open.get(step)?.push(reader);
  }
}
