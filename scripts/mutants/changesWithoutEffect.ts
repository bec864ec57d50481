import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineOf, type Mutant } from "./mutant.ts";

/** A change that nobody can observe, so that no test can notice it. It does not count. */
export interface ChangeWithoutEffect {
  /** The path from the project, with slashes. */
  readonly file: string;
  /** The whole line that it changes, without the spaces around it. */
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** The table `changesWithoutEffect.tsv`. */
export const changesWithoutEffect: readonly ChangeWithoutEffect[] = readFileSync(
  join(import.meta.dirname, "changesWithoutEffect.tsv"),
  "utf8",
)
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [file = "", line = "", original = "", replacement = "", reason = ""] = row.split("\t");
    return { file, line, original, replacement, reason };
  });

/** Whether the change of the source is one of them. */
export function hasNoEffect(mutant: Mutant, source: string): boolean {
  const line = source.split("\n")[lineOf(mutant, source) - 1]?.trim();
  return changesWithoutEffect.some(
    (each) =>
      each.file === mutant.file &&
      each.line === line &&
      each.original === mutant.original &&
      each.replacement === mutant.replacement,
  );
}
