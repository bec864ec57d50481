import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import { errors } from "../../errors/errors.ts";
import { describeIssue } from "../text/describeIssue.ts";
import { parseJson } from "../text/parseJson.ts";
import type { Snapshot } from "./snapshot.ts";

import { checkSnapshot } from "./checkSnapshot.ts";
import { snapshotSchema } from "./snapshotSchema.ts";

/**
 * Reads a snapshot from JSON text or parsed JSON, and checks it.
 *
 * @throws `InvalidRequest` with the path of the first problem, when the document is not a snapshot or breaks a rule.
 */
export function parseSnapshot(document: unknown): Snapshot {
  const value: unknown =
    typeof document === "string" ? parseJson(document, errors.invalidSnapshot) : document;
  checkFormatVersion(value);
  const result = v.safeParse(snapshotSchema, value, { abortEarly: true });
  if (!result.success) {
    const { path, problem } = describeIssue(result.issues[0]);
    throw errors.invalidSnapshot(path, problem);
  }
  checkSnapshot(result.output);
  return result.output;
}

/** Comes first: the schema says nothing about a newer format. */
function checkFormatVersion(value: unknown): void {
  if (typeof value !== "object" || value === null || !("formatVersion" in value)) return;
  const { formatVersion } = value;
  if (typeof formatVersion === "number" && formatVersion > 1) {
    throw errors.invalidSnapshot(
      "formatVersion",
      l10n.t("it has the newer format {0}; update this extension to import it", formatVersion),
    );
  }
}
