import * as l10n from "@vscode/l10n";
import type * as v from "valibot";
import { formatPath } from "./formatPath.ts";

/** An issue of the schema for users. */
export interface DescribedIssue {
  /** The place in the document as text. */
  readonly path: string;
  readonly problem: string;
  /** The keys and indexes of the path. */
  readonly keys: readonly (string | number)[];
}

/** Describes an issue of the schema for users: the path in the document, and what is wrong there. */
export function describeIssue(issue: v.BaseIssue<unknown>): DescribedIssue {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  return { path: formatPath(keys), problem: problemOf(issue), keys };
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === "validation" || issue.type === "custom") return issue.message;
  if (issue.type === "strict_object" && issue.expected === "never") return l10n.t("there is no such key");
  if (issue.received === "undefined") return l10n.t("it is missing");
  switch (issue.type) {
    case "string":
      return l10n.t("it must be a text");
    case "number":
      return l10n.t("it must be a number");
    case "boolean":
      return l10n.t("it must be true or false");
    case "array":
      return l10n.t("it must be a list");
    case "strict_object":
      return l10n.t("it must be an object");
    default:
      return l10n.t("it must be {0}", issue.expected ?? "");
  }
}
