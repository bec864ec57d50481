import type { Backend } from "../../../backend/backend.ts";
import type { CheckOptions } from "../../../backend/facets/planFacet.ts";
import { readKnownVersions } from "../../../backend/readKnownVersions.ts";
import { releaseErrors } from "../../../errors/releaseErrors.ts";
import type { OpenTarget } from "../../../model/plan/checkPlanTarget.ts";
import { draftPlan } from "../../../model/plan/draftPlan.ts";
import { planHeading } from "../../../model/plan/planHeading.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { packFingerprint } from "../../../model/release/packFingerprint.ts";
import { versionIn, type ComponentVersions } from "../../../model/release/release.ts";
import type { ShownPlan } from "../../../protocol/wizard/wizardRequest.ts";
import { isSamePlan } from "./isSamePlan.ts";

/** What a plan is drafted with besides what the page shows. */
export interface ShownPlanBasis {
  readonly backend: Pick<Backend, "getPack" | "listVersions" | "plans">;
  /** Where the packs that the page shows were read. */
  readonly target: OpenTarget;
  /** The plan that the wizard was opened with. */
  readonly opened: ReleasePlan | undefined;
  readonly now: Date;
}

/**
 * The release plan that the page shows, for the packs as they are now. It is the plan that the wizard was opened with if that
 * still fits and the person changed nothing: then it keeps its hash.
 *
 * @throws `Conflict` when a pack is no longer as the page shows it; `NotFound`; `InvalidRequest` as `draftPlan`
 */
export async function draftShownPlan(
  { name, date, timeZone, packs: shown }: ShownPlan,
  { backend, target, opened, now }: ShownPlanBasis,
): Promise<ReleasePlan> {
  const choices = await Promise.all(
    shown.map(async ({ packId, versions, expected }) => {
      const pack = await backend.getPack(packId);
      if (packFingerprint(pack) !== expected) throw releaseErrors.conflict(pack.name);
      return { pack, versions, leftOut: leftOutOf(pack, versions) };
    }),
  );
  const ids = choices.flatMap(({ pack }) => pack.components.map(({ componentId }) => componentId));
  const known = await readKnownVersions(backend, [...new Set(ids)]);
  const scheduleWith = openedScheduleWith(opened) ?? backend.plans.scheduleWith;
  const heading = planHeading(
    {
      ...(name !== undefined && { name }),
      ...(opened?.notes !== undefined && { notes: opened.notes }),
      ...(date !== undefined && { date }),
    },
    { target, timeZone, now, ...(scheduleWith && { scheduleWith }) },
  );
  const drafted = draftPlan(choices, known, heading);
  if (!opened || !isSamePlan(opened, drafted)) return drafted;
  const { fits } = await backend.plans.check(opened, zoneOf(timeZone));
  return fits ? opened : drafted;
}

/** The components that the page leaves out: it shows the pack as it is, so those without a version. */
function leftOutOf({ components }: IntegrationPack, versions: ComponentVersions): string[] {
  return components
    .filter(({ componentId, currentVersion, deleted }) => {
      const isNew = currentVersion === "" && !deleted;
      return isNew && versionIn(versions, componentId) === undefined;
    })
    .map(({ componentId }) => componentId);
}

function zoneOf(timeZone: string | undefined): CheckOptions {
  return timeZone === undefined ? {} : { defaultTimeZone: timeZone };
}

function openedScheduleWith(opened: ReleasePlan | undefined) {
  return opened?.target.backend === "platform" ? opened.target.scheduleWith : undefined;
}
