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

describe("the packs of an account", () => {
  it("lists an account of several groups once", () => assert.deepEqual(accountsOf(groups), [acme, bolt]));

  it("can be installed when they are shared with one of its groups and not installed, each once", () => {
    assert.deepEqual(installablePacks(groups, "acme"), [invoices]);
    assert.deepEqual(installablePacks(groups, "bolt"), [invoices]);
    assert.deepEqual(installablePacks(groups, "nobody"), []);
  });

  it("are those that are installed in it", () => {
    assert.deepEqual(installedPacks(groups, "acme"), [orders]);
    assert.deepEqual(installedPacks(groups, "bolt"), []);
  });
});
