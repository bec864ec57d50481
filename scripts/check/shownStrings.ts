import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** What the code translates, and the calls that the extraction of strings would miss. */
export interface ShownStrings {
  /** Where each string is used first, as FILE:LINE. */
  readonly strings: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

const module = "@vscode/l10n";

/** Finds the strings of all calls of `l10n.t` in the files and below the folders. */
export function shownStrings(root: string, paths: readonly string[]): ShownStrings {
  const strings = new Map<string, string>();
  const problems: string[] = [];
  for (const path of paths) {
    for (const file of sourceFiles(join(root, path))) {
      const found = stringsIn(relative(root, file), readFileSync(file, "utf8"));
      for (const [text, place] of found.strings) if (!strings.has(text)) strings.set(text, place);
      problems.push(...found.problems);
    }
  }
  return { strings, problems };
}

/** Finds the strings of the calls of `l10n.t` in the text of a source file. */
export function stringsIn(file: string, text: string): ShownStrings {
  const strings = new Map<string, string>();
  const problems: string[] = [];
  if (!text.includes(module)) return { strings, problems };
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const placeOf = (node: ts.Node) =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const report = (node: ts.Node, problem: string) => problems.push(`${placeOf(node)}: ${problem}`);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && isModule(node) && !isNamespace(node)) {
      report(node, `the extraction of strings finds only l10n.t of import * as l10n from "${module}"`);
    }
    if (ts.isCallExpression(node) && isTranslation(node)) {
      const [first, ...args] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) {
        if (!strings.has(first.text)) strings.set(first.text, placeOf(node));
        const missing = missingArguments(first.text, args);
        if (missing !== undefined) report(node, `{${missing}} has no argument`);
      } else {
        report(node, "the first argument of l10n.t is no literal text");
      }
    }
    if (ts.isConditionalExpression(node) && choosesByOne(node)) {
      report(node, "choose the text for a number with plural(), by the rules of the language");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { strings, problems };
}

function isModule({ moduleSpecifier }: ts.ImportDeclaration): boolean {
  return ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === module;
}

function isNamespace({ importClause }: ts.ImportDeclaration): boolean {
  const bindings = importClause?.namedBindings;
  return bindings !== undefined && ts.isNamespaceImport(bindings) && bindings.name.text === "l10n";
}

function isTranslation({ expression }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === "l10n" &&
    expression.name.text === "t"
  );
}

/** Whether a text is chosen as in English: `count === 1 ? l10n.t(…) : l10n.t(…)`. */
function choosesByOne({ condition, whenTrue, whenFalse }: ts.ConditionalExpression): boolean {
  return (
    ts.isBinaryExpression(condition) &&
    ts.isNumericLiteral(condition.right) &&
    condition.right.text === "1" &&
    [whenTrue, whenFalse].every((branch) => ts.isCallExpression(branch) && isTranslation(branch))
  );
}

/** The first placeholder without an argument. Nothing where the arguments are spread. */
function missingArguments(text: string, args: readonly ts.Expression[]): number | undefined {
  if (args.some(ts.isSpreadElement)) return undefined;
  return placeholders(text).find((index) => index >= args.length);
}

/** The numbers of the placeholders in a text, sorted. */
export function placeholders(text: string): number[] {
  const numbers = [...text.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1]));
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function sourceFiles(path: string): string[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name))
    : [path];
  return files.filter((file) => /\.tsx?$/.test(file)).sort();
}
