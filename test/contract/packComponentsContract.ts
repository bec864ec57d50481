import assert from "node:assert/strict";
import { canBeReleased, type PackComponent } from "../../src/model/pack/pack.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { editingRunner, type ContractPart } from "./harness.ts";

export const packComponentsContract: ContractPart = (withBackend) => {
  const withEditing = editingRunner(withBackend);

  describe("editing the components of a pack, if the backend supports it", () => {
    it("rule 2: offers the components outside the pack that have a shareable version, sorted by name", () =>
      withEditing(async (_, editing) => {
        assert.deepEqual(await editing.listAddableComponents(ids.upToDate), [
          addable(ids.cancelOrder, "Cancel Order", "process", "1.0"),
          addable(ids.orderApi, "Order API", "webservice", "10"),
          addable(ids.invoice, "Send Invoice", "process", "b"),
        ]);
      }));

    it("rule 1: neither offers nor adds API Service components for a pack with multiple attachments", () =>
      withEditing(async (_, editing) => {
        const offered = await editing.listAddableComponents(ids.neverReleased);
        assert.deepEqual(offered, [addable(ids.invoice, "Send Invoice", "process", "b")]);
        await rejectsWith(
          editing.addComponents(ids.neverReleased, [ids.orderApi]),
          "InvalidRequest",
          /Order API/,
          /single attachment/,
        );
      }));

    it("rule 2: adds components with the latest shareable version pending, which the next release then carries", () =>
      withEditing(async (backend, editing) => {
        await editing.addComponents(ids.empty, [ids.createOrder, ids.invoice]);
        const { components } = await backend.getPack(ids.empty);
        assert.deepEqual(components.map(versionsOf), [
          ["Create Order", "", "hotfix-7", "hotfix-7"],
          ["Send Invoice", "", "b", "b"],
        ]);
        const { versions } = await backend.release({ packId: ids.empty });
        assert.deepEqual(versions, { [ids.createOrder]: "hotfix-7", [ids.invoice]: "b" });
      }));

    it("rule 2: adds no component if one of them is in the pack, is unknown, or has no shareable version", () => {
      const hidden = processComponent(
        "c-hidden",
        "Hidden",
        version("k-h1", "1", "2026-01-01T00:00:00Z", { shareable: false }),
        version("k-h2", "2", "2026-01-02T00:00:00Z", { deleted: true }),
      );
      const content = store();
      return withEditing(
        async (backend, editing) => {
          const before = await backend.getPack(ids.orderToCash);
          const add = (componentId: string) =>
            editing.addComponents(ids.orderToCash, [ids.invoice, componentId]);
          await rejectsWith(add(ids.createOrder), "InvalidRequest", /already/);
          await rejectsWith(add(ids.cancelOrder), "InvalidRequest", /Undelete/);
          await rejectsWith(add("c-hidden"), "InvalidRequest", /no shareable version/, /Package one/);
          await rejectsWith(add("no-component"), "NotFound", /no-component/);
          await rejectsWith(editing.addComponents(ids.orderToCash, []), "InvalidRequest", /at least one/);
          assert.deepEqual(await backend.getPack(ids.orderToCash), before);
          const offered = await editing.listAddableComponents(ids.orderToCash);
          assert.deepEqual(
            offered.map(({ componentId }) => componentId),
            [ids.invoice],
          );
        },
        { ...content, components: [...content.components, hidden] },
      );
    });

    it("rule 1: limits a pack to 100 components", () => {
      const components = Array.from({ length: 101 }, (_, at) =>
        processComponent(`c-${at}`, `Step ${at}`, version(`k-${at}`, "1", "2026-01-01T00:00:00Z")),
      );
      const packs = [pack("p-full", "Full", { components: [{ componentId: "c-0" }] })];
      return withEditing(
        async (backend, editing) => {
          const rest = components.slice(1).map(({ componentId }) => componentId);
          await rejectsWith(editing.addComponents("p-full", rest), "InvalidRequest", /100/, /99 more/);
          assert.equal((await backend.getPack("p-full")).components.length, 1);
          await editing.addComponents("p-full", rest.slice(0, 99));
          assert.equal((await backend.getPack("p-full")).components.length, 100);
          await rejectsWith(editing.addComponents("p-full", ["c-100"]), "InvalidRequest", /0 more/);
          await editing.removeComponent("p-full", "c-0");
          await editing.addComponents("p-full", ["c-100"]);
          assert.equal((await backend.getPack("p-full")).components.length, 100);
        },
        { ...store(), components, packs, accountGroups: [], installations: [] },
      );
    });

    it("rule 3: marks a released component Deleted when it is removed, and undeletes it", () =>
      withEditing(async (backend, editing) => {
        const before = await backend.getPack(ids.upToDate);
        await editing.removeComponent(ids.upToDate, ids.createOrder);
        const marked = await backend.getPack(ids.upToDate);
        assert.deepEqual(
          marked.components.map(({ componentId, deleted }) => [componentId, deleted]),
          [[ids.createOrder, true]],
        );
        assert.ok(canBeReleased(marked));
        await editing.undeleteComponent(ids.upToDate, ids.createOrder);
        assert.deepEqual(await backend.getPack(ids.upToDate), before);
      }));

    it("rule 3: drops components that are marked Deleted with the next release, even the last one", () =>
      withEditing(async (backend, editing) => {
        await editing.removeComponent(ids.upToDate, ids.createOrder);
        const { versions } = await backend.release({ packId: ids.upToDate });
        assert.deepEqual(versions, {});
        assert.deepEqual((await backend.getPack(ids.upToDate)).components, []);
        await rejectsWith(backend.release({ packId: ids.upToDate }), "InvalidRequest", /no components/);
      }));

    it("rule 3: removes a component that was never released at once", () =>
      withEditing(async (backend, editing) => {
        await editing.removeComponent(ids.orderToCash, ids.orderApi);
        const { components } = await backend.getPack(ids.orderToCash);
        assert.ok(components.every(({ componentId }) => componentId !== ids.orderApi));
        const remove = editing.removeComponent(ids.orderToCash, ids.orderApi);
        await rejectsWith(remove, "NotFound", /Order to Cash/);
      }));

    it("undeletes only components that are marked Deleted", () =>
      withEditing(async (_, editing) => {
        const undelete = (componentId: string) => editing.undeleteComponent(ids.orderToCash, componentId);
        await rejectsWith(undelete(ids.createOrder), "InvalidRequest", /not marked Deleted/);
        await rejectsWith(undelete(ids.invoice), "NotFound", /Order to Cash/);
      }));
  });
};

function addable(componentId: string, componentName: string, componentType: string, latestVersion: string) {
  return { componentId, componentName, componentType, latestVersion };
}

function versionsOf({ componentName, currentVersion, pendingVersion, latestVersion }: PackComponent) {
  return [componentName, currentVersion, pendingVersion, latestVersion];
}
