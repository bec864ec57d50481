import type { IntegrationPack } from "../../pack/pack.ts";
import type { PlannableVersions } from "../plannableVersion.ts";

/** What a plan is checked against: the state of the backend. Everything is by pack id. */
export interface CheckBasis {
  /** The packs of the plan that exist. */
  readonly packs: ReadonlyMap<string, IntegrationPack>;
  /** The packaged versions of all components in the plan. */
  readonly versions: PlannableVersions;
  /** How many accounts get the releases of a pack. A pack is absent where that is not known. */
  readonly accounts: ReadonlyMap<string, number>;
  /** What was sent for a pack under any plan, in any order. */
  readonly history: ReadonlyMap<string, readonly PlanEvent[]>;
  readonly now: Date;
  /** The IANA zone that decides what today is, where the plan has none. */
  readonly timeZone: string;
}

/** Something that was sent for a pack under a plan. `unknown`: its outcome is not known. */
export interface PlanEvent {
  readonly planHash: string;
  readonly kind: "released" | "scheduled" | "unknown";
}
