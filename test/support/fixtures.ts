import type {
  Snapshot,
  SnapshotComponent,
  SnapshotPack,
  SnapshotVersion,
} from "../../src/model/snapshot/snapshot.ts";

/** The moment that tests take as now, unless they set their own. */
export const now = new Date("2026-06-10T12:00:00Z");

/** A packaged version; the defaults make it one that can be chosen. */
export function version(
  packageId: string,
  packageVersion: string,
  createdDate: string,
  differences: Partial<SnapshotVersion> = {},
): SnapshotVersion {
  return {
    packageId,
    packageVersion,
    componentVersion: 1,
    createdDate,
    createdBy: "dev@example.com",
    notes: "",
    shareable: true,
    deleted: false,
    branchName: "main",
    folder: "Orders",
    ...differences,
  };
}

/** A process component. */
export function process(
  componentId: string,
  name: string,
  ...versions: readonly SnapshotVersion[]
): SnapshotComponent {
  return { componentId, name, type: "process", versions };
}

/** A pack; the defaults make it a packaged one with a single attachment. */
export function pack(packId: string, name: string, differences: Partial<SnapshotPack> = {}): SnapshotPack {
  return {
    packId,
    name,
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components: [],
    ...differences,
  };
}

/** The ids of `store()`, by what they stand for. */
export const ids = {
  createOrder: "c-create-order",
  cancelOrder: "c-cancel-order",
  orderApi: "c-order-api",
  invoice: "c-invoice",
  /** Released twice; all kinds of changes wait for its next release. */
  orderToCash: "p-order-to-cash",
  /** Released, and nothing would change. */
  upToDate: "p-up-to-date",
  neverReleased: "p-never-released",
  empty: "p-empty",
  legacy: "p-legacy",
  scheduled: "p-scheduled",
} as const;

const createOrder: SnapshotComponent = process(
  ids.createOrder,
  "Create Order",
  version("k-create-1.0", "1.0", "2026-01-10T09:00:00Z", {
    componentVersion: 3,
    includedComponents: [
      included("c-map", "Map Order", "transform.map", "<Component name='Map Order'/>"),
      included(ids.createOrder, "Create Order", "process", "<Component name='Create Order'/>"),
      included("c-profile", "Order Profile", "profile.json"),
    ],
    deployments: [
      deployment("Test", "2026-01-11T09:00:00Z", false),
      deployment("Production", "2026-01-12T09:00:00Z", true),
    ],
  }),
  version("k-create-1.1", "1.1", "2026-02-10T09:00:00Z", { componentVersion: 4, notes: "Faster" }),
  version("k-create-hotfix", "hotfix-7", "2026-03-10T09:00:00Z", { componentVersion: 5 }),
  version("k-create-private", "2.0-private", "2026-04-10T09:00:00Z", {
    componentVersion: 6,
    shareable: false,
  }),
  version("k-create-deleted", "2.0-deleted", "2026-04-11T09:00:00Z", { componentVersion: 7, deleted: true }),
);

const cancelOrder = process(
  ids.cancelOrder,
  "Cancel Order",
  version("k-cancel-1.0", "1.0", "2026-01-10T10:00:00Z", { componentVersion: 1 }),
);

const orderApi: SnapshotComponent = {
  componentId: ids.orderApi,
  name: "Order API",
  type: "webservice",
  versions: [
    version("k-api-9", "9", "2026-01-05T09:00:00Z", { componentVersion: 2 }),
    version("k-api-10", "10", "2026-01-06T09:00:00Z", { componentVersion: 3 }),
  ],
};

const invoice = process(
  ids.invoice,
  "Send Invoice",
  version("k-invoice-a", "a", "2026-01-01T00:00:00Z", { folder: "Billing" }),
  version("k-invoice-b", "b", "2026-02-01T00:00:00Z", { componentVersion: 2, folder: "Billing" }),
);

