import assert from "node:assert/strict";
import type { Backend, PackEditingFacet } from "../../src/backend/backend.ts";
import { canBeReleased, type PackComponent } from "../../src/model/pack.ts";
import { ids, pack, process, store, version } from "../support/fixtures.ts";
import { rejectsWith } from "../support/rejections.ts";
import type { ContractPart, WithBackend } from "./harness.ts";

const newPack = { name: "Returns", description: "Goods that come back", installationType: "SINGLE" } as const;

export const editingContract: ContractPart = (withBackend) => {
  const withEditing = editingRunner(withBackend);

  describe("making, changing and deleting packs, where the backend lets them be edited", () => {
    it("creates a pack without components, which cannot be released", () =>
      withEditing(async (backend, editing) => {
        const packId = await editing.createPack(newPack);
        const made = await backend.getPack(packId);
        assert.deepEqual(made, { packId, ...newPack, deploymentModel: "packaged", components: [] });
        assert.equal(canBeReleased(made), false);
        await rejectsWith(backend.release({ packId }), "InvalidRequest", /Add a packaged component/);
      }));

    it("rule 1: a name is required, unique whatever its letter case, and of a sensible length", () =>
      withEditing(async (backend, editing) => {
        const before = await backend.listPacks();
        for (const name of ["Order to Cash", "  ORDER to cash ", "", "   ", "x".repeat(10_000), "nul\0"]) {
          await rejectsWith(editing.createPack({ ...newPack, name }), "InvalidRequest");
          await rejectsWith(editing.editPack(ids.empty, { name }), "InvalidRequest");
        }
        await rejectsWith(
          editing.createPack({ ...newPack, name: "ORDER TO CASH" }),
          "InvalidRequest",
          /"Order to Cash" already/,
          /another name/,
        );
        assert.deepEqual(await backend.listPacks(), before);
      }));

    it("rule 1: a description has at most 500 characters, counted as a person does", () =>
      withEditing(async (backend, editing) => {
        const longest = "😀".repeat(500);
        const packId = await editing.createPack({ ...newPack, description: longest });
        assert.equal((await backend.getPack(packId)).description, longest);
        const description = "x".repeat(501);
        await rejectsWith(editing.editPack(packId, { description }), "InvalidRequest", /500/, /501/);
        await rejectsWith(
          editing.createPack({ ...newPack, name: "Other", description }),
          "InvalidRequest",
          /500/,
        );
        assert.equal((await backend.getPack(packId)).description, longest);
      }));

    it("changes the name and the description, and leaves alone what is left out", () =>
      withEditing(async (backend, editing) => {
        const before = await backend.getPack(ids.orderToCash);
        await editing.editPack(ids.orderToCash, { name: " ORDER to Cash " });
        assert.deepEqual(await backend.getPack(ids.orderToCash), { ...before, name: "ORDER to Cash" });
        await editing.editPack(ids.orderToCash, { description: "All of it" });
        const expected = { ...before, name: "ORDER to Cash", description: "All of it" };
        assert.deepEqual(await backend.getPack(ids.orderToCash), expected);
      }));

    it("rule 1: a pack with multiple attachments cannot be renamed, but described", () =>
      withEditing(async (backend, editing) => {
        await rejectsWith(
          editing.editPack(ids.neverReleased, { name: "Other" }),
          "InvalidRequest",
          /description/,
        );
        await editing.editPack(ids.neverReleased, { name: "Never Released", description: "Still" });
        const { name, description } = await backend.getPack(ids.neverReleased);
        assert.deepEqual([name, description], ["Never Released", "Still"]);
      }));

    it("deletes a pack with its scheduled release and its sharing", () =>
      withEditing(async (backend, editing) => {
        await editing.deletePack(ids.scheduled);
        await rejectsWith(backend.getPack(ids.scheduled), "NotFound");
        await rejectsWith(backend.history(ids.scheduled), "NotFound");
        assert.equal(await backend.schedules?.queue?.find(ids.scheduled), undefined);
        const groups = (await backend.accountGroups?.listAccountGroups()) ?? [];
        for (const { packs, accounts } of groups) {
          const installed = accounts.flatMap(({ installations = [] }) => installations);
          for (const { packId } of [...packs, ...installed]) assert.notEqual(packId, ids.scheduled);
        }
      }));

    it("rejects an unknown pack with NotFound", () =>
      withEditing(async (_, editing) => {
        for (const edit of [
          editing.editPack("no-pack", { name: "Other" }),
          editing.deletePack("no-pack"),
          editing.listAddableComponents("no-pack"),
          editing.addComponents("no-pack", [ids.createOrder]),
          editing.removeComponent("no-pack", ids.createOrder),
          editing.undeleteComponent("no-pack", ids.createOrder),
        ]) {
          await rejectsWith(edit, "NotFound", /no-pack/, /Refresh/);
        }
      }));
  });

  describe("components of a pack, where the backend lets packs be edited", () => {
    it("rule 2: offers what has a shareable version and is not in the pack, sorted by name", () =>
      withEditing(async (_, editing) => {
        assert.deepEqual(await editing.listAddableComponents(ids.upToDate), [
          addable(ids.cancelOrder, "Cancel Order", "process", "1.0"),
          addable(ids.orderApi, "Order API", "webservice", "10"),
          addable(ids.invoice, "Send Invoice", "process", "b"),
        ]);
      }));

    it("rule 1: offers and adds no API Service component to a pack with multiple attachments", () =>
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

    it("rule 2: adds components with their most recent shareable version pending, and releases them", () =>
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

    it("rule 2: adds all or none: nothing that is there, unknown or without a shareable version", () => {
      const hidden = process(
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

    it("rule 1: a pack holds at most 100 components", () => {
      const components = Array.from({ length: 101 }, (_, at) =>
        process(`c-${at}`, `Step ${at}`, version(`k-${at}`, "1", "2026-01-01T00:00:00Z")),
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

    it("rule 3: removing a released component marks it Deleted, and Undelete restores it", () =>
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

    it("rule 3: the next release drops what is marked Deleted, also the last component", () =>
      withEditing(async (backend, editing) => {
        await editing.removeComponent(ids.upToDate, ids.createOrder);
        const { versions } = await backend.release({ packId: ids.upToDate });
        assert.deepEqual(versions, {});
        assert.deepEqual((await backend.getPack(ids.upToDate)).components, []);
        await rejectsWith(backend.release({ packId: ids.upToDate }), "InvalidRequest", /no components/);
      }));

    it("rule 3: a component that was never released leaves at once", () =>
      withEditing(async (backend, editing) => {
        await editing.removeComponent(ids.orderToCash, ids.orderApi);
        const { components } = await backend.getPack(ids.orderToCash);
        assert.ok(components.every(({ componentId }) => componentId !== ids.orderApi));
        const remove = editing.removeComponent(ids.orderToCash, ids.orderApi);
        await rejectsWith(remove, "NotFound", /Order to Cash/);
      }));

    it("undeletes only what is marked Deleted", () =>
      withEditing(async (_, editing) => {
        const undelete = (componentId: string) => editing.undeleteComponent(ids.orderToCash, componentId);
        await rejectsWith(undelete(ids.createOrder), "InvalidRequest", /not marked Deleted/);
        await rejectsWith(undelete(ids.invoice), "NotFound", /Order to Cash/);
      }));
  });

  describe("the version that is pending, where it can be chosen", () => {
    it("rule 5: is what a release without versions takes, and can be taken back", () =>
      withPending(withEditing, async (backend, setPending) => {
        await setPending(ids.orderToCash, ids.createOrder, "1.0");
        assert.deepEqual(await pendingOf(backend, ids.createOrder), "1.0");
        await setPending(ids.orderToCash, ids.createOrder, "");
        assert.deepEqual(await pendingOf(backend, ids.createOrder), "");
        await setPending(ids.orderToCash, ids.createOrder, "1.0");
        const { versions } = await backend.release({ packId: ids.orderToCash });
        assert.equal(versions[ids.createOrder], "1.0");
        assert.deepEqual(await pendingOf(backend, ids.createOrder), "");
      }));

    it("must exist, be shareable and not deleted, and the component must stay", () =>
      withPending(withEditing, async (backend, setPending) => {
        const before = await backend.getPack(ids.orderToCash);
        const set = (componentId: string, text: string) => setPending(ids.orderToCash, componentId, text);
        await rejectsWith(set(ids.createOrder, "2.0-private"), "InvalidRequest", /not shareable/);
        await rejectsWith(set(ids.createOrder, "2.0-deleted"), "InvalidRequest", /deleted/);
        await rejectsWith(set(ids.createOrder, "1.00"), "NotFound", /1\.00/);
        await rejectsWith(set(ids.cancelOrder, "1.0"), "InvalidRequest", /Undelete/);
        await rejectsWith(set(ids.cancelOrder, ""), "InvalidRequest", /Undelete/);
        await rejectsWith(set(ids.invoice, "a"), "NotFound", /Order to Cash/);
        await rejectsWith(setPending("no-pack", ids.createOrder, "1.0"), "NotFound", /no-pack/);
        assert.deepEqual(await backend.getPack(ids.orderToCash), before);
      }));

    it("comes back when the component is undeleted", () =>
      withEditing(async (backend, editing) => {
        await editing.setPendingVersion?.(ids.orderToCash, ids.createOrder, "1.0");
        const before = await backend.getPack(ids.orderToCash);
        await editing.removeComponent(ids.orderToCash, ids.createOrder);
        await editing.undeleteComponent(ids.orderToCash, ids.createOrder);
        assert.deepEqual(await backend.getPack(ids.orderToCash), before);
      }));
  });
};

function addable(componentId: string, componentName: string, componentType: string, latestVersion: string) {
  return { componentId, componentName, componentType, latestVersion };
}

function versionsOf({ componentName, currentVersion, pendingVersion, latestVersion }: PackComponent) {
  return [componentName, currentVersion, pendingVersion, latestVersion];
}

async function pendingOf(backend: Backend, componentId: string): Promise<string | undefined> {
  const { components } = await backend.getPack(ids.orderToCash);
  return components.find((component) => component.componentId === componentId)?.pendingVersion;
}

type WithEditing = ReturnType<typeof editingRunner>;

/** Backends in which packs cannot be edited promise nothing here. */
function editingRunner(withBackend: WithBackend) {
  return (
    test: (backend: Backend, editing: PackEditingFacet) => Promise<void>,
    content?: Parameters<WithBackend>[1],
  ) =>
    withBackend(async (backend) => {
      if (backend.editing) await test(backend, backend.editing);
    }, content);
}

function withPending(
  withEditing: WithEditing,
  test: (backend: Backend, setPending: NonNullable<PackEditingFacet["setPendingVersion"]>) => Promise<void>,
) {
  return withEditing(async (backend, editing) => {
    if (editing.setPendingVersion) await test(backend, editing.setPendingVersion.bind(editing));
  });
}
