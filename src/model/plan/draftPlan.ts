import type { PackComponent } from "../pack/pack.ts";
import { chosenVersions } from "../release/chosenVersions.ts";
import { versionIn } from "../release/release.ts";
import type { PlannableVersions } from "./plannableVersion.ts";
import { parsePlan } from "./file/parsePlan.ts";
import { findKnownVersion } from "./findKnownVersion.ts";
import type { PackChoice } from "./packChoice.ts";
import type { PlannedComponent, PlannedPack, ReleasePlan, ReplacedSchedule } from "./releasePlan.ts";

/** A plan without its packs. */
export type PlanHeading = Omit<ReleasePlan, "planVersion" | "packs">;

/**
 * Drafts a plan that releases the packs with the chosen versions, in this order. It says everything that is released: also
 * what stays unchanged, and which scheduled releases it replaces. `known`: the packaged versions of the components, for
 * what a choice needs and for package ids.
 *
 * @throws as `chosenVersions`, and `InvalidRequest` for a pack that is there twice, or a date, zone and target that do not go
 * together
 */
export function draftPlan(
  choices: readonly PackChoice[],
  known: PlannableVersions,
  heading: PlanHeading,
): ReleasePlan {
  const packs = choices.map((choice) => draftPack(choice, known));
  return parsePlan({ planVersion: 1, ...heading, packs });
}

function draftPack({ pack, versions, leftOut = [] }: PackChoice, known: PlannableVersions): PlannedPack {
  const chosen = chosenVersions(
    pack,
    versions,
    (componentId, packageVersion) => findKnownVersion(known, componentId, packageVersion),
    leftOut,
  );
  return {
    packId: pack.packId,
    name: pack.name,
    ...(pack.scheduled && { replaces: toReplaced(pack.scheduled) }),
    components: pack.components
      // A component that was never released is not in the release anyway once it is marked Deleted.
      .filter(
        ({ componentId, deleted, currentVersion }) =>
          currentVersion !== "" || (!deleted && !leftOut.includes(componentId)),
      )
      .map((component) => draftComponent(component, versionIn(chosen, component.componentId), known)),
  };
}

function draftComponent(
  { componentId, componentName, currentVersion }: PackComponent,
  to: string | undefined,
  known: PlannableVersions,
): PlannedComponent {
  const component = { componentId, name: componentName, from: currentVersion };
  if (to === undefined) return { ...component, to: null };
  const packaged = findKnownVersion(known, componentId, to);
  return { ...component, to, ...(packaged && { packageId: packaged.packageId }) };
}

function toReplaced({ date, timeZone }: ReplacedSchedule): ReplacedSchedule {
  return { date, ...(timeZone && { timeZone }) };
}
