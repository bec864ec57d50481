import assert from "node:assert/strict";
import { ids } from "../../../../support/fixtures/store.ts";
import {
  changes,
  lastSentComponents,
  withPlatform,
  type OnPlatform,
} from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const everyMarked = { modes: { deletedMark: "all" } } as const;

const deletedIn = async ({ backend }: OnPlatform, packId: string) => {
  const { components } = await backend.getPack(packId);
  return components.filter(({ deleted }) => deleted).map(({ componentId }) => componentId);
};

/** Adds a component to the pack as somebody does in Boomi: with a pending version. */
const addInBoomi = (
  { platform }: OnPlatform,
  packId: string,
  componentId: string,
  pendingVersion: string,
) => {
  const component = platform.state.components.get(componentId);
  const pack = platform.state.packs.get(packId);
  assert.ok(component && pack);
  pack.components.push({
    componentId,
    componentName: component.name,
    componentType: component.type,
    currentVersion: "",
    pendingVersion,
    deleted: false,
  });
};

/** Every change and release of the pack that somebody could ask for. */
const attempts = ({ backend }: OnPlatform, packId: string, componentId: string) => [
  () => backend.editing.editPack(packId, { description: "Other" }),
  () => backend.editing.editPack(packId, { name: "Other" }),
  () => backend.editing.addComponents(packId, [ids.invoice]),
  () => backend.editing.removeComponent(packId, componentId),
  () => backend.editing.undeleteComponent(packId, componentId),
  () => backend.release({ packId }),
  () => backend.schedules.schedule({ packId, date: "2026-06-20", timeZone: "UTC" }),
];

