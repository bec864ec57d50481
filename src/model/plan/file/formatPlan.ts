import { compareCodeUnits } from "../../text/compareCodeUnits.ts";
import type { PlannedComponent, PlannedPack, PlanTarget, ReleasePlan } from "../releasePlan.ts";

/**
 * The text of a plan's file: two spaces, keys in the documented order, components by name and id, a newline at the end. The
 * same plan gives the same text on every machine, so that a review shows only real changes.
 */
export function formatPlan(plan: ReleasePlan): string {
  return `${JSON.stringify(toFileOrder(plan), null, 2)}\n`;
}

// JSON.stringify writes keys in the order of the literals here, and leaves out those that are undefined.

function toFileOrder({ planVersion, name, notes, target, date, timeZone, packs }: ReleasePlan): ReleasePlan {
  return {
    planVersion,
    name,
    notes,
    target: targetInOrder(target),
    date,
    timeZone,
    packs: packs.map(packInOrder),
  };
}

function targetInOrder(target: PlanTarget): PlanTarget {
  if (target.backend === "local") return { backend: target.backend };
  const { backend, baseUrl, accountId, scheduleWith } = target;
  return { backend, baseUrl, accountId, scheduleWith };
}

function packInOrder({ packId, name, replaces, components }: PlannedPack): PlannedPack {
  return {
    packId,
    name,
    replaces: replaces && { date: replaces.date, timeZone: replaces.timeZone },
    components: components.map(componentInOrder).sort(byNameAndId),
  };
}

function componentInOrder({ componentId, name, from, to, packageId }: PlannedComponent): PlannedComponent {
  return { componentId, name, from, to, packageId };
}

function byNameAndId(one: PlannedComponent, other: PlannedComponent): number {
  return compareCodeUnits(one.name, other.name) || compareCodeUnits(one.componentId, other.componentId);
}
