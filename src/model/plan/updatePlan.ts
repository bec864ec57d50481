import type { PlanCheck, PlanPlace } from "./check/planCheck.ts";
import type { PlannedComponent, PlannedPack, ReleasePlan } from "./releasePlan.ts";

/** Planned packs by their ids. */
type PlannedPacks = ReadonlyMap<string, PlannedPack>;

/**
 * The plan as it fits the packs now, with the versions that it releases. `drafted`: the packs as a new draft has them. Packs
 * that are absent there no longer exist, and leave the plan. A component that stayed as it was still does, whatever its
 * version is now; one that was released since stays as it is.
 */
export function updatePlan(plan: ReleasePlan, drafted: PlannedPacks): ReleasePlan {
  return {
    ...plan,
    packs: plan.packs.flatMap((pack) => {
      const draft = drafted.get(pack.packId);
      return draft ? [updatePack(pack, draft)] : [];
    }),
  };
}

/** The plan with the drafted version for each version that no longer exists, or may not be released any longer. */
export function replaceImpossibleVersions(
  plan: ReleasePlan,
  drafted: PlannedPacks,
  check: PlanCheck,
): ReleasePlan {
  const places = new Map(check.packs.map((pack) => [pack.packId, pack.places ?? []]));
  return {
    ...plan,
    packs: plan.packs.map((pack) => {
      const impossible = (key: PlanPlace["key"], componentId: string) =>
        (places.get(pack.packId) ?? []).some(
          (place) => place.key === key && "componentId" in place && place.componentId === componentId,
        );
      const drafts = componentsOf(drafted.get(pack.packId));
      const components = pack.components.map((component): PlannedComponent => {
        const { packageId, ...withoutPackage } = component;
        const draft = drafts.get(component.componentId);
        if (draft && impossible("to", component.componentId)) return draft;
        return packageId !== undefined && impossible("packageId", component.componentId)
          ? withoutPackage
          : component;
      });
      return { ...pack, components };
    }),
  };
}

function updatePack(planned: PlannedPack, draft: PlannedPack): PlannedPack {
  const plannedComponents = componentsOf(planned);
  return {
    ...draft,
    components: draft.components.flatMap((component) =>
      updateComponent(plannedComponents.get(component.componentId), component),
    ),
  };
}

function componentsOf(pack: PlannedPack | undefined): ReadonlyMap<string, PlannedComponent> {
  return new Map(pack?.components.map((component) => [component.componentId, component]));
}

function updateComponent(planned: PlannedComponent | undefined, draft: PlannedComponent): PlannedComponent[] {
  if (draft.to === null) return [draft];
  if (!planned) return draft.from === "" ? [] : [withVersion(draft, draft.from)];
  const stays = planned.to === null || planned.to === planned.from;
  if (stays) return [draft.from === "" ? draft : withVersion(draft, draft.from)];
  return [withVersion(draft, planned.to, planned.packageId)];
}

function withVersion(
  { packageId: draftedPackage, ...draft }: PlannedComponent,
  to: string,
  packageId?: string,
): PlannedComponent {
  const known = to === draft.to ? draftedPackage : packageId;
  return { ...draft, to, ...(known !== undefined && { packageId: known }) };
}
