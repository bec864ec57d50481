import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import type { PackEditingFacet } from "../../src/backend/facets/packEditingFacet.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { editingRunner, type ContractPart } from "./harness.ts";

export const pendingVersionsContract: ContractPart = (withBackend) => {
  const withEditing = editingRunner(withBackend);

  describe("choosing the pending version, if the backend supports it", () => {
    it("rule 5: decides what a release without versions carries, and can be undone", () =>
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

    it("requires a shareable version that exists, of a component that stays in the pack", () =>
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

    it("is remembered when the component is removed and undeleted", () =>
      withEditing(async (backend, editing) => {
        await editing.setPendingVersion?.(ids.orderToCash, ids.createOrder, "1.0");
        const before = await backend.getPack(ids.orderToCash);
        await editing.removeComponent(ids.orderToCash, ids.createOrder);
        await editing.undeleteComponent(ids.orderToCash, ids.createOrder);
        assert.deepEqual(await backend.getPack(ids.orderToCash), before);
      }));
  });
};

async function pendingOf(backend: Backend, componentId: string): Promise<string | undefined> {
  const { components } = await backend.getPack(ids.orderToCash);
  return components.find((component) => component.componentId === componentId)?.pendingVersion;
}

function withPending(
  withEditing: ReturnType<typeof editingRunner>,
  test: (backend: Backend, setPending: NonNullable<PackEditingFacet["setPendingVersion"]>) => Promise<void>,
) {
  return withEditing(async (backend, editing) => {
    if (editing.setPendingVersion) await test(backend, editing.setPendingVersion.bind(editing));
  });
}
