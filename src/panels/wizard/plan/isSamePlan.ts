import { plannedVersions } from "../../../model/plan/check/isAlreadySo.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import { sameVersions } from "../../../model/release/release.ts";

/**
 * Whether a plan that was drafted now wants the same as an opened one: the same packs in the same order with the same versions,
 * the same name and date. What the packs had before does not count: whether the opened plan still fits is checked when it is
 * applied.
 */
export function isSamePlan(opened: ReleasePlan, drafted: ReleasePlan): boolean {
  return (
    (opened.name ?? "") === (drafted.name ?? "") &&
    opened.date === drafted.date &&
    opened.timeZone === drafted.timeZone &&
    opened.packs.length === drafted.packs.length &&
    opened.packs.every((planned, at) => {
      const other = drafted.packs[at];
      return (
        other !== undefined &&
        other.packId === planned.packId &&
        sameVersions(plannedVersions(planned), plannedVersions(other))
      );
    })
  );
}
