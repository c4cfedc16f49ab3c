import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { arriving, fileField, type Visit } from './visit';

/**
 * The same visit by somebody who has a keyboard and nothing else: Tab from where the focus is until it
 * comes to what is wanted, and then the keys that a keyboard has for it. Every stop on the way must be
 * one that can be seen.
 */
export function byKeyboard(me: Visit): Visit {
  const { page } = me;
  const within = (group: string | undefined) =>
    group === undefined ? page : page.getByRole('group', { name: group, exact: true });
  const self: Visit = {
    ...me,
    async press(name) {
      await tabsTo(me, page.getByRole('button', { name }).first());
      await arriving(page, () => page.keyboard.press('Enter'));
    },
    async follow(name) {
      await tabsTo(me, page.getByRole('link', { name }).first());
      await arriving(page, () => page.keyboard.press('Enter'));
    },
    async signIn(email) {
      if (!page.url().includes('/sign-in')) await self.open('/nb/sign-in');
      await self.fill('E-postadresse', email);
      await self.press('Send meg lenken');
      const letter = await me.mailbox.waitForLetter({
        to: email,
        subject: 'Lenke for å logge inn',
      });
      const link = letter.links.find((each) => each.includes('/sign-in/link/'));
      await page.goto(link ?? 'the letter has no link');
      await tabsTo(me, page.getByRole('main').getByRole('button', { name: 'Logg inn' }));
      await arriving(page, () => page.keyboard.press('Enter'));
    },
    async fill(label, text, of) {
      const field = within(of).getByLabel(label, { exact: true }).filter({ visible: true });
      await tabsTo(me, field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
      expect(await field.inputValue()).toBe(text);
    },
    async choose(label, of) {
      const choice = within(of).getByLabel(label, { exact: true }).filter({ visible: true });
      await tabsTo(me, choice, await groupOf(choice));
      // The arrows go round in a group of radio buttons, and choose on their way.
      for (let at = 0; at < 10 && !(await hasFocus(choice)); at += 1) {
        await page.keyboard.press('ArrowDown');
      }
      if (!(await choice.isChecked())) await page.keyboard.press('Space');
      expect(await choice.isChecked()).toBe(true);
    },
    async attach(label, file) {
      const field = fileField(page, label);
      await tabsTo(me, field);
      // A browser that runs no script opens its own window for files, and nobody is told.
      const opening = page.waitForEvent('filechooser', { timeout: 3_000 }).catch(() => null);
      await page.keyboard.press('Enter');
      const chooser = await opening;
      await (chooser === null ? field.setInputFiles(file) : chooser.setFiles(file));
    },
  };
  return self;
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

/** The name that the radio buttons of a group share; null for what is none. */
function groupOf(choice: Locator): Promise<string | null> {
  return choice.evaluate((element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null,
  );
}

interface Stop {
  readonly words: string;
  readonly tag: string;
  /** The group of radio buttons, which has one stop for all. */
  readonly group: string | null;
  readonly isShown: boolean;
}

/** What has the focus: what it is called, and whether one can see that it has it. */
function whereFocusIs(me: Visit): Promise<Stop> {
  return me.page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { words: '', tag: 'BODY', group: null, isShown: false };
    }
    const label = (element as HTMLInputElement).labels?.[0];
    // A radio button or a box to tick is framed together with its words.
    const framed = [element, element.closest('.ds-field')].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const words = label?.innerText ?? element.getAttribute('aria-label') ?? element.innerText;
    const box = element.getBoundingClientRect();
    const isOnScreen = box.bottom > 0 && box.top < innerHeight;
    return {
      words: words.replace(/\s+/g, ' ').trim(),
      tag: element.tagName,
      group: element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null,
      isShown: framed && box.width > 0 && box.height > 0 && isOnScreen,
    };
  });
}

/** Goes on with Tab until the wanted has the focus, or another of its group; nothing that is there already is left. */
export async function tabsTo(
  me: Visit,
  wanted: Locator,
  group: string | null = null,
): Promise<void> {
  const stops: string[] = [];
  const isThere = async (stop: Stop) =>
    (group !== null && stop.group === group) || (await hasFocus(wanted));
  if (await isThere(await whereFocusIs(me))) return;
  for (let at = 0; at < 150; at += 1) {
    await me.page.keyboard.press('Tab');
    const stop = await whereFocusIs(me);
    stops.push(stop.words);
    if (stop.tag === 'BODY') continue;
    expect([me.path(), stop, stop.isShown]).toEqual([me.path(), stop, true]);
    if (await isThere(stop)) return;
  }
  throw new Error(`Tab does not come to ${String(wanted)} on ${me.path()}: ${stops.join(' | ')}`);
}
