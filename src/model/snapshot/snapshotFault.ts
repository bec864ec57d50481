import { t } from "@vscode/l10n";
import type * as v from "valibot";
import { errors } from "../../errors/errors.ts";

/** Where in the document something is looked at: keys and list indexes. */
export type Path = readonly (string | number)[];

/** Stops the import: names the place in the document and what is wrong there. */
export function reject(path: Path, problem: string): never {
  throw errors.invalidSnapshot(formatPath(path), problem);
}

/** Adds a key that must not be there yet. */
export function addUnique(seen: Set<string>, key: string, path: Path, shown = key): void {
  if (seen.has(key)) reject(path, t('"{0}" is already used before', shown));
  seen.add(key);
}

/** Checks that an instant of the right form exists; the 30th of February does not. */
export function checkInstant(instant: string, path: Path): void {
  const day = instant.slice(0, 10);
  if (Number.isNaN(Date.parse(instant)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    reject(path, t('"{0}" is not a date and time that exists', instant));
  }
}

/** Where in the document something is wrong, and what, in words for the user. */
export function describeIssue(issue: v.BaseIssue<unknown>): { path: string; problem: string } {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  return { path: formatPath(keys), problem: problemOf(issue) };
}

/** A path such as `packs[0].components[2].pendingVersion`; `$` is the document itself. */
export function formatPath(keys: readonly unknown[]): string {
  const path = keys
    .map((key) => {
      if (typeof key === "number") return `[${key}]`;
      return /^[\w$-]+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`;
    })
    .join("");
  return path === "" ? "$" : path.replace(/^\./, "");
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === "validation" || issue.type === "custom") return issue.message;
  if (issue.type === "strict_object" && issue.expected === "never") return t("there is no such key");
  if (issue.received === "undefined") return t("it is missing");
  switch (issue.type) {
    case "string":
      return t("it must be a text");
    case "number":
      return t("it must be a number");
    case "boolean":
      return t("it must be true or false");
    case "array":
      return t("it must be a list");
    case "strict_object":
      return t("it must be an object");
    default:
      return t("it must be {0}", issue.expected ?? "");
  }
}
