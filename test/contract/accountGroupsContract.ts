import assert from "node:assert/strict";
import type { AccountGroupFacet } from "../../src/backend/facets/accountGroupFacet.ts";
import type { Backend } from "../../src/backend/backend.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import type { ContractPart, WithBackend } from "./harness.ts";

export const accountGroupsContract: ContractPart = (withBackend) => {
  const withGroups = groupsRunner(withBackend);

  describe("account groups, if the backend shares packs", () => {
    it("lists groups with their packs and accounts, each sorted by name", () => {
      const content = store();
      const other = { groupId: "g-2", name: "A Pilot", packIds: [ids.legacy], accounts: [] };
      return withGroups(
        async (_, facet) => {
          const groups = await facet.listAccountGroups();
          assert.deepEqual(
            groups.map(({ groupId, name, packs, accounts }) => [
              groupId,
              name,
              packs.map((each) => each.name),
              accounts.map((each) => each.name),
            ]),
            [
              ["g-2", "A Pilot", ["Legacy Billing"], []],
              ["g-all", "All Accounts", ["Order to Cash", "Scheduled"], ["Acme", "Bolt"]],
            ],
          );
        },
        { ...content, accountGroups: [...content.accountGroups, other] },
      );
    });

    it("shows the release that each account runs, if the backend knows it", () =>
      withGroups(async (_, facet) => {
        const [group] = await facet.listAccountGroups();
        const acme = group?.accounts.find(({ name }) => name === "Acme");
        if (!acme?.installations) return;
        assert.deepEqual(
          acme.installations.map(({ packName, releaseId, releasedAt, ...state }) => [
            packName,
            releaseId,
            Date.parse(releasedAt),
            state.isLatest,
            state.pendingUpdate,
            state.appliedScheduled,
          ]),
          [
            ["Order to Cash", "r-order-1", Date.parse("2026-02-01T08:00:00Z"), false, false, false],
            ["Scheduled", "r-scheduled-1", Date.parse("2026-02-02T08:00:00Z"), true, false, true],
          ],
        );
        const bolt = group?.accounts.find(({ name }) => name === "Bolt");
        const pending = bolt?.installations?.map(({ packName, pendingUpdate }) => [packName, pendingUpdate]);
        assert.deepEqual(pending, [
          ["Order to Cash", false],
          ["Scheduled", true],
        ]);
      }));

    it("rule 9: shares only packs that were released", () =>
      withGroups(async (backend, facet) => {
        await facet.addPack(ids.upToDate, "g-all");
        assert.deepEqual((await backend.getSharing(ids.upToDate)).groups, [
          { groupId: "g-all", name: "All Accounts" },
        ]);
        await rejectsWith(
          facet.addPack(ids.neverReleased, "g-all"),
          "InvalidRequest",
          /never released/,
          /Release it/,
        );
        await backend.release({ packId: ids.neverReleased });
        await facet.addPack(ids.neverReleased, "g-all");
        const [group] = await facet.listAccountGroups();
        assert.deepEqual(
          group?.packs.map(({ name }) => name),
          ["Never Released", "Order to Cash", "Scheduled", "Up to Date"],
        );
      }));

    it("stops sharing a pack, and rejects a pack that is not shared", () =>
      withGroups(async (backend, facet) => {
        await facet.removePack(ids.orderToCash, "g-all");
        assert.deepEqual((await backend.getSharing(ids.orderToCash)).groups, []);
        await rejectsWith(facet.removePack(ids.orderToCash, "g-all"), "NotFound", /All Accounts/);
      }));

    it("rejects a pack that is already shared, an unknown pack, and an unknown group", () =>
      withGroups(async (_, facet) => {
        await rejectsWith(facet.addPack(ids.orderToCash, "g-all"), "InvalidRequest", /already/);
        for (const change of [facet.addPack.bind(facet), facet.removePack.bind(facet)]) {
          await rejectsWith(change("no-pack", "g-all"), "NotFound", /no-pack/);
          await rejectsWith(change(ids.orderToCash, "no-group"), "NotFound", /no-group/);
        }
      }));
  });
};

/** Runs a test if the backend shares packs. */
function groupsRunner(withBackend: WithBackend) {
  return (
    test: (backend: Backend, facet: AccountGroupFacet) => Promise<void>,
    content?: Parameters<WithBackend>[1],
  ) =>
    withBackend(async (backend) => {
      if (backend.accountGroups) await test(backend, backend.accountGroups);
    }, content);
}
