import { newestFirst, type DatedVersion } from "../pack/packagedVersion.ts";

/** What a release does to one component of the pack. */
export type ChangeKind = "new" | "upgrade" | "rollBack" | "removed" | "unchanged";

/**
 * How a component changes between two versions; `''` is no version. `before` and `after` are those versions, where they
 * are known: their dates distinguish a roll-back from an upgrade. With one of them unknown, the change counts as an upgrade.
 */
export function changeKind(
  from: string,
  to: string,
  before: DatedVersion | undefined,
  after: DatedVersion | undefined,
): ChangeKind {
  if (from === to) return "unchanged";
  if (from === "") return "new";
  if (to === "") return "removed";
  return before && after && newestFirst(before, after) < 0 ? "rollBack" : "upgrade";
}
