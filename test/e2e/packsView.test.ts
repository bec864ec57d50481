import assert from "node:assert/strict";
import { useSession } from "./support/session.ts";

describe("the packs view", () => {
  const session = useSession();

  it("opens from the activity bar, with a welcome text while the store is empty", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").waitFor();
    const welcome = await workbench.page.locator(".welcome-view-content:visible").first().innerText();
    assert.match(welcome, /^No integration packs in this workspace yet\./);
  });

  it("loads five sample packs and shows the state of each", async () => {
    const { workbench } = session;
    const { packs } = workbench;
    await workbench.button("Load Sample Packs").click();
    await packs.row("Order to Cash").waitFor();
    assert.deepEqual(await packs.texts(), [
      "Customer Onboarding | up to date",
      "Employee Lifecycle | 1 change",
      "Order to Cash | 3 changes",
      "Product Catalog Sync | new",
      "Supplier EDI Exchange | 1 change · legacy",
    ]);
  });

  it("expands a pack to its components, and a component to its versions", async () => {
    const { packs } = session.workbench;
    await packs.expand("Order to Cash");
    await packs.row("Create Sales Order").waitFor();
    await packs.expand("Create Sales Order");
    assert.ok((await packs.texts()).some((text) => /^1\.\d \| .*released/.test(text)));
  });
});
