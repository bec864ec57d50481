import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { closed, operationOf, type OpenApiDocument } from "./openApiDocument.ts";
import { isRow } from "../standIn/platformObject.ts";
import type { LoggedRequest } from "../standIn/requestLog.ts";
import { componentOfXml } from "./publishedComponent.ts";

const besideTheProject = new URL("../../../../../shared/boomi-platform-openapi.json", import.meta.url);

/** Where Boomi's own description of the API is on this machine, if it is: it is no part of the project. */
export function publishedDocument(): string | undefined {
  const file = process.env["BOOMI_OPENAPI"] ?? fileURLToPath(besideTheProject);
  return existsSync(file) ? file : undefined;
}

let loaded: PublishedStructure | undefined;

/** The check against the document, when it is at hand. */
export function publishedStructure(): PublishedStructure | undefined {
  const file = publishedDocument();
  if (file === undefined) return undefined;
  loaded ??= new PublishedStructure(readFileSync(file, "utf8"));
  return loaded;
}

/**
 * Checks requests and answers against the published document:
 *
 * - the path and the method exist, and the body has a media type that the operation takes;
 * - bodies of requests and of successful answers in JSON are valid, and have no key that the document does not know,
 *   but for those that start with `@`;
 * - a component as XML has the published root, attributes and children.
 *
 * Three exceptions, as Boomi's own texts have them: a query may come without a body, a failed item of a bulk answer
 * has no `Result`, and a packaged component may lack any of its fields. For refusals the document publishes no structure.
 */
export class PublishedStructure {
  readonly #document: OpenApiDocument;
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { int32: { type: "number", validate: isInt32 }, "date-time": isDateTime },
  });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(text: string) {
    this.#document = closed(JSON.parse(text));
    this.#ajv.addSchema(this.#document, "published");
  }

  /** What is wrong with a request. */
  requestFaults(request: LoggedRequest): string[] {
    const operation = operationOf(this.#document, request);
    if (!operation) return [`${describe(request)}: there is no such operation`];
    const { body, action } = request;
    const mediaType = String(request.headers["content-type"] ?? "").split(";")[0] ?? "";
    if (body === undefined) {
      return operation.takesBody && action !== "query" ? [`${describe(request)}: the body is missing`] : [];
    }
    const pointer = operation.requestBodies.get(mediaType);
    if (pointer === undefined)
      return [`${describe(request)}: the body is of the type ${mediaType || "(none)"}`];
    return this.#faults(`${describe(request)}: request`, pointer, body);
  }

  /** What is wrong with a successful answer. */
  answerFaults(request: LoggedRequest, status: number, row: unknown, xml: string | undefined): string[] {
    const operation = operationOf(this.#document, request);
    if (!operation || status < 200 || status > 299) return [];
    const pointer = operation.answers.get(xml === undefined ? "application/json" : "application/xml");
    // Answers to deletions have no published content.
    if (pointer === undefined)
      return request.action === "delete" ? [] : [`${describe(request)}: nothing is to be answered`];
    const name = `${describe(request)}: answer`;
    if (xml === undefined) return this.#faults(name, pointer, row);
    if (request.action !== "get") return [];
    const component = componentOfXml(xml);
    return [
      ...component.problems.map((problem) => `${name}: ${problem}`),
      ...this.#faults(name, "#/components/schemas/ComponentMetadata", component.attributes),
    ];
  }

  #faults(name: string, pointer: string, value: unknown): string[] {
    const validate = this.#compiled.get(pointer) ?? this.#ajv.compile({ $ref: `published${pointer}` });
    this.#compiled.set(pointer, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${name}${explain(error)}`);
  }
}

function describe({ method, object, action }: LoggedRequest): string {
  return `${method} ${object} (${action})`;
}

function explain({ instancePath, message = "", params }: ErrorObject): string {
  const key: unknown = isRow(params) ? params["additionalProperty"] : undefined;
  return ` ${instancePath || "/"} ${message}${typeof key === "string" ? ` (${key})` : ""}`;
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff;
}

function isDateTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}
