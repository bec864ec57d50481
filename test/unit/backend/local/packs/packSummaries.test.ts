import assert from "node:assert/strict";
import { countChanges, mostCountedChanges, summarizePack } from "../../../../../src/model/pack/pack.ts";
import type { SnapshotPackComponent, SnapshotVersion } from "../../../../../src/model/snapshot/snapshot.ts";
import { bigPack } from "../../../../support/fixtures/bigPack.ts";
import { pack, processComponent, version } from "../../../../support/fixtures/snapshotParts.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

const released = version("k-1", "1", "2026-01-01T00:00:00Z", { componentVersion: 5 });
const later = "2026-01-01T00:00:00.001Z";

/** A pack with version 1 of a component, and what a release of it would change. */
interface Case {
  readonly what: string;
  readonly isReleased?: false;
  readonly component?: Partial<SnapshotPackComponent>;
  readonly others?: readonly SnapshotVersion[];
  readonly latest: string;
  readonly changes: 0 | 1;
}

const cases: readonly Case[] = [
  { what: "is as released", latest: "", changes: 0 },
  { what: "was never released", isReleased: false, latest: "1", changes: 1 },
  { what: "is marked Deleted", component: { deleted: true }, latest: "", changes: 1 },
  { what: "has its current version pending", component: { pendingVersion: "1" }, latest: "", changes: 0 },
  {
    what: "has an older version pending",
    component: { pendingVersion: "0" },
    others: [version("k-0", "0", "2025-01-01T00:00:00Z")],
    latest: "",
    changes: 1,
  },
  { what: "has a newer version", others: [version("k-2", "2", later)], latest: "2", changes: 1 },
  {
    what: "has a newer version that is not shareable",
    others: [version("k-2", "2", later, { shareable: false })],
    latest: "",
    changes: 0,
  },
  {
    what: "has a newer version that is deleted",
    others: [version("k-2", "2", later, { deleted: true })],
    latest: "",
    changes: 0,
  },
  {
    what: "has a version of the same instant and a later revision",
    others: [version("k-2", "2", released.createdDate, { componentVersion: 6 })],
    latest: "2",
    changes: 1,
  },
  {
    what: "has a version of the same instant and revision",
    others: [version("k-2", "2", released.createdDate, { componentVersion: 5 })],
    latest: "",
    changes: 0,
  },
  {
    what: "has an older version with a later revision",
    others: [version("k-0", "0", "2025-12-31T23:59:59.999Z", { componentVersion: 9 })],
    latest: "",
    changes: 0,
  },
];

describe("the summary of a pack", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("counts changes up to a limit, as the model does", async () => {
    const backend = await stores.openWith(bigPack());
    const [summary] = await backend.listPackSummaries();
    const big = await backend.getPack("p-big");
    assert.equal(big.components.filter(({ latestVersion }) => latestVersion !== "").length, 20);
    assert.equal(summary?.changeCount, mostCountedChanges);
    assert.equal(countChanges(big), mostCountedChanges);
    assert.equal(summary.componentCount, 100);
  });

  it("shows when the pack was last released, and nothing else than the pack itself", async () => {
    const backend = await stores.openWith(store());
    const summaries = await backend.listPackSummaries();
    const expected = (await backend.listPacks()).map(async (each) => {
      const [latest] = await backend.history(each.packId);
      return summarizePack(each, latest?.releasedAt);
    });
    assert.deepEqual(summaries, await Promise.all(expected));
    assert.equal(summaries.filter(({ lastReleasedAt }) => lastReleasedAt !== undefined).length, 4);
  });

  for (const { what, isReleased = true, component, others = [], latest, changes } of cases) {
    it(`counts ${changes} changes where the component ${what}`, async () => {
      const neighbour = processComponent(
        "other",
        "Other",
        version("o-1", "1", "2026-01-01T00:00:00Z"),
        version("o-9", "9", "2026-09-09T00:00:00Z", { componentVersion: 99 }),
      );
      const versions = (componentId: string, text: string) => [
        {
          releaseId: `r-${componentId}`,
          releasedAt: later,
          releasedBy: "dev",
          versions: { [componentId]: text },
        },
      ];
      const backend = await stores.openWith({
        ...store(),
        components: [neighbour, processComponent("c", "Component", released, ...others)],
        packs: [
          pack("p", "Pack", {
            components: [{ componentId: "c", ...component }],
            ...(isReleased && { releases: versions("c", "1") }),
          }),
          pack("q", "Quiet", { components: [{ componentId: "other" }], releases: versions("other", "9") }),
        ],
        accountGroups: [],
        installations: [],
      });
      const [summary, quiet] = await backend.listPackSummaries();
      assert.deepEqual([summary?.changeCount, summary?.releasable], [changes, changes > 0]);
      assert.equal(quiet?.changeCount, 0);
      const [listed] = await backend.listPacks();
      assert.equal(listed?.components[0]?.latestVersion, latest);
      assert.deepEqual(await backend.getPack("p"), listed);
    });
  }
});
