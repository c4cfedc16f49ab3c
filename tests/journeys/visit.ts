import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newPage, type PageOptions } from '../harness/browser';
import { openMailbox, type Mailbox } from '../harness/mailbox';
import type { TestServer } from '../harness/server';

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What journeys do again and again: opening pages, pressing what is named, signing in by real mail. */
export interface Visit {
  readonly page: Page;
  readonly mailbox: Mailbox;
  /** Opens one of our pages by its path. */
  open(path: string): Promise<void>;
  /** Presses the button with these words and waits for the page that follows. */
  press(name: string | RegExp): Promise<void>;
  /** Follows the link with these words. */
  follow(name: string | RegExp): Promise<void>;
  /** Signs in with the link of a letter that really came, and goes on to where the visit was going. */
  signIn(email: string): Promise<void>;
  /** Types into the field with this label, over what stands there; `of` names its group. */
  fill(label: string | RegExp, text: string, of?: string): Promise<void>;
  /** Chooses the radio button, or ticks the box, with this label; `of` names its group. */
  choose(label: string | RegExp, of?: string): Promise<void>;
  /** Chooses a file, or several, in the field with this label, or in the only one of the page. */
  attach(label: string | RegExp | null, file: ChosenFile | ChosenFile[]): Promise<void>;
  /** The path that the visit has come to. */
  path(): string;
  /** All words of the page's own part, every space a plain one. */
  words(): Promise<string>;
  /** The first heading: where one is. */
  heading(): Promise<string>;
}

const mailboxes = new Map<string, Mailbox>();

/** One mailbox a server: a letter that one visit has taken is not taken again by the next. */
function mailboxOf({ mailFolder }: TestServer): Mailbox {
  const mailbox = mailboxes.get(mailFolder) ?? openMailbox(mailFolder);
  mailboxes.set(mailFolder, mailbox);
  return mailbox;
}

/** As people read it: a space is a space, whether a line breaks there, may, or may not. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Does what leads to another page, and waits until that has loaded. */
export async function arriving(page: Page, leave: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await leave();
  await loaded;
}

/** The field for files with this label, or the only one of the page. */
export function fileField(page: Page, label: string | RegExp | null): Locator {
  return label === null
    ? page.locator('main input[type=file]')
    : page.getByLabel(label, { exact: true });
}

/**
 * A new visitor with a browser of their own. Any error in the browser's console fails the journey, unless the
 * server is without its database.
 */
export async function visit(server: TestServer, options: PageOptions = {}): Promise<Visit> {
  const page = await newPage(options);
  const mailbox = mailboxOf(server);
  page.on('pageerror', (error) => {
    if (!server.isWithoutDatabase()) throw error;
  });
  page.on('console', (message) => {
    if (server.isWithoutDatabase()) return;
    if (message.type() === 'error' && !message.text().includes('status of 4')) {
      const said = message.text().includes('status of 5')
        ? `\n${server.output().slice(-4_000)}`
        : '';
      throw new Error(`The browser says on ${page.url()}: ${message.text()}${said}`);
    }
  });
  const within = (group: string | undefined) =>
    group === undefined ? page : page.getByRole('group', { name: group, exact: true });
  const self: Visit = {
    page,
    mailbox,
    async open(path) {
      await page.goto(`${server.url}${path}`);
    },
    async press(name) {
      const button = page.getByRole('button', { name }).first();
      await arriving(page, () => button.click());
    },
    async follow(name) {
      const link = page.getByRole('link', { name }).first();
      await arriving(page, () => link.click());
    },
    async signIn(email) {
      if (!page.url().includes('/sign-in')) await self.open('/nb/sign-in');
      await page.getByLabel('E-postadresse').fill(email);
      await self.press('Send meg lenken');
      expect(await self.heading(), server.output().slice(-4_000)).toBe('Se i e-posten din');
      const letter = await mailbox.waitForLetter({ to: email, subject: 'Lenke for å logge inn' });
      const link = letter.links.find((each) => each.includes('/sign-in/link/'));
      await page.goto(link ?? 'the letter has no link');
      expect(await self.heading()).toBe(`Logg inn som ${email}`);
      const button = page.getByRole('main').getByRole('button', { name: 'Logg inn' });
      await arriving(page, () => button.click());
    },
    async fill(label, text, of) {
      await within(of).getByLabel(label, { exact: true }).fill(text);
    },
    async choose(label, of) {
      await within(of).getByLabel(label, { exact: true }).check();
    },
    async attach(label, file) {
      await fileField(page, label).setInputFiles(file);
    },
    path: () => new URL(page.url()).pathname,
    words: async () => plain(await page.getByRole('main').innerText()),
    heading: async () => plain(await page.getByRole('heading', { level: 1 }).innerText()),
  };
  return self;
}
