import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isRow, type Row } from "../standIn/platformObject.ts";

const besideTheProject = new URL("../../../../../shared/boomi-platform-examples.json", import.meta.url);

/** An answer that Boomi's document gives as an example. */
export interface PublishedExample {
  /** Such as `PublisherIntegrationPack`. */
  readonly object: string;
  readonly action: "query" | "queryMore" | "bulk" | "get" | "create" | "update";
  readonly status: number;
  readonly content: Row;
}

/** Where Boomi's own examples are on this machine, if they are: they are no part of the project. */
export function publishedExamplesFile(): string | undefined {
  const file = process.env["BOOMI_EXAMPLES"] ?? fileURLToPath(besideTheProject);
  return existsSync(file) ? file : undefined;
}

/** All example answers in JSON, as far as they are at hand. */
export function publishedExamples(): PublishedExample[] {
  const file = publishedExamplesFile();
  if (file === undefined) return [];
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  return entriesOf(document).flatMap(([path, operations]) =>
    entriesOf(operations).flatMap(([method, operation]) =>
      entriesOf(isRow(operation) ? operation["responses"] : undefined).flatMap(([status, contents]) =>
        examplesIn(document, contents).map((content) => ({
          ...target(path, method),
          status: Number(status),
          content,
        })),
      ),
    ),
  );
}

function examplesIn(document: unknown, contents: unknown): Row[] {
  const listed = isRow(contents) ? contents["application/json"] : undefined;
  const examples: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return examples.filter(isRow).flatMap((example) => {
    const reference = example["$ref"];
    return typeof reference === "string" ? referred(document, reference) : [example];
  });
}

/** `#/paths/~1Account~1query/post/responses/200/content/application~1json/example` is the first example there. */
function referred(document: unknown, reference: string): Row[] {
  const [, , path = "", method = "", , status = ""] = reference
    .split("/")
    .map((part) => part.replaceAll("~1", "/"));
  const operation = at(at(document, path), method);
  const [example] = examplesIn(document, at(at(operation, "responses"), status));
  return example ? [example] : [];
}

function target(path: string, method: string): Pick<PublishedExample, "object" | "action"> {
  const [, object = "", last = ""] = path.split("/");
  if (last === "query" || last === "queryMore" || last === "bulk") return { object, action: last };
  if (method === "get") return { object, action: "get" };
  return { object, action: last === "" ? "create" : "update" };
}

function at(value: unknown, key: string): unknown {
  return isRow(value) ? value[key] : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRow(value) ? Object.entries(value) : [];
}
