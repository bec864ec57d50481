import assert from "node:assert/strict";
import {
  accountsOf,
  installablePacks,
  installedPacks,
  type AccountGroup,
  type ManagedAccount,
} from "../../../../src/model/pack/accountGroup.ts";

const acme: ManagedAccount = {
  accountId: "acme",
  name: "Acme",
  installations: [
    {
      packId: "orders",
      packName: "Orders",
      releaseId: "r1",
      releasedAt: "2026-01-01T00:00:00Z",
      isLatest: true,
      pendingUpdate: false,
      appliedScheduled: false,
    },
  ],
};
const bolt: ManagedAccount = { accountId: "bolt", name: "Bolt", installations: [] };
const orders = { packId: "orders", name: "Orders" };
const invoices = { packId: "invoices", name: "Invoices" };
const groups: AccountGroup[] = [
  { groupId: "a", name: "A", packs: [orders, invoices], accounts: [acme] },
  { groupId: "b", name: "B", packs: [invoices], accounts: [acme, bolt] },
];

describe("accounts and their packs", () => {
  it("include an account of several groups once", () => assert.deepEqual(accountsOf(groups), [acme, bolt]));

  it("show each pack once that is shared with the account and not installed", () => {
    assert.deepEqual(installablePacks(groups, "acme"), [invoices]);
    assert.deepEqual(installablePacks(groups, "bolt"), [invoices]);
    assert.deepEqual(installablePacks(groups, "nobody"), []);
  });

  it("show the packs that are installed in the account", () => {
    assert.deepEqual(installedPacks(groups, "acme"), [orders]);
    assert.deepEqual(installedPacks(groups, "bolt"), []);
  });
});
