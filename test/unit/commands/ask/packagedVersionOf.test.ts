import assert from "node:assert/strict";
import type { Backend } from "../../../../src/backend/backend.ts";
import { ActiveBackend } from "../../../../src/session/activeBackend.ts";
import type { TreeNode } from "../../../../src/views/treeNode.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

describe("the packaged version for a command", () => {
  let stores: LocalStores;
  let backend: Backend;
  /** The row of a pack in the packs view. */
  let packRow: (packId: string) => Promise<TreeNode>;
  let versionOf: (arg: unknown, picked?: string) => Promise<string | undefined>;

  before(() => provideEditorApi());

  beforeEach(async () => {
    const [{ packagedVersionOf }, { PackItem }] = await Promise.all([
      import("../../../../src/commands/ask/packagedVersionOf.ts"),
      import("../../../../src/views/packs/packItem.ts"),
    ]);
    stores = new LocalStores();
    backend = await stores.openWith(store());
    const services = { backend: new ActiveBackend(() => Promise.resolve(backend)) };
    packRow = async (packId) => {
      const pack = (await backend.listPackSummaries()).find((each) => each.packId === packId);
      assert.ok(pack);
      return new PackItem(backend, pack, () => undefined);
    };
    versionOf = async (arg, picked) =>
      (await packagedVersionOf(services, arg, () => Promise.resolve(picked)))?.packageId;
  });
  afterEach(() => stores.dispose());

  /** The child whose id ends with `id`. */
  async function childOf(row: TreeNode, id: string): Promise<TreeNode> {
    const child = (await row.getChildren()).find((each) => each.id.endsWith(`/${id}`));
    assert.ok(child, id);
    return child;
  }

  it("has the id that a program passes", async () => {
    assert.equal(await versionOf("k-create-1.0"), "k-create-1.0");
    await rejectsWith(versionOf("no-version"), "NotFound", /no-version/);
  });

  it("is that of a version's row", async () => {
    const component = await childOf(await packRow(ids.orderToCash), ids.createOrder);
    assert.equal(await versionOf(await childOf(component, "k-create-1.0")), "k-create-1.0");
  });

  it("is the one that the next release carries for a component's row, or the current one if the component leaves", async () => {
    const pack = await packRow(ids.orderToCash);
    assert.equal(await versionOf(await childOf(pack, ids.orderApi)), "k-api-9");
    assert.equal(await versionOf(await childOf(pack, ids.cancelOrder)), "k-cancel-1.0");
  });

  it("is the one that the user picks if there is no argument or another row", async () => {
    assert.equal(await versionOf(undefined, "k-create-1.1"), "k-create-1.1");
    assert.equal(await versionOf(await packRow(ids.orderToCash), "k-create-1.1"), "k-create-1.1");
  });

  it("is undefined if the user cancels", async () => {
    assert.equal(await versionOf(undefined), undefined);
  });
});
