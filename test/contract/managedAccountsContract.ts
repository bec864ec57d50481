import assert from "node:assert/strict";
import type { AccountGroupFacet } from "../../src/backend/facets/accountGroupFacet.ts";
import type { Backend } from "../../src/backend/backend.ts";
import type { ManagedAccountFacet } from "../../src/backend/facets/managedAccountFacet.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import type { ContractPart, WithBackend } from "./harness.ts";

export const managedAccountsContract: ContractPart = (withBackend) => {
  const withAccounts = accountsRunner(withBackend);

  describe("managing groups and accounts, if the backend supports it", () => {
    it("creates groups, and accounts in them", () =>
      withAccounts(async (_, accounts, groups) => {
        const groupId = await accounts.createGroup(" Pilot ");
        const zeta = await accounts.createAccount(groupId, "Zeta");
        const alpha = await accounts.createAccount(groupId, " Alpha ");
        const made = (await groups.listAccountGroups()).find((group) => group.groupId === groupId);
        assert.deepEqual(made, {
          groupId,
          name: "Pilot",
          packs: [],
          accounts: [
            { accountId: alpha, name: "Alpha", installations: [] },
            { accountId: zeta, name: "Zeta", installations: [] },
          ],
        });
      }));

    it("rejects names that are empty, too long or cannot be stored, and unknown groups and accounts", () =>
      withAccounts(async (_, accounts, groups) => {
        const before = await groups.listAccountGroups();
        for (const name of ["", "  ", "x".repeat(10_000), "\ud800"]) {
          await rejectsWith(accounts.createGroup(name), "InvalidRequest");
          await rejectsWith(accounts.createAccount("g-all", name), "InvalidRequest");
        }
        await rejectsWith(accounts.createAccount("no-group", "Zeta"), "NotFound", /no-group/);
        await rejectsWith(accounts.deleteGroup("no-group"), "NotFound", /no-group/);
        await rejectsWith(accounts.deleteAccount("no-account"), "NotFound", /no-account/);
        assert.deepEqual(await groups.listAccountGroups(), before);
      }));

    it("deletes an account together with its installations", () =>
      withAccounts(async (backend, accounts) => {
        await accounts.deleteAccount("a-acme");
        const { installations } = await backend.getSharing(ids.orderToCash);
        assert.deepEqual(
          installations?.map(({ accountName }) => accountName),
          ["Bolt"],
        );
        await rejectsWith(accounts.install(ids.orderToCash, "a-acme"), "NotFound", /a-acme/);
      }));

    it("deletes a group together with the accounts that are in no other group", () =>
      withAccounts(async (backend, accounts, groups) => {
        await accounts.deleteGroup("g-all");
        assert.deepEqual(await groups.listAccountGroups(), []);
        assert.deepEqual(await backend.getSharing(ids.orderToCash), { groups: [], installations: [] });
        await rejectsWith(accounts.deleteAccount("a-acme"), "NotFound", /a-acme/);
      }));

    it("installs the latest release of a pack that is shared with the account, and only once", () =>
      withAccounts(async (backend, accounts, groups) => {
        const { releaseId } = await backend.release({ packId: ids.neverReleased });
        const install = () => accounts.install(ids.neverReleased, "a-acme");
        await rejectsWith(install(), "InvalidRequest", /not shared/, /account group/);
        await groups.addPack(ids.neverReleased, "g-all");
        await install();
        assert.deepEqual((await backend.getSharing(ids.neverReleased)).installations, [
          { accountId: "a-acme", accountName: "Acme", releaseId, pendingUpdate: false },
        ]);
        await rejectsWith(install(), "InvalidRequest", /already/);
        await rejectsWith(accounts.install("no-pack", "a-acme"), "NotFound", /no-pack/);
      }));

    it("rule 6: moves installations to later releases", () =>
      withAccounts(async (backend, accounts, groups) => {
        await groups.addPack(ids.upToDate, "g-all");
        await accounts.install(ids.upToDate, "a-bolt");
        const { releaseId } = await backend.release({
          packId: ids.upToDate,
          versions: { [ids.createOrder]: "1.0" },
        });
        const { installations = [] } = await backend.getSharing(ids.upToDate);
        assert.deepEqual(
          installations.map((installed) => installed.releaseId),
          [releaseId],
        );
      }));

    it("uninstalls a pack, and rejects a pack that is not installed", () =>
      withAccounts(async (backend, accounts) => {
        await accounts.uninstall(ids.orderToCash, "a-acme");
        const { installations = [] } = await backend.getSharing(ids.orderToCash);
        assert.deepEqual(
          installations.map(({ accountId }) => accountId),
          ["a-bolt"],
        );
        await rejectsWith(accounts.uninstall(ids.orderToCash, "a-acme"), "NotFound", /not installed/, /Acme/);
        await rejectsWith(accounts.uninstall("no-pack", "a-acme"), "NotFound", /no-pack/);
        await rejectsWith(accounts.uninstall(ids.orderToCash, "no-account"), "NotFound", /no-account/);
      }));
  });
};

/** Runs a test if accounts can be managed in the backend. */
function accountsRunner(withBackend: WithBackend) {
  return (
    test: (backend: Backend, accounts: ManagedAccountFacet, groups: AccountGroupFacet) => Promise<void>,
  ) =>
    withBackend(async (backend) => {
      const { managedAccounts, accountGroups } = backend;
      if (managedAccounts && accountGroups) await test(backend, managedAccounts, accountGroups);
    });
}
