import type { z } from 'zod';
import type { Person } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import type { Refusal, Result } from '@/lib/kernel/result';
import type { Platform } from '../context';
import type { RateRule } from '../limits';
import type { Problem } from './problems';
import type { ReceivedFile } from './read-body';

export type Params = Readonly<Record<string, string>>;

/** What an act learns about the request that it answers. */
export interface Visit {
  readonly platform: Platform;
  readonly locale: Locale;
  /** The dynamic parts of the address. */
  readonly params: Params;
  /** The request's Cookie header, for acts that read a cookie of their own. */
  readonly cookies: string | null;
}

/** Where the browser goes after a successful act, and what it is told to remember. */
export interface Done {
  /** An address of ours, with its leading slash. */
  readonly to: string;
  readonly cookies?: readonly string[];
  /** What a client that asks for JSON is told besides. */
  readonly also?: Readonly<Record<string, unknown>>;
}

interface FormOf<Form extends z.ZodType> {
  /** Names the form among those that can come back; a page asks for its own. */
  readonly name: string;
  readonly form: Form;
  /** The page that shows the form, and shows it again with what was refused. */
  readonly returnTo: (visit: Visit) => string;
  /** Which field a use case's refusal belongs to; without it, to the form as a whole. */
  readonly fieldOf?: (refusal: Refusal) => string;
  /** The sentence of a problem, for a form whose script shows it; without it a client gets codes alone. */
  readonly inWords?: (problem: Problem, locale: Locale) => string;
  /**
   * Told when what somebody has sent cannot be read as it is: keeps what can be, and says what the form that
   * comes back is to know of it.
   */
  readonly keep?: (
    sent: Visit & {
      readonly actor: Person;
      readonly fields: unknown;
      /** Whether a file came along; it is not kept, and must be chosen again. */
      readonly hasFile: boolean;
    },
    problems: readonly Problem[],
  ) => Promise<readonly Problem[]>;
  /** How often; the default suits a person in a hurry. Counted for the person, or the network address. */
  readonly rate?: RateRule;
  /** The largest file in bytes, for a form that takes one. */
  readonly largestFile?: number;
}

type Act<Form extends z.ZodType, Actor> = (
  visit: Visit & {
    readonly actor: Actor;
    readonly input: z.output<Form>;
    readonly file: ReceivedFile | null;
  },
) => Promise<Result<Done>>;

/** A form and what it does: open to everybody, or only to somebody who is signed in. */
export type DoorOptions<Form extends z.ZodType> = FormOf<Form> &
  (
    | { readonly access: 'public'; readonly act: Act<Form, Person | null> }
    | { readonly access: 'signed-in'; readonly act: Act<Form, Person> }
  );

/** What a door needs from the house it stands in. */
export interface House {
  readonly platform: () => Promise<Platform>;
  readonly identify: (platform: Platform, cookies: string | null) => Promise<Person | null>;
  /** Told before an act when somebody sends a form in another language than their account's own. */
  readonly rememberLanguage: (
    platform: Platform,
    person: Person,
    locale: Locale,
  ) => Promise<Result<Person, never>>;
}

export type RouteHandler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;
