import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { BigStore, bigSnapshot, packIdOf } from "../bigStore.ts";
import { alternate, timed, type Measure } from "../measure.ts";
import { BareRelease } from "./bareRelease.ts";
import { hashPlan } from "../../src/backend/hashPlan.ts";
import type { ReleasePlan } from "../../src/model/plan/releasePlan.ts";
import { PlatformBackends } from "../../test/support/platform/platformBackends.ts";

const checkedPacks = 100;
const appliedPacks = 20;
const componentsEach = 100;
/** The rows of a page of the platform's answers. */
const rowsOfPage = 100;

/** Reads the packs with their components, and the two versions of these that a plan names, and does nothing else. */
function readBarely(database: DatabaseSync, packIds: readonly string[]): void {
  const statements = [
    `SELECT pack.*, component.component_id, component.name AS component_name, component.type, pack_component.deleted,
      current.package_version AS current_version, pending.package_version AS pending_version,
      (SELECT newer.package_version FROM packaged_version AS newer
        WHERE newer.component_key = pack_component.component_key AND newer.shareable = 1 AND newer.deleted = 0
          AND newer.created_ms > current.created_ms ORDER BY newer.created_ms DESC LIMIT 1) AS latest_version
    FROM pack JOIN latest_release USING (pack_key) JOIN pack_component USING (pack_key)
      JOIN component USING (component_key)
      LEFT JOIN release_version ON release_version.release_key = latest_release.release_key
        AND release_version.component_key = pack_component.component_key
      LEFT JOIN packaged_version AS current ON current.version_key = release_version.version_key
      LEFT JOIN packaged_version AS pending ON pending.version_key = pack_component.pending_key
    WHERE pack_id IN (SELECT value FROM json_each(?))`,
    `SELECT component_id, packaged_version.* FROM pack JOIN pack_component USING (pack_key)
      JOIN component USING (component_key) JOIN packaged_version USING (component_key)
    WHERE pack_id IN (SELECT value FROM json_each(?)) AND package_version IN ('1.0', '1.2')`,
  ];
  for (const statement of statements) {
    const { length } = database.prepare(statement).all(JSON.stringify(packIds));
    assert.ok(length >= packIds.length * componentsEach);
  }
}

/** Measures of release plans. */
export const planMeasures: readonly Measure[] = [
  {
    name: "Drafting and checking a release plan of 100 packs of 100 components",
    floor: "the same rows read twice by bare SQL",
    unit: "ms",
    target: 2,
    run: async ({ runs }) => {
      const store = await BigStore.create(checkedPacks, componentsEach);
      const bare = new DatabaseSync(store.file, { readOnly: true });
      const packIds = Array.from({ length: checkedPacks }, (_, at) => packIdOf(at));
      try {
        return await alternate(
          runs,
          () =>
            timed(async () => {
              const { plan } = await store.backend.plans.draft({ packIds: "all" });
              const { fits } = await store.backend.plans.check(plan);
              assert.ok(fits && plan.packs.length === checkedPacks);
            }),
          () =>
            timed(() => {
              readBarely(bare, packIds);
              readBarely(bare, packIds);
            }),
        );
      } finally {
        bare.close();
        store.dispose();
      }
    },
  },
  {
    name: "Applying a release plan of 20 packs of 100 components",
    floor: "the same rows read and written by bare SQL in one transaction",
    unit: "ms",
    target: 2,
    run: async ({ runs }) => {
      const store = await BigStore.create(2 * appliedPacks, componentsEach);
      const bare = new BareRelease(store.file);
      const ours = Array.from({ length: appliedPacks }, (_, at) => packIdOf(at));
      const theirs = Array.from({ length: appliedPacks }, (_, at) => packIdOf(appliedPacks + at));
      let turn = 0;
      try {
        return await alternate(
          runs,
          async () => {
            const { plan: drafted } = await store.backend.plans.draft({
              packIds: ours,
              name: `Plan ${turn}`,
            });
            const plan = withVersion(drafted, turn++ % 2 === 0 ? "1.1" : "1.2");
            const planHash = hashPlan(plan);
            return timed(async () => {
              const { packs } = await store.backend.plans.apply(plan, { planHash });
              assert.ok(packs.every(({ outcome }) => outcome === "released"));
            });
          },
          () =>
            timed(() =>
              bare.transaction((database) => {
                readBarely(database, theirs);
                for (const packId of theirs) bare.release(packId, "1.1");
              }),
            ),
        );
      } finally {
        bare.close();
        store.dispose();
      }
    },
  },
  {
    name: "Drafting and checking a release plan of 100 packs of 100 components on the platform",
    floor: "the pages of packs and versions",
    unit: "requests",
    target: 1.1,
    run: async () => {
      const content = bigSnapshot(checkedPacks, componentsEach);
      const versions = content.components.reduce((sum, component) => sum + component.versions.length, 0);
      const backends = await PlatformBackends.start(content);
      try {
        const { log } = backends.platform;
        const backend = await backends.open();
        const { plan } = await backend.plans.draft({ packIds: "all" });
        assert.ok((await backend.plans.check(plan)).fits && plan.packs.length === checkedPacks);
        const pages = Math.ceil(versions / rowsOfPage) + Math.ceil(checkedPacks / rowsOfPage);
        return { ours: [log.length], floor: [pages] };
      } finally {
        await backends.dispose();
      }
    },
  },
];

/** The plan with this version of every component. */
function withVersion(plan: ReleasePlan, to: string): ReleasePlan {
  const packs = plan.packs.map((pack) => ({
    ...pack,
    components: pack.components.map(({ packageId: _, ...component }) => ({ ...component, to })),
  }));
  return { ...plan, packs };
}
