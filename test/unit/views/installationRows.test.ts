import assert from "node:assert/strict";
import type { Backend } from "../../../src/backend/backend.ts";
import type { TreeNode } from "../../../src/views/treeNode.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { on, refuse } from "../../support/platform/standIn/faults.ts";
import { manyAccounts } from "../../support/platform/manyAccounts.ts";
import { withPlatform } from "../../support/platform/withPlatform.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { Gate } from "../../support/time/gate.ts";
import { until } from "../../support/time/until.ts";

describe("the rows of the accounts that have a pack", function () {
  this.timeout(30_000);
  const stores = new LocalStores();
  before(() => provideEditorApi());
  after(() => stores.dispose());

  /** The row of the installations of a pack; `refreshed` gets the rows that are shown again. */
  async function installationsOf(backend: Backend, packId: string, refreshed: TreeNode[] = []) {
    const { PackItem } = await import("../../../src/views/packs/packItem.ts");
    const summaries = await backend.listPackSummaries();
    const pack = summaries.find((each) => each.packId === packId) ?? assert.fail();
    const item = new PackItem(backend, pack, (node) => void refreshed.push(node));
    const row = async () => {
      const children = await item.getChildren();
      return children.find(({ id }) => id.endsWith("/installations"));
    };
    return { item, row };
  }

  const textsOf = (rows: readonly TreeNode[]) =>
    rows.map((node) => {
      const { label, description = "" } = node.getRow();
      return description === "" ? label : `${label}: ${description}`;
    });

  it("show on the local store which release each account runs", async () => {
    const backend = await stores.openWith(store());
    const { row } = await installationsOf(backend, ids.orderToCash);
    const item = (await row()) ?? assert.fail();
    assert.deepEqual(textsOf([item]), ["Installed in 2 accounts: 1 current, 1 behind"]);
    assert.equal(item.getRow().contextValue, "installations");
    const accounts = await item.getChildren();
    assert.deepEqual(textsOf(accounts), [
      "Acme: behind by 1 release · release of Feb 1, 2026",
      "Bolt: current · release of Mar 1, 2026",
    ]);
    assert.ok(accounts.every((each) => each.getRow().isExpandable === false));
    const hover = await accounts[0]?.getHover?.();
    assert.ok(hover?.facts?.some(([name, value]) => name === "Missing releases" && value === "Mar 1, 2026"));
  });

  it("offer the pending update of an account", async () => {
    const backend = await stores.openWith(store());
    const { row } = await installationsOf(backend, ids.scheduled);
    const accounts = (await (await row())?.getChildren()) ?? [];
    assert.deepEqual(textsOf(accounts), [
      "Acme: applied early",
      "Bolt: update pending · release of Feb 2, 2026",
    ]);
    assert.deepEqual(
      accounts.map((each) => each.getRow().contextValue),
      ["packAccount", "packAccount updatable"],
    );
  });

  it("are absent for a pack that was never released", async () => {
    const backend = await stores.openWith(store());
    assert.equal(await (await installationsOf(backend, ids.neverReleased)).row(), undefined);
  });

  it("ask each account on the platform once they are expanded, and state Boomi's rule", () =>
    withPlatform(async ({ backend, platform }) => {
      const refreshed: TreeNode[] = [];
      const { item, row } = await installationsOf(backend, ids.orderToCash, refreshed);
      const first = (await row()) ?? assert.fail();
      assert.deepEqual(textsOf([first]), ["Installations: not read yet"]);
      assert.ok(!platform.log.some(({ object }) => object === "IntegrationPackInstance"));
      await first.getChildren();
      await until("end of the reading", () => (refreshed.includes(item) ? true : undefined));
      const read = (await row()) ?? assert.fail();
      assert.deepEqual(textsOf([read]), ["Installed in 2 accounts: 2 installed"]);
      const [note, acme, bolt] = await read.getChildren();
      assert.ok(acme && bolt);
      assert.match(note?.getRow().label ?? "", /^Read .*By its rule, an installation gets each release/);
      assert.deepEqual(textsOf([acme, bolt]), ["Acme: installed", "Bolt: installed"]);
      assert.deepEqual(textsOf(await acme.getChildren()), ["Acme Production: environment"]);
    }));

  it("name the versions of deployed packages with their source", () =>
    withPlatform(
      async ({ backend }) => {
        await backend.installations.read([ids.orderToCash]);
        const { row } = await installationsOf(backend, ids.orderToCash);
        const [, acme] = (await (await row())?.getChildren()) ?? [];
        assert.deepEqual(textsOf((await acme?.getChildren()) ?? []), [
          "Acme Production: environment",
          "Cancel Order 1.0: Acme Production · deployed package",
          "Create Order 1.1: Acme Production · deployed package",
          // Another pack carries it, too: a deployed package does not say which pack it comes from.
          "Create Order 1.0: Acme Production · deployed package",
        ]);
      },
      { modes: { packsDeployed: "asOriginal" } },
    ));

  it("appear while other accounts are still being asked", () =>
    withPlatform(
      async ({ backend, platform }) => {
        const gate = new Gate();
        let count = 0;
        platform.faults.plan(
          (request) => on("IntegrationPackInstance")(request) && ++count > 10,
          { kind: "held", gate },
          Infinity,
        );
        const refreshed: TreeNode[] = [];
        const { item, row } = await installationsOf(backend, "pack-1", refreshed);
        const installations = (await row()) ?? assert.fail();
        await installations.getChildren();
        await gate.reached;
        await until("row of the tenth account", async () => {
          const [note, ...accounts] = await installations.getChildren();
          assert.match(note?.getRow().label ?? "", /^Asking the accounts: \d+ of 40$/);
          return accounts.length === 10 ? true : undefined;
        });
        assert.ok(refreshed.includes(installations) && !refreshed.includes(item));
        // A row that is created during the reading shows the same reading.
        assert.equal((await ((await row()) ?? assert.fail()).getChildren()).length, 11);
        gate.open();
        await until("end of the reading", () =>
          refreshed.some(({ id }) => id === item.id) ? true : undefined,
        );
        assert.equal((await ((await row()) ?? assert.fail()).getChildren()).length, 41);
      },
      { content: manyAccounts(40) },
    ));

  it("say why an account could not be asked", () =>
    withPlatform(async ({ backend, platform }) => {
      const acme = platform.state.subscribers.get("a-acme") ?? assert.fail();
      acme.refuses = true;
      await backend.installations.read([ids.orderToCash]);
      const { row } = await installationsOf(backend, ids.orderToCash);
      const [, first] = (await (await row())?.getChildren()) ?? [];
      assert.match(first?.getRow().description ?? "", /^could not be asked · The account refused: /);
      assert.equal(first?.getRow().icon, "warning");
    }));

  it("show a problem where nothing can be read, and read again at the next try", () =>
    withPlatform(async ({ backend, platform }) => {
      platform.faults.plan(on("IntegrationPackInstance"), refuse(401, "Expired."), 2);
      const { row } = await installationsOf(backend, ids.orderToCash);
      const item = (await row()) ?? assert.fail();
      await assert.rejects(async () => item.getChildren(), { code: "Unauthorized" });
      assert.ok((await item.getChildren()).length > 1);
    }));
});
