import type { IntegrationPack } from "../../pack/pack.ts";
import { sameVersions, type ComponentVersions } from "../../release/release.ts";
import { releasedVersions } from "../../release/releasedVersions.ts";
import type { PlannedPack, ReleasePlan } from "../releasePlan.ts";

/**
 * Whether the pack is as the plan wants it (rule 15): it has the plan's versions, or the plan's schedule waits. Deleted marks
 * and pending versions do not count: they are about the release after this one.
 */
export function isAlreadySo(
  plan: Pick<ReleasePlan, "date" | "timeZone">,
  planned: PlannedPack,
  pack: IntegrationPack,
): boolean {
  const versions = plannedVersions(planned);
  return sameVersions(releasedVersions(pack), versions) || hasSchedule(plan, pack, versions);
}

/** The versions that the plan releases, without the components that leave. */
export function plannedVersions({ components }: PlannedPack): ComponentVersions {
  return Object.fromEntries(
    components.flatMap(({ componentId, to }) => (to === null ? [] : [[componentId, to] as const])),
  );
}

/** A scheduled release that failed, was missed, or whose fate is unknown does not wait. */
function hasSchedule(
  { date, timeZone }: Pick<ReleasePlan, "date" | "timeZone">,
  { scheduled }: IntegrationPack,
  versions: ComponentVersions,
): boolean {
  return (
    scheduled !== undefined &&
    (scheduled.state === "scheduled" || scheduled.state === "releasing") &&
    scheduled.date === date &&
    (timeZone === undefined || scheduled.timeZone === timeZone) &&
    sameVersions(scheduled.versions, versions)
  );
}
