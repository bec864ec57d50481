import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** What the code translates, and the calls that the extraction of strings would miss. */
export interface ShownStrings {
  readonly strings: ReadonlySet<string>;
  readonly problems: readonly string[];
}

const module = "@vscode/l10n";

/** Finds the strings of all calls of `l10n.t` below the folders. */
export function shownStrings(root: string, folders: readonly string[]): ShownStrings {
  const strings = new Set<string>();
  const problems: string[] = [];
  for (const folder of folders) {
    for (const file of sourceFiles(join(root, folder))) {
      const found = stringsIn(relative(root, file), readFileSync(file, "utf8"));
      for (const each of found.strings) strings.add(each);
      problems.push(...found.problems);
    }
  }
  return { strings, problems };
}

/** Finds the strings of the calls of `l10n.t` in the text of a source file. */
export function stringsIn(file: string, text: string): ShownStrings {
  const strings = new Set<string>();
  const problems: string[] = [];
  if (!text.includes(module)) return { strings, problems };
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const report = (node: ts.Node, problem: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    problems.push(`${file}:${line + 1}: ${problem}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && isModule(node) && !isNamespace(node)) {
      report(node, `the extraction of strings finds only l10n.t of import * as l10n from "${module}"`);
    }
    if (ts.isCallExpression(node) && isTranslation(node)) {
      const [first, ...args] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) {
        strings.add(first.text);
        const missing = missingArguments(first.text, args);
        if (missing !== undefined) report(node, `{${missing}} has no argument`);
      } else {
        report(node, "the first argument of l10n.t is no literal text");
      }
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

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}
