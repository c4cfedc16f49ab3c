import type { Program } from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { areas, type Area } from '@/components/texts/areas';
import { keysOf, readHouse, textUses, type TextUses } from './text-uses';

let house: Program;
let uses: TextUses;

beforeAll(() => {
  house = readHouse();
  uses = textUses(house);
});

const allAreas = Object.keys(areas) as Area[];

/** Refusals that no form shows in words of its own, and what becomes of them. */
const neverAtAForm: ReadonlySet<string> = new Set([
  // A page of their own.
  'not-found',
  'forbidden',
  'link-used-up',
  'being-scanned',
  // The door's answer to what no form of ours sends.
  'body-too-large',
  'malformed-body',
  'unsupported-media-type',
  // They carry the problems of the fields, and those have the words.
  'step-incomplete',
  'would-be-incomplete',
  'application-incomplete',
  'upload-incomplete',
  // The search for a workplace goes on without it, and says so in the list.
  'register-unavailable',
  // Acts that have no form.
  'unsound-plan',
  'slug-taken',
  'unsound-slug',
  'cohort-cannot-move',
  'no-places-left',
]);

/** Whether `wordProblem` can ever find this one: by a field of a form and a code that somebody gives. */
function canBeWorded(key: string): boolean {
  const [top, ...steps] = key.split('.');
  const code = steps.at(-1);
  return (
    top === 'problems' &&
    code !== undefined &&
    uses.strings.has(code) &&
    steps.slice(0, -1).every((field) => uses.names.has(field) || uses.strings.has(field))
  );
}

function isAsked(area: Area, key: string): boolean {
  return (
    uses.asked.has(`${area}.${key}`) ||
    uses.patterns.some((pattern) => {
      const words = pattern.area === area ? pattern.form.exec(key)?.slice(1) : undefined;
      return words?.every((word) => uses.strings.has(word) || uses.names.has(word)) ?? false;
    })
  );
}

describe('the texts', () => {
  it('are all asked for somewhere', () => {
    const unused = allAreas.flatMap((area) =>
      keysOf(area)
        .filter((key) => !isAsked(area, key) && !canBeWorded(key))
        .map((key) => `${area}.${key}`),
    );
    expect(unused).toEqual([]);
  });

  it('are asked for by keys that can be counted', () => {
    expect(uses.unclear).toEqual([]);
  });

  it('have words for every refusal that a form can meet', () => {
    const worded = new Set(
      allAreas.flatMap((area) =>
        keysOf(area)
          .filter((key) => key.startsWith('problems.'))
          .map((key) => key.split('.').at(-1) ?? ''),
      ),
    );
    const speechless = [...uses.refusals]
      .filter(([kind]) => !worded.has(kind) && !neverAtAForm.has(kind))
      .map(([kind, where]) => `${kind} (${where})`);
    expect(speechless).toEqual([]);
    const neverGiven = [...neverAtAForm].filter((kind) => !uses.refusals.has(kind));
    expect(neverGiven).toEqual([]);
  });
});

describe('the reader of uses', () => {
  const tried = `
    import { getTexts, type Texts } from '@/components/texts/get-texts';
    type Kind = 'danger' | 'success';
    const passedOn = (t: Texts<'common'>, kind: Kind) => t(\`notice.\${kind}\`);
    const chosen = (t: Texts<'common'>, isBack: boolean) => t(isBack ? 'continue' : 'optional');
    const rich = (t: Texts<'account'>) => t.rich('signIn.title', {});
    const other = getTexts('nb', 'static')('home.title');
    const lost = (t: Texts<'common'>, key: string) => t(key as 'continue');
    const late = (t: Texts<'common'>, kind: string) => t(\`way.\${kind}\` as 'way.done');
    const named = (t: Texts<'common'>, kind: string) => {
      const key = \`sort.\${kind}\` as 'sort.by';
      return t(key, { column: '' });
    };
  `;
  let found: TextUses;

  beforeAll(() => {
    const alone = readHouse({ 'components/tried.tsx': tried }, house);
    const source = alone.getSourceFiles().filter((each) => each.fileName.endsWith('tried.tsx'));
    expect(source).toHaveLength(1);
    found = textUses({ ...alone, getSourceFiles: () => source });
  });

  it('counts what is asked for, by whatever way it is asked', () => {
    expect([...found.asked].toSorted()).toEqual([
      'account.signIn.title',
      'common.continue',
      'common.notice.danger',
      'common.notice.success',
      'common.optional',
      'static.home.title',
    ]);
  });

  it('does not count what nobody asks for', () => {
    expect(found.asked).not.toContain('common.notice.info');
    expect(found.asked).not.toContain('account.signIn.send');
  });

  it('knows a key that the run completes by its form, and says where a key is past knowing', () => {
    expect(found.patterns.map(({ area, form }) => `${area} ${form.source}`)).toEqual([
      'common ^way\\.([^.]+)$',
      'common ^sort\\.([^.]+)$',
    ]);
    expect(found.unclear).toEqual(['components/tried.tsx:8']);
  });
});
