import * as l10n from "@vscode/l10n";
import { messageOf } from "../../base/messageOf.ts";
import { findRepeatedKey } from "./findRepeatedKey.ts";
import { formatPath } from "./formatPath.ts";

/**
 * Parses JSON that a person may have written, with or without a byte order mark. Unlike `JSON.parse`, it refuses an object
 * with the same key twice.
 *
 * @throws what `invalid` makes of the path, the problem, and the keys of the path
 */
export function parseJson(
  text: string,
  invalid: (path: string, problem: string, keys: readonly (string | number)[]) => Error,
): unknown {
  const json = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw invalid("$", l10n.t("it is not valid JSON ({0})", messageOf(error)), []);
  }
  const repeated = findRepeatedKey(json);
  if (repeated) throw invalid(formatPath(repeated), l10n.t("the key is used twice"), repeated);
  return value;
}
