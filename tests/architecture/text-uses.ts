import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { areas, type Area } from '@/components/texts/areas';

/** What the code asks of the texts, as the type checker understands it. */
export interface TextUses {
  /** "application.steps.category" for each text that some `t(…)` can ask for. */
  readonly asked: ReadonlySet<string>;
  /**
   * Where a key is put together of what only the run knows: `events.${event.kind}` with a cast. Asks
   * for each text of this form whose middle is a word that the code knows.
   */
  readonly patterns: readonly { readonly area: Area; readonly form: RegExp }[];
  /** Calls whose key nobody can know: "components/x.tsx:12". */
  readonly unclear: readonly string[];
  /** Every string written in lib/, app/ and components/: the codes of problems are among them. */
  readonly strings: ReadonlySet<string>;
  /** Every name of a property in lib/: the fields of forms are among them. */
  readonly names: ReadonlySet<string>;
  /** The kinds of the refusals that lib/ gives: `refuse({ kind: 'deadline-passed' })`. */
  readonly refusals: ReadonlyMap<string, string>;
}

type Tree = { readonly [key: string]: string | Tree };

/** The keys of an area: "steps.category". */
export function keysOf(area: Area): string[] {
  return keysUnder(areas[area].nb, '');
}

function keysUnder(tree: Tree, under: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${under}${key}`] : keysUnder(value, `${under}${key}.`),
  );
}

const root = process.cwd();
const rooms = /^(?:app|components|lib|emails)\//;
/** The one place that asks by a key which it was given: `wordProblem`. */
const wordings = 'components/texts/word-problem.ts';

/** The program of the whole house; with `extra`, also files that are not there. */
export function readHouse(extra: Readonly<Record<string, string>> = {}, old?: ts.Program) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
    readFileSync(file, 'utf8'),
  ) as { config: Record<string, unknown> };
  const parsed = ts.parseJsonConfigFileContent(
    { ...config, include: ['app/**/*', 'components/**/*', 'lib/**/*', 'emails/**/*', '*.ts'] },
    ts.sys,
    root,
  );
  const options = { ...parsed.options, incremental: false };
  const added = new Map(
    Object.entries(extra).map(([name, text]) => [path.join(root, name), text] as const),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => added.has(name) || fileExists(name);
  host.readFile = (name) => added.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = added.get(name);
    return text === undefined
      ? (old?.getSourceFile(name) ?? getSourceFile(name, ...rest))
      : ts.createSourceFile(name, text, rest[0]);
  };
  const rootNames = [...parsed.fileNames, ...added.keys()];
  return ts.createProgram({
    rootNames,
    options,
    host,
    ...(old === undefined ? {} : { oldProgram: old }),
  });
}

/** Every key that each call of a reader of texts (`t`, `t.rich`, `t.markup`, …) can have. */
export function textUses(program: ts.Program): TextUses {
  const checker = program.getTypeChecker();
  const asked = new Set<string>();
  const patterns: { area: Area; form: RegExp }[] = [];
  const unclear: string[] = [];
  const strings = new Set<string>();
  const names = new Set<string>();
  const refusals = new Map<string, string>();
  const readers = readersOfTexts(checker);

  for (const source of program.getSourceFiles()) {
    const file = path.relative(root, source.fileName);
    if (!rooms.test(file)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node)) strings.add(node.text);
      if (ts.isPropertyName(node) && ts.isIdentifier(node)) names.add(node.text);
      if (ts.isCallExpression(node)) {
        const [first] = node.arguments;
        const where = `${file}:${String(source.getLineAndCharacterOfPosition(node.pos).line + 1)}`;
        const area = first === undefined ? null : readers(node.expression);
        if (area !== null && first !== undefined && file !== wordings) {
          const keys = keysAsked(checker, node, first);
          const cast = castIn(checker, first);
          const form = cast === null ? null : formOf(cast);
          if (form !== null) patterns.push({ area, form });
          else if (cast !== null || keys === null) unclear.push(where);
          else for (const key of keys) asked.add(`${area}.${key}`);
        }
        if (ts.isIdentifier(node.expression) && node.expression.text === 'refuse') {
          for (const kind of kindsRefused(checker, first)) refusals.set(kind, where);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { asked, patterns, unclear, strings, names, refusals };
}

/**
 * Says of which area an expression reads texts, or null: its call signature is generic over a key, and
 * the keys that it takes are those of exactly one area.
 */
function readersOfTexts(checker: ts.TypeChecker): (callee: ts.Expression) => Area | null {
  const byKeys = new Map<string, Area>();
  for (const area of Object.keys(areas) as Area[]) {
    const keys = keysOf(area);
    if (keys.length > 0) byKeys.set(keys.toSorted().join('\n'), area);
  }
  const known = new Map<ts.Type, Area | null>();
  return (callee) => {
    const type = checker.getTypeAtLocation(callee);
    const before = known.get(type);
    if (before !== undefined) return before;
    const signature = type.getCallSignatures()[0];
    const constraint = signature?.typeParameters?.[0]?.getConstraint();
    const keys = constraint === undefined ? null : literalsOf(constraint);
    const area = keys === null ? null : (byKeys.get(keys.toSorted().join('\n')) ?? null);
    known.set(type, area);
    return area;
  };
}

/** The keys that the argument can be; null when the type checker cannot count them. */
function keysAsked(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
  argument: ts.Expression,
): string[] | null {
  const signature = checker.getResolvedSignature(call);
  const parameter = signature?.getParameters()[0];
  if (parameter === undefined) return null;
  return literalsOf(checker.getTypeOfSymbolAtLocation(parameter, argument));
}

/** What stands before an `as` in the argument, or in the constant that it names. */
function castIn(checker: ts.TypeChecker, argument: ts.Expression): ts.Expression | null {
  if (ts.isAsExpression(argument)) return argument.expression;
  if (ts.isTemplateExpression(argument)) {
    const isCast = argument.templateSpans.some(({ expression }) => ts.isAsExpression(expression));
    return isCast ? argument : null;
  }
  if (!ts.isIdentifier(argument)) return null;
  const declared = checker.getSymbolAtLocation(argument)?.valueDeclaration;
  const value =
    declared !== undefined && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
  if (value === undefined) return null;
  if (ts.isAsExpression(value) && !ts.isConstTypeReference(value.type)) return value.expression;
  return ts.isTemplateExpression(value) ? castIn(checker, value) : null;
}

/** `events.${kind}` as an expression that says which keys it can be; null for what is no template. */
function formOf(written: ts.Expression): RegExp | null {
  if (ts.isIdentifier(written)) {
    const declared = templateNamed(written);
    return declared === null ? null : formOf(declared);
  }
  if (!ts.isTemplateExpression(written)) return null;
  const pieces = [written.head.text, ...written.templateSpans.map(({ literal }) => literal.text)];
  return new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('([^.]+)')}$`);
}

/** The template that the constant of this name is made by, in the same file. */
function templateNamed(name: ts.Identifier): ts.TemplateExpression | null {
  let found: ts.TemplateExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name.text &&
      node.initializer !== undefined &&
      ts.isTemplateExpression(node.initializer)
    ) {
      found = node.initializer;
    }
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
}

function literalsOf(type: ts.Type): string[] | null {
  const types = type.isUnion() ? type.types : [type];
  const texts = types.map((each) => (each.isStringLiteral() ? each.value : null));
  return texts.every((text) => text !== null) ? texts : null;
}

function kindsRefused(checker: ts.TypeChecker, refusal: ts.Expression | undefined): string[] {
  if (refusal === undefined) return [];
  const type = checker.getTypeAtLocation(refusal);
  return (type.isUnion() ? type.types : [type]).flatMap((each) => {
    const kind = each.getProperty('kind');
    return kind === undefined
      ? []
      : (literalsOf(checker.getTypeOfSymbolAtLocation(kind, refusal)) ?? []);
  });
}