describe("components that Boomi marks as deleted", function () {
  this.timeout(30_000);

  it("stay when they have a pending version", () =>
    withPlatform(async (on) => {
      const { backend } = on;
      assert.deepEqual(await deletedIn(on, ids.orderToCash), [ids.cancelOrder]);
      await backend.editing.editPack(ids.orderToCash, { description: "Other" });
      assert.deepEqual(lastSentComponents(on.platform), [ids.createOrder, ids.orderApi].sort());
      assert.deepEqual(await deletedIn(on, ids.orderToCash), [ids.cancelOrder]);
      await backend.release({ packId: ids.orderToCash });
      assert.deepEqual(lastSentComponents(on.platform), [ids.createOrder, ids.orderApi].sort());
    }));

  it("are kept by an edit in an account in which every component is marked, as all in Boomi's examples", () =>
    withPlatform(async (on) => {
      await on.backend.editing.addComponents(ids.empty, [ids.createOrder, ids.invoice]);
      assert.deepEqual(await deletedIn(on, ids.empty), []);
      await on.backend.editing.editPack(ids.empty, { description: "Other" });
      assert.deepEqual(lastSentComponents(on.platform), [ids.createOrder, ids.invoice]);
    }, everyMarked));

  for (const [name, packId] of [
    ["all of them seem to leave", ids.upToDate],
    ["some of them seem to leave, and no component of the account is unmarked", ids.orderToCash],
  ] as const) {
    it(`nothing is sent where ${name}`, () =>
      withPlatform(async (on) => {
        await on.backend.listPacks();
        for (const attempt of attempts(on, packId, ids.createOrder)) {
          await rejectsWith(
            attempt(),
            "InvalidRequest",
            /deleted/,
            /Nothing was sent/,
            /say which ones leave/,
          );
        }
        assert.deepEqual(changes(on.platform), []);
        assert.equal((await on.backend.getPack(packId)).doubt, "leaving");
      }, everyMarked));
  }

  it("nothing is sent where all of a pack seem to leave, also in an account that marks only some", () =>
    withPlatform(async (on) => {
      const pack = on.platform.state.packs.get(ids.upToDate);
      assert.ok(pack);
      for (const component of pack.components) component.deleted = true;
      await on.backend.listPacks();
      for (const attempt of attempts(on, ids.upToDate, ids.createOrder)) {
        await rejectsWith(attempt(), "InvalidRequest", /Nothing was sent/);
      }
      assert.deepEqual(changes(on.platform), []);
    }));

  it("leave where any other component of the account is not marked, which is found out by itself", () =>
    withPlatform(async (on) => {
      // Beside the one that leaves, the pack has only components with a pending version.
      const pack = on.platform.state.packs.get(ids.orderToCash);
      for (const component of pack?.components ?? []) {
        if (!component.deleted) component.pendingVersion ||= component.currentVersion;
      }
      await on.backend.editing.editPack(ids.orderToCash, { description: "Other" });
      assert.deepEqual(lastSentComponents(on.platform), [ids.createOrder, ids.orderApi].sort());
    }));

  describe("stay or leave as a person says", () => {
    it("and are changed and released so", () =>
      withPlatform(async (on) => {
        const { backend, platform } = on;
        await backend.editing.confirmLeaving(ids.upToDate, []);
        assert.deepEqual(await deletedIn(on, ids.upToDate), []);
        await backend.editing.editPack(ids.upToDate, { description: "Other" });
        assert.deepEqual(lastSentComponents(platform), [ids.createOrder]);
        await backend.release({ packId: ids.upToDate, versions: { [ids.createOrder]: "1.1" } });
        assert.deepEqual(lastSentComponents(platform), [ids.createOrder]);

        await backend.editing.confirmLeaving(ids.orderToCash, [ids.cancelOrder]);
        await backend.release({ packId: ids.orderToCash });
        assert.deepEqual(lastSentComponents(platform), [ids.createOrder, ids.orderApi].sort());
      }, everyMarked));

    it("and are removed and undeleted from there on", () =>
      withPlatform(async (on) => {
        const { editing } = on.backend;
        await editing.confirmLeaving(ids.orderToCash, []);
        await editing.removeComponent(ids.orderToCash, ids.createOrder);
        assert.deepEqual(await deletedIn(on, ids.orderToCash), [ids.createOrder]);
        assert.deepEqual(lastSentComponents(on.platform), [ids.cancelOrder, ids.orderApi].sort());
        await editing.undeleteComponent(ids.orderToCash, ids.createOrder);
        assert.deepEqual(await deletedIn(on, ids.orderToCash), []);
      }, everyMarked));

    it("until the pack is another one", () =>
      withPlatform(async (on) => {
        await on.backend.editing.confirmLeaving(ids.upToDate, []);
        addInBoomi(on, ids.upToDate, ids.invoice, "b");
        on.backend.refresh();
        // What has a pending version stays; the other one was said to stay.
        assert.deepEqual(await deletedIn(on, ids.upToDate), []);
        const pack = on.platform.state.packs.get(ids.upToDate);
        for (const component of pack?.components ?? []) component.pendingVersion = "";
        on.backend.refresh();
        await rejectsWith(on.backend.release({ packId: ids.upToDate }), "InvalidRequest", /Nothing was sent/);
        assert.deepEqual(changes(on.platform), []);
      }, everyMarked));
  });

  it("stay after a release from here, which contained them", () =>
    withPlatform(async (on) => {
      const { backend } = on;
      await backend.editing.addComponents(ids.empty, [ids.createOrder, ids.invoice]);
      await backend.release({ packId: ids.empty });
      assert.deepEqual(await deletedIn(on, ids.empty), []);
      await backend.release({ packId: ids.empty, versions: { [ids.invoice]: "a" } });
      assert.deepEqual(lastSentComponents(on.platform), [ids.createOrder, ids.invoice]);
    }, everyMarked));

  it("leave when they were removed from here, also the last one of a pack", () =>
    withPlatform(async (on) => {
      const { backend } = on;
      await backend.editing.confirmLeaving(ids.upToDate, []);
      await backend.editing.removeComponent(ids.upToDate, ids.createOrder);
      assert.deepEqual(await deletedIn(on, ids.upToDate), [ids.createOrder]);
      await backend.editing.undeleteComponent(ids.upToDate, ids.createOrder);
      assert.deepEqual(await deletedIn(on, ids.upToDate), []);
    }, everyMarked));
});
