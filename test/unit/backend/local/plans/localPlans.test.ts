import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import type { PlanDraft } from "../../../../../src/backend/facets/planFacet.ts";
import type { PlanOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import type { PackRelease } from "../../../../../src/model/release/release.ts";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const packIds = [ids.orderToCash, ids.neverReleased, ids.legacy];
const dated = { date: "2026-06-20", timeZone: "UTC" };

describe("release plans of the local store", () => {
  let stores: LocalStores;
  let backend: LocalBackend;
  let clock: Date;

  beforeEach(async () => {
    clock = now;
    stores = new LocalStores();
    backend = await stores.openWith(store(), { clock: () => clock });
  });
  afterEach(() => stores.dispose());

  const apply = ({ plan, planHash }: PlanDraft, on = backend) => on.plans.apply(plan, { planHash });
  const outcomes = ({ packs }: PlanOutcome) => packs.map(({ outcome }) => outcome);
  const states = async ({ plan }: PlanDraft) =>
    (await backend.plans.check(plan)).packs.map(({ state }) => state);

  describe("rule 14: are one transaction", () => {
    /** Has the store refuse the second row of the table, as a fault on the disk would. */
    const refuseSecond = (table: string) =>
      executeElsewhere(
        stores.file,
        `CREATE TRIGGER fault BEFORE INSERT ON ${table}
        WHEN NEW.pack_key = (SELECT pack_key FROM pack WHERE pack_id = '${ids.neverReleased}')
        BEGIN SELECT RAISE(ABORT, 'a fault'); END`,
      );

    for (const [what, table, when] of [
      ["released", "release", {}],
      ["scheduled", "schedule", dated],
    ] as const) {
      it(`also when they are ${what}: a pack that fails leaves all others not sent`, async () => {
        const released: PackRelease[] = [];
        backend.onDidRelease((release) => released.push(release));
        const draft = await backend.plans.draft({ packIds, ...when });
        refuseSecond(table);
        const before = await backend.snapshots.export();
        const outcome = await apply(draft);
        assert.deepEqual(outcomes(outcome), ["notSent", "failed", "notSent"]);
        assert.equal(outcome.packs[1]?.code, "StoreUnavailable");
        assert.match(outcome.packs[1].message ?? "", /a fault/);
        assert.deepEqual(await backend.snapshots.export(), before);
        executeElsewhere(stores.file, "DROP TRIGGER fault");
        assert.deepEqual(outcomes(await apply(draft)), [what, what, what]);
        assert.equal(released.length, what === "released" ? 3 : 0);
      });
    }

    it("that waits while another program has the lock", async () => {
      const draft = await backend.plans.draft({ packIds });
      const other = await stores.open({ clock: () => clock });
      const [ours, theirs] = await Promise.all([apply(draft), apply(draft, other)]);
      const all = [ours, theirs].map(outcomes).sort();
      assert.deepEqual(all, [
        ["alreadySo", "alreadySo", "alreadySo"],
        ["released", "released", "released"],
      ]);
    });
  });

  it("are known from the releases of their scheduled releases, too", async () => {
    const draft = await backend.plans.draft({ packIds: [ids.legacy], ...dated, name: "June" });
    await apply(draft);
    assert.deepEqual(await states(draft), ["alreadySo"]);
    clock = new Date("2026-06-20T00:30:00Z");
    const queued = await backend.schedules.queue?.find(ids.legacy);
    assert.ok(queued);
    const release = await backend.schedules.queue?.release(queued, "inWindow");
    assert.deepEqual(release?.plan, { planHash: draft.planHash, name: "June" });
    assert.deepEqual((await backend.history(ids.legacy))[0]?.plan, release.plan);
    assert.deepEqual(await states(draft), ["alreadySo"]);
    await backend.release({ packId: ids.legacy, versions: { [ids.invoice]: "a" } });
    assert.deepEqual(await states(draft), ["drift"]);
    assert.ok(!("plan" in ((await backend.history(ids.legacy))[0] ?? {})), "a roll-back comes from no plan");
  });

  it("rule 17: are remembered by snapshots: what was released, and what was scheduled and cancelled", async () => {
    const released = await backend.plans.draft({ packIds: [ids.legacy] });
    const scheduled = await backend.plans.draft({ packIds: [ids.neverReleased, ids.orderToCash], ...dated });
    await apply(released);
    await apply(scheduled);
    await backend.release({ packId: ids.legacy, versions: { [ids.invoice]: "a" } });
    await backend.schedules.cancel(ids.neverReleased);
    const exported = await backend.snapshots.export();
    await backend.snapshots.import(exported);
    assert.deepEqual(await backend.snapshots.export(), exported);
    assert.deepEqual(await states(released), ["drift"]);
    assert.deepEqual(await states(scheduled), ["drift", "alreadySo"]);
    const { scheduled: waiting } = await backend.getPack(ids.orderToCash);
    assert.equal(waiting?.plan?.planHash, scheduled.planHash);
  });

  it("do not fit a pack that was deleted and created again under its name", async () => {
    const draft = await backend.plans.draft({ packIds: [ids.neverReleased] });
    await backend.editing.deletePack(ids.neverReleased);
    await backend.editing.createPack({ name: "Never Released", installationType: "MULTI", description: "" });
    assert.deepEqual(await states(draft), ["refused"]);
    await rejectsWith(apply(draft), "Conflict", /no integration pack with the ID/);
  });
});
