import type { PlanFacet } from "./facets/planFacet.ts";
import type { AccountGroupFacet } from "./facets/accountGroupFacet.ts";
import type { Backend } from "./backend.ts";
import type { PackagingFacet } from "./facets/packagingFacet.ts";
import type { PackEditingFacet } from "./facets/packEditingFacet.ts";
import type { ScheduleFacet } from "./facets/scheduleFacet.ts";
import type { SnapshotFacet } from "./facets/snapshotFacet.ts";

/** The members of `Backend` that change something or end it. */
type Changing = "release" | "finish" | "dispose";

/** The members of `Backend` that have members of either kind. */
type Facets =
  | "schedules"
  | "editing"
  | "accountGroups"
  | "managedAccounts"
  | "packaging"
  | "snapshots"
  | "backups"
  | "plans";

/** Whether a facet can do something that changes packs: to look at, not to call. */
type Offered<Name extends string> = { readonly [Each in Name]?: unknown };

/** The part of a backend that changes nothing. Every `Backend` is one. */
export interface BackendReads extends Omit<Backend, Changing | Facets> {
  readonly schedules?: Pick<
    ScheduleFacet,
    "announcesUpdates" | "checkCancellable" | "nextScheduled" | "cancelUnsupported" | "hasUncertainZone"
  > &
    Offered<"applyPendingUpdate">;
  readonly plans: Omit<PlanFacet, "apply">;
  readonly editing?: Pick<PackEditingFacet, "listAddableComponents"> & Offered<"setPendingVersion">;
  readonly accountGroups?: Pick<AccountGroupFacet, "listAccountGroups">;
  readonly managedAccounts?: Offered<"createGroup">;
  readonly packaging?: Pick<PackagingFacet, "listComponents" | "packagesBuild">;
  readonly snapshots?: Pick<SnapshotFacet, "isEmpty">;
}
