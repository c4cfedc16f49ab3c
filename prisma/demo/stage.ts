import { Readable } from 'node:stream';
import type { Actor, Person } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import { sendLetter } from '@/lib/correspondence/use-cases/send-letter';
import { FixedClock } from '@/lib/platform/clock';
import type { Platform } from '@/lib/platform/context';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import type { Mailer } from '@/lib/platform/mailer';
import { signInAdapter } from '@/lib/platform/session/sign-in-adapter';
import type { DemoApplicant } from './people';

/** What an adapter does at a first sign-in; next-auth's own type of it cannot be resolved. */
type CreateUser = (user: { email: string; emailVerified: Date }) => Promise<{ id: string }>;

/** Who makes programmes and gives the first roles. */
export const director: Actor = { kind: 'system', job: 'demo' };

/** Something that happens in the demo's history, and when. */
interface Act {
  readonly at: Instant;
  readonly play: () => Promise<void>;
}

/**
 * Where the demo's history is played: a platform whose clock walks forward through the acts, and whose
 * letters go out as they are written, each at its own time, into the demo's mail folder.
 */
export class Stage {
  readonly platform: Platform;
  readonly #clock: FixedClock;
  readonly #mailer: Mailer;
  readonly #now: Instant;
  readonly #acts: Act[] = [];
  readonly #people = new Map<string, Person>();
  #unsent: string[] = [];

  /** @param now the real moment: nothing in the demo happens after it */
  constructor(platform: Platform, mailer: Mailer, now: Instant) {
    this.#clock = new FixedClock(new Date(0));
    this.#mailer = mailer;
    this.#now = now;
    this.platform = {
      ...platform,
      clock: this.#clock,
      jobs: {
        ...platform.jobs,
        // Sent here and now: in the queue they would keep the first visitor's own letters waiting.
        enqueue: (tx, name, ...data) => {
          if (name !== 'send-letter') return platform.jobs.enqueue(tx, name, ...data);
          this.#unsent.push(...data.map((each) => (each as { letterId: string }).letterId));
          return Promise.resolve();
        },
      },
    };
  }

  /** Plans an act. Acts are played in the order of their times, whatever order they are planned in. */
  plan(at: Instant, play: () => Promise<void>): void {
    this.#acts.push({ at, play });
  }

  /** Plays everything that has been planned, what acts plan for later among it. */
  async play(): Promise<void> {
    for (let act = this.#next(); act !== undefined; act = this.#next()) {
      await this.#moveTo(act.at);
      await act.play();
      await this.#deliver();
    }
  }

  /** Lets time pass within an act, in milliseconds; never past the real moment. */
  async pass(milliseconds: number): Promise<void> {
    const now = await this.#clock.now();
    await this.#moveTo(new Date(now.getTime() + milliseconds));
  }

  /** A person by their address, with an account made at their first sign-in. */
  async signIn({ email, name, locale }: Pick<DemoApplicant, 'email' | 'name' | 'locale'>) {
    const known = this.#people.get(email);
    if (known !== undefined) return known;
    const emailVerified = await this.#clock.now();
    const createUser = signInAdapter(this.platform, locale).createUser as CreateUser;
    const user = await createUser({ email, emailVerified });
    const person: Person = {
      kind: 'person',
      userId: asId(user.id),
      email,
      name,
      locale,
      roles: [],
    };
    this.#people.set(email, person);
    return person;
  }

  /** Streams a file into storage as the form's door does. */
  async receive(filename: string, bytes: Buffer): Promise<ReceivedFile> {
    const stored = await this.platform.storage.put(Readable.from([bytes]), 10_000_000);
    return { ...stored, filename };
  }

  #next(): Act | undefined {
    this.#acts.sort((a, b) => a.at.getTime() - b.at.getTime());
    return this.#acts.shift();
  }

  async #moveTo(at: Instant): Promise<void> {
    const from = (await this.#clock.now()).getTime();
    this.#clock.set(new Date(Math.min(this.#now.getTime(), Math.max(from, at.getTime()))));
  }

  async #deliver(): Promise<void> {
    const letters = this.#unsent;
    this.#unsent = [];
    await Promise.all(letters.map((id) => sendLetter(this.platform, this.#mailer, id)));
  }
}

/** The value of an act that the demo counts on. @throws when it was refused: the demo's script is wrong. */
export function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`The demo's ${what} was refused: ${JSON.stringify(result.refusal)}`);
}
