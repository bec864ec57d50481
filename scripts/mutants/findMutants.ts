import ts from "typescript";
import type { Mutant } from "./mutant.ts";
import { findSqlChanges } from "./findSqlChanges.ts";

/** Operators, each with the one that replaces it. */
const operators: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [ts.SyntaxKind.LessThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, "<"],
  [ts.SyntaxKind.GreaterThanToken, ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">"],
  [ts.SyntaxKind.AmpersandAmpersandToken, "||"],
  [ts.SyntaxKind.BarBarToken, "&&"],
  [ts.SyntaxKind.QuestionQuestionToken, "&&"],
  [ts.SyntaxKind.PlusToken, "-"],
  [ts.SyntaxKind.MinusToken, "+"],
  [ts.SyntaxKind.AsteriskToken, "/"],
  [ts.SyntaxKind.SlashToken, "*"],
]);

/** All mutants of a source file: another operator, a negated or constant condition, a dropped `await`; the same in SQL. */
export function findMutants(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const replace = (expression: ts.Node, start: number, end: number, replacement: string) => {
    const original = source.slice(start, end);
    found.push({ file, start, original, replacement, expressionStart: expression.getStart(tree) });
  };
  const replaceNode = (expression: ts.Node, node: ts.Node, replacement: string) =>
    replace(expression, node.getStart(tree), node.getEnd(), replacement);
  const makeConstant = (condition: ts.Expression) => {
    for (const constant of ["true", "false"]) replaceNode(condition, condition, constant);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isBinaryExpression(node)) {
      const replacement = operators.get(node.operatorToken.kind);
      if (replacement !== undefined) replaceNode(node, node.operatorToken, replacement);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      replace(node, node.getStart(tree), node.operand.getStart(tree), "");
    } else if (ts.isAwaitExpression(node)) {
      replace(node, node.getStart(tree), node.expression.getStart(tree), "");
    } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      makeConstant(ts.isIfStatement(node) ? node.expression : node.condition);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      replaceNode(node, node, node.kind === ts.SyntaxKind.TrueKeyword ? "false" : "true");
    } else if (isText(node)) {
      const start = node.getStart(tree);
      for (const { index, original, replacement } of findSqlChanges(source.slice(start, node.getEnd()))) {
        replace(node, start + index, start + index + original.length, replacement);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Whether the node is a text, or a template whose parts are one text. */
function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