/**
 * One pack for each state that rules speak of. Order to Cash was released twice: Create Order now has 1.1 and could get
 * hotfix-7, Cancel Order is marked Deleted, and the Order API was never released and has 9 pending.
 */
export function store(): Snapshot {
  return {
    formatVersion: 1,
    components: [cancelOrder, createOrder, orderApi, invoice],
    packs: [
      pack(ids.empty, "Empty"),
      pack(ids.legacy, "Legacy Billing", {
        deploymentModel: "legacy",
        components: [{ componentId: ids.invoice }],
        releases: [release("r-legacy", "2026-01-20T08:00:00Z", { [ids.invoice]: "a" })],
      }),
      pack(ids.neverReleased, "Never Released", {
        description: "Two processes for many attachments",
        installationType: "MULTI",
        components: [{ componentId: ids.cancelOrder }, { componentId: ids.createOrder }],
      }),
      pack(ids.orderToCash, "Order to Cash", {
        components: [
          { componentId: ids.cancelOrder, deleted: true },
          { componentId: ids.createOrder },
          { componentId: ids.orderApi, pendingVersion: "9" },
        ],
        releases: [
          release("r-order-1", "2026-02-01T08:00:00Z", {
            [ids.cancelOrder]: "1.0",
            [ids.createOrder]: "1.0",
          }),
          release("r-order-2", "2026-03-01T08:00:00Z", {
            [ids.cancelOrder]: "1.0",
            [ids.createOrder]: "1.1",
          }),
        ],
      }),
      pack(ids.scheduled, "Scheduled", {
        components: [{ componentId: ids.createOrder }],
        releases: [release("r-scheduled-1", "2026-02-02T08:00:00Z", { [ids.createOrder]: "1.0" })],
        // So far ahead that no scheduler of today releases it in the middle of a test.
        scheduled: {
          date: "2096-12-01",
          timeZone: "America/New_York",
          versions: { [ids.createOrder]: "1.1" },
          scheduledBy: "planner@example.com",
          scheduledAt: "2026-06-01T08:00:00Z",
        },
        scheduleEvents: [
          {
            at: "2026-06-01T08:00:00Z",
            by: "planner@example.com",
            event: "scheduled",
            date: "2096-12-01",
            timeZone: "America/New_York",
          },
        ],
      }),
      pack(ids.upToDate, "Up to Date", {
        components: [{ componentId: ids.createOrder }],
        releases: [release("r-up-to-date", "2026-04-01T08:00:00Z", { [ids.createOrder]: "hotfix-7" })],
      }),
    ],
    accountGroups: [
      {
        groupId: "g-all",
        name: "All Accounts",
        packIds: [ids.orderToCash, ids.scheduled],
        accounts: [
          { accountId: "a-acme", name: "Acme" },
          { accountId: "a-bolt", name: "Bolt" },
        ],
      },
    ],
    installations: [
      { accountId: "a-acme", packId: ids.orderToCash, releaseId: "r-order-1", appliedScheduled: false },
      { accountId: "a-acme", packId: ids.scheduled, releaseId: "r-scheduled-1", appliedScheduled: true },
      { accountId: "a-bolt", packId: ids.orderToCash, releaseId: "r-order-2", appliedScheduled: false },
      { accountId: "a-bolt", packId: ids.scheduled, releaseId: "r-scheduled-1", appliedScheduled: false },
    ],
  };
}

function release(releaseId: string, releasedAt: string, versions: Record<string, string>) {
  return { releaseId, releasedAt, releasedBy: "lead@example.com", versions };
}

function included(componentId: string, name: string, type: string, xml?: string) {
  return {
    componentId,
    name,
    type,
    version: 3,
    folder: "Orders",
    modifiedBy: "dev@example.com",
    modifiedDate: "2026-01-09T09:00:00Z",
    ...(xml !== undefined && { xml }),
  };
}

function deployment(environment: string, deployedDate: string, active: boolean) {
  return { environment, deployedDate, deployedBy: "ops@example.com", notes: "", active };
}
