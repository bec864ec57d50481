import assert from "node:assert/strict";
import { canBeReleased } from "../../src/model/pack/pack.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { editingRunner, type ContractPart } from "./harness.ts";

const newPack = { name: "Returns", description: "Goods that come back", installationType: "SINGLE" } as const;

export const editingContract: ContractPart = (withBackend) => {
  const withEditing = editingRunner(withBackend);

  describe("creating, editing and deleting packs, if the backend supports it", () => {
    it("creates a pack without components, which cannot be released", () =>
      withEditing(async (backend, editing) => {
        const packId = await editing.createPack(newPack);
        const made = await backend.getPack(packId);
        assert.deepEqual(made, { packId, ...newPack, deploymentModel: "packaged", components: [] });
        assert.equal(canBeReleased(made), false);
        await rejectsWith(backend.release({ packId }), "InvalidRequest", /Add a packaged component/);
      }));

    it("rule 1: requires a name of limited length that is unique in any letter case", () =>
      withEditing(async (backend, editing) => {
        const before = await backend.listPacks();
        for (const name of ["Order to Cash", "  ORDER to cash ", "", "   ", "x".repeat(10_000), "nul\0"]) {
          await rejectsWith(editing.createPack({ ...newPack, name }), "InvalidRequest");
          await rejectsWith(editing.editPack(ids.empty, { name }), "InvalidRequest");
        }
        await rejectsWith(
          editing.createPack({ ...newPack, name: "ORDER TO CASH" }),
          "InvalidRequest",
          /already is an integration pack "Order to Cash"/,
          /another name/,
        );
        assert.deepEqual(await backend.listPacks(), before);
      }));

    it("rule 1: limits a description to 500 characters, counted as a person counts them", () =>
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

    it("changes the name or the description, and leaves the other as it is", () =>
      withEditing(async (backend, editing) => {
        const before = await backend.getPack(ids.orderToCash);
        await editing.editPack(ids.orderToCash, { name: " ORDER to Cash " });
        assert.deepEqual(await backend.getPack(ids.orderToCash), { ...before, name: "ORDER to Cash" });
        await editing.editPack(ids.orderToCash, { description: "All of it" });
        const expected = { ...before, name: "ORDER to Cash", description: "All of it" };
        assert.deepEqual(await backend.getPack(ids.orderToCash), expected);
      }));

    it("rule 1: changes the description of a pack with multiple attachments, but not its name", () =>
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

    it("deletes a pack together with its scheduled release, sharing and installations", () =>
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
          () => editing.editPack("no-pack", { name: "Other" }),
          () => editing.deletePack("no-pack"),
          () => editing.listAddableComponents("no-pack"),
          () => editing.addComponents("no-pack", [ids.createOrder]),
          () => editing.removeComponent("no-pack", ids.createOrder),
          () => editing.undeleteComponent("no-pack", ids.createOrder),
        ]) {
          await rejectsWith(edit(), "NotFound", /no-pack/, /Refresh/);
        }
      }));
  });
};
