import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../src/backend/local/localBackend.ts";
import { readOverview, type OverviewSource } from "../../../../src/backend/overview/readOverview.ts";
import { errors } from "../../../../src/errors/errors.ts";
import { defaultReleaseBranch } from "../../../../src/model/pack/branch.ts";
import { readPreselectedVersions } from "../../../../src/backend/readPreselectedVersions.ts";
import { branched, branchedStore } from "../../../support/fixtures/branchedStore.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { twinPacks } from "../../../support/fixtures/twinPacks.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

/** The backend with other answers. */
function sourceOf(backend: LocalBackend, differences: Partial<OverviewSource> = {}): OverviewSource {
  return {
    getPack: (packId) => backend.getPack(packId),
    history: (packId) => backend.history(packId),
    listVersions: (componentIds) => backend.listVersions(componentIds),
    getSharing: (packId) => backend.getSharing(packId),
    installations: backend.installations,
    ...differences,
  };
}

describe("the overview of a pack", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  const overviewOf = async (source: OverviewSource, packId: string) =>
    (await readOverview(source, packId, defaultReleaseBranch)).overview;

  it("has the pack, its last release, its groups, and the installations as of now", async () => {
    const backend = await stores.openWith(store());
    const { pack, history, overview } = await readOverview(
      sourceOf(backend),
      ids.orderToCash,
      defaultReleaseBranch,
    );
    const { matrix, ...rest } = overview;
    assert.deepEqual(rest, {
      pack: {
        packId: ids.orderToCash,
        name: "Order to Cash",
        description: "",
        installationType: "SINGLE",
        deploymentModel: "packaged",
      },
      componentCount: 3,
      changeCount: 3,
      released: true,
      lastReleasedAt: "2026-03-01T08:00:00Z",
      groups: ["All Accounts"],
      installations: {
        readAt: "2026-06-10T12:00:00.000Z",
        accounts: [
          { accountId: "a-acme", accountName: "Acme", state: "behind" },
          { accountId: "a-bolt", accountName: "Bolt", state: "current" },
        ],
        asksEachAccount: false,
      },
    });
    assert.deepEqual(
      matrix.columns.map(({ kind }) => kind),
      ["released", "released", "pending"],
    );
    assert.deepEqual(
      matrix.rows.map(({ componentName, cells }) => [
        componentName,
        ...cells.map(({ version, change }) => `${version} ${change}`),
      ]),
      [
        ["Cancel Order", "1.0 new", "1.0 unchanged", " removed"],
        ["Create Order", "1.0 new", "1.1 upgrade", "hotfix-7 upgrade"],
        ["Order API", " absent", " absent", "9 new"],
      ],
    );
    assert.deepEqual(pack, await backend.getPack(ids.orderToCash));
    assert.deepEqual(history, await backend.history(ids.orderToCash));
  });

  it("of one that was never released has neither a date nor accounts", async () => {
    const backend = await stores.openWith(store());
    const { pack: _pack, matrix, ...rest } = await overviewOf(sourceOf(backend), ids.neverReleased);
    assert.deepEqual(rest, {
      componentCount: 2,
      changeCount: 2,
      released: false,
      groups: [],
      installations: { readAt: "2026-06-10T12:00:00.000Z", accounts: [], asksEachAccount: false },
    });
    assert.deepEqual(matrix.columns, [{ kind: "pending" }]);
  });

  it("shows what is scheduled, and names components that left the pack", async () => {
    const backend = await stores.openWith(twinPacks());
    const { scheduled, matrix } = await overviewOf(sourceOf(backend), "p");
    assert.equal(scheduled?.date, "2026-06-20");
    assert.deepEqual(
      matrix.columns.map(({ kind }) => kind),
      ["released", "scheduled", "pending"],
    );
    await backend.release({ packId: "p", replaceScheduled: true });
    const after = await overviewOf(sourceOf(backend), "p");
    assert.ok(!("scheduled" in after));
    assert.ok(after.matrix.rows.some(({ componentName }) => componentName === "Component gone"));
    assert.deepEqual(after.installations?.accounts, [
      { accountId: "x", accountName: "Account x", state: "current", stateBefore: "updatePending" },
      { accountId: "y", accountName: "Account y", state: "current", stateBefore: "appliedEarly" },
      { accountId: "z", accountName: "Account z", state: "notInstalled" },
    ]);
  });

  it("shows everything else where groups or installations cannot be read", async () => {
    const backend = await stores.openWith(store());
    const whole = await overviewOf(sourceOf(backend), ids.orderToCash);
    const refuse = () => Promise.reject(errors.unsupported("Not for you."));
    const { groups, groupsProblem, ...rest } = await overviewOf(
      sourceOf(backend, {
        getSharing: refuse,
        installations: { ...backend.installations, latest: refuse },
      }),
      ids.orderToCash,
    );
    assert.deepEqual([groups, groupsProblem], [[], "Not for you."]);
    const { groups: _groups, installations: _installations, ...expected } = whole;
    assert.deepEqual(rest, expected);
  });

  it("says which releases its history lacks, and does not call what came before them new", async () => {
    const backend = await stores.openWith(store());
    const historyLimits = "Only releases of this workspace.";
    const { matrix, ...overview } = await overviewOf(
      sourceOf(backend, { historyLimits, history: () => Promise.resolve([]) }),
      ids.orderToCash,
    );
    assert.equal(overview.historyLimits, historyLimits);
    assert.deepEqual([overview.released, "lastReleasedAt" in overview], [true, false]);
    assert.deepEqual(
      matrix.columns.map(({ kind }) => kind),
      ["current", "pending"],
    );
    assert.deepEqual(
      matrix.rows.map(({ cells }) => cells[0]?.change),
      ["unknown", "unknown", "absent"],
    );
  });

  it("preselects versions for the next release by their branches", async () => {
    const backend = await stores.openWith(branchedStore());
    const { matrix } = await overviewOf(sourceOf(backend), branched.packId);
    const pending = matrix.rows.map(({ componentId, cells }) => [componentId, cells.at(-1)?.version]);
    const pack = await backend.getPack(branched.packId);
    assert.deepEqual(
      Object.fromEntries(pending),
      await readPreselectedVersions(backend, pack, defaultReleaseBranch),
    );
    assert.ok(pending.some(([id, version]) => id === branched.hotfixed && version === "1.1"));
  });

  it("passes on what the pack itself says about a release whose outcome is open", async () => {
    const backend = await stores.openWith(store());
    const unsettled = {
      attemptId: "1",
      state: "unknown",
      sentAt: "2026-06-10T11:00:00Z",
      sentBy: "dev",
    } as const;
    const { unsettled: shown } = await overviewOf(
      sourceOf(backend, {
        getPack: async (packId) => ({ ...(await backend.getPack(packId)), unsettled }),
      }),
      ids.orderToCash,
    );
    assert.deepEqual(shown, unsettled);
  });

  it("fails where the pack does not exist", async () => {
    const backend = await stores.openWith(store());
    await rejectsWith(readOverview(sourceOf(backend), "gone", defaultReleaseBranch), "NotFound");
  });
});
