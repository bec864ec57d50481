import { isRow, type Row } from "./platformObject.ts";
import { badRequest } from "./refusal.ts";

/** A filter that was checked: whether a row is part of the answer. */
export type RowFilter = (row: Row) => boolean;

const deepestNesting = 10;

/** The filter in the body of a query. No body and an empty `QueryFilter` mean all rows. */
export function parseFilter(body: unknown, properties: readonly string[]): RowFilter {
  const filter = isRow(body) ? body["QueryFilter"] : undefined;
  if (!isRow(filter) || filter["expression"] === undefined) return () => true;
  return parseExpression(filter["expression"], properties, 0);
}

function parseExpression(expression: unknown, properties: readonly string[], depth: number): RowFilter {
  if (!isRow(expression) || depth > deepestNesting) throw badRequest("The query expression is not valid.");
  const { operator } = expression;
  if (operator !== "and" && operator !== "or") return parseComparison(expression, properties);
  const nested = listed(expression["nestedExpression"]).map((one) =>
    parseExpression(one, properties, depth + 1),
  );
  if (nested.length === 0) throw badRequest("A grouping expression is empty.");
  return operator === "and"
    ? (row) => nested.every((matches) => matches(row))
    : (row) => nested.some((matches) => matches(row));
}

function parseComparison(expression: Row, properties: readonly string[]): RowFilter {
  const { operator, property } = expression;
  const known = properties.find((name) => name.toLowerCase() === String(property).toLowerCase());
  if (known === undefined) throw badRequest(`The property ${String(property)} cannot be queried.`);
  const values = listed(expression["argument"]).map(String);
  const compare = comparison(String(operator), values);
  return (row) => compare(comparable(row[known]));
}

function comparable(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : "";
}

const argumentCounts: Readonly<Record<string, number>> = { IS_NULL: 0, IS_NOT_NULL: 0, BETWEEN: 2 };

function comparison(operator: string, values: readonly string[]): (actual: string) => boolean {
  const [first = "", second = ""] = values;
  if (values.length !== (argumentCounts[operator] ?? 1)) {
    throw badRequest(`The operator ${operator} does not take ${values.length} arguments.`);
  }
  switch (operator) {
    case "EQUALS":
      return (actual) => actual === first;
    case "NOT_EQUALS":
      return (actual) => actual !== first;
    case "LIKE":
      return likePattern(first);
    case "IS_NULL":
      return (actual) => actual === "";
    case "IS_NOT_NULL":
      return (actual) => actual !== "";
    case "BETWEEN":
      return (actual) => actual >= first && actual <= second;
    case "GREATER_THAN":
      return (actual) => actual > first;
    case "GREATER_THAN_OR_EQUAL":
      return (actual) => actual >= first;
    case "LESS_THAN":
      return (actual) => actual < first;
    case "LESS_THAN_OR_EQUAL":
      return (actual) => actual <= first;
    case "CONTAINS":
      return (actual) => actual.includes(first);
    case "NOT_CONTAINS":
      return (actual) => !actual.includes(first);
    default:
      throw badRequest(`The operator ${operator} does not exist.`);
  }
}

/** `%` stands for any text; everything else for itself. */
function likePattern(pattern: string): (actual: string) => boolean {
  const source = pattern
    .split("%")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join(".*");
  const expression = new RegExp(`^${source}$`, "s");
  return (actual) => expression.test(actual);
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
