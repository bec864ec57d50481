import { isRow, type Row } from "../standIn/platformObject.ts";
import type { LoggedRequest } from "../standIn/requestLog.ts";

/** An OpenAPI 3.0 document, as far as it is read here. */
export type OpenApiDocument = Row;

/** What an operation takes and gives: JSON pointers to schemas by media type. */
export interface Operation {
  readonly takesBody: boolean;
  readonly requestBodies: ReadonlyMap<string, string>;
  /** Of the status 200; the document publishes no other success. */
  readonly answers: ReadonlyMap<string, string>;
}

/** The operation that a request asks for. */
export function operationOf(document: OpenApiDocument, request: LoggedRequest): Operation | undefined {
  const { object, action, method, id } = request;
  const paths = at(document, "paths");
  const path = Object.keys(paths).find((template) => {
    if (action === "query" || action === "queryMore" || action === "bulk")
      return template === `/${object}/${action}`;
    return id === "" ? template === `/${object}` : new RegExp(`^/${object}/\\{\\w+\\}$`).test(template);
  });
  if (path === undefined) return undefined;
  const verb = method.toLowerCase();
  const operation = at(paths, path)[verb];
  if (!isRow(operation)) return undefined;
  const start = `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${verb}`;
  return {
    takesBody: isRow(operation["requestBody"]),
    requestBodies: schemas(at(operation, "requestBody"), `${start}/requestBody`),
    answers: schemas(at(operation, "responses", "200"), `${start}/responses/200`),
  };
}

/** The document with every object closed, so that a key that is misspelt is found. */
export function closed(document: unknown): OpenApiDocument {
  const copy: unknown = structuredClone(document);
  if (!isRow(copy)) throw new Error("the document is no OpenAPI document");
  for (const [name, schema] of Object.entries(at(copy, "components", "schemas"))) {
    // It is put together from two parts, each of which has keys that the other does not know.
    if (name !== "Component") close(schema);
  }
  return copy;
}

function close(schema: unknown): void {
  if (Array.isArray(schema)) schema.forEach(close);
  if (!isRow(schema)) return;
  if (isRow(schema["properties"]) && schema["additionalProperties"] === undefined) {
    Object.assign(schema, { additionalProperties: false, patternProperties: { "^@": {} } });
    if (schema["properties"]["packageVersion"] !== undefined) Object.assign(schema, { required: [] });
    if (schema["properties"]["Result"] !== undefined) requireResultOfSuccess(schema);
  }
  Object.values(schema).forEach(close);
}

/** An item of a bulk answer: one that failed has no result. */
function requireResultOfSuccess(item: Row): void {
  Object.assign(item, {
    required: [],
    if: { properties: { statusCode: { const: 200 } } },
    then: { required: ["Result"] },
  });
}

function schemas(holder: Row, pointer: string): Map<string, string> {
  return new Map(
    Object.entries(at(holder, "content"))
      .filter(([, content]) => isRow(content) && content["schema"] !== undefined)
      .map(([type]) => [type, `${pointer}/content/${type.replaceAll("/", "~1")}/schema`]),
  );
}

function at(row: Row, ...keys: readonly string[]): Row {
  return keys.reduce<Row>((inner, key) => {
    const value = inner[key];
    return isRow(value) ? value : {};
  }, row);
}
