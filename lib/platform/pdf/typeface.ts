import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrapWoff } from './unwrap-woff';

/** Weights of Inter that the PDFs use. */
export type Weight = 400 | 600;

/** The scripts of Inter's files, commonest first: a name may have letters from more than one. */
const scripts = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
] as const;

/** Inter's contextual alternates (arrows, raised dashes) are half the work of setting a page, and not needed. */
const substitutions = ['GSUB'];

/** One font file, under the name that a document registers it by. */
export interface Face {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Typeface = Readonly<Record<Weight, readonly Face[]>>;

let loaded: Promise<Typeface> | undefined;

/** Inter from the package in node_modules, read once a process. */
export function loadTypeface(): Promise<Typeface> {
  loaded ??= readTypeface().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function readTypeface(): Promise<Typeface> {
  const [regular, semibold] = await Promise.all([readWeight(400), readWeight(600)]);
  return { 400: regular, 600: semibold };
}

function readWeight(weight: Weight): Promise<Face[]> {
  const folder = join(process.cwd(), 'node_modules', '@fontsource', 'inter', 'files');
  return Promise.all(
    scripts.map(async (script) => ({
      name: `inter-${script}-${weight}`,
      bytes: unwrapWoff(
        await readFile(join(folder, `inter-${script}-${weight}-normal.woff`)),
        substitutions,
      ),
    })),
  );
}
