import canonicalize from "canonicalize";
import { compareCodeUnits } from "../../text/compareCodeUnits.ts";
import type { PlannedComponent, ReleasePlan } from "../releasePlan.ts";

/** `sha256:` and 64 hexadecimal digits: the hash of a plan. It ties what is applied to what was reviewed (rule 19). */
export type PlanHash = `sha256:${string}`;

/** Calculates the SHA-256 of the bytes, as 64 lower-case hexadecimal digits. Node.js and browsers have it in different places. */
export type Sha256 = (bytes: Uint8Array) => string;

/**
 * The plan in the form that its hash is made of, the same for the same plan whatever its file looks like: RFC 8785, with
 * components sorted by id and packs in their order.
 */
export function canonicalPlan(plan: ReleasePlan): string {
  const packs = plan.packs.map((pack) => ({ ...pack, components: [...pack.components].sort(byId) }));
  return canonicalize({ ...plan, packs }) ?? "";
}

/** The hash of a plan. */
export function planHash(plan: ReleasePlan, sha256: Sha256): PlanHash {
  return `sha256:${sha256(new TextEncoder().encode(canonicalPlan(plan)))}`;
}

/** Whether the text has the form of a plan hash. */
export function isPlanHash(text: string): text is PlanHash {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

function byId(one: PlannedComponent, other: PlannedComponent): number {
  return compareCodeUnits(one.componentId, other.componentId);
}
