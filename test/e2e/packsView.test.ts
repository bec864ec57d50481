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
    await packs.collapse("Order to Cash");
  });

  it("offers the states to filter by, with the number of packs in each", async () => {
    const { workbench } = session;
    const { packs, quickInput } = workbench;
    await workbench.runCommand("Filter Packs…");
    await quickInput.waitForTitle("Filter Packs");
    await quickInput.rows.first().waitFor();
    assert.deepEqual(
      (await quickInput.rows.allInnerTexts()).map((text) => text.replace(/\s+/g, "")),
      [
        "AllPacks",
        "CanBeReleased4packs",
        "Scheduled0packs",
        "Released4packs",
        "NeverReleased1pack",
        "Legacy1pack",
      ],
    );
    await quickInput.pick("Never Released");
    await packs.row("Employee Lifecycle").waitFor({ state: "detached" });
    assert.deepEqual(await packs.texts(), ["Product Catalog Sync | new"]);
    await workbench.page
      .locator(".pane-header .description", { hasText: "Filter: Never Released" })
      .waitFor();
  });

  it("filters by a text while it is typed, and goes back to the previous filter on Escape", async () => {
    const { workbench } = session;
    const { packs, quickInput } = workbench;
    await workbench.runCommand("Filter Packs…");
    await quickInput.waitForTitle("Filter Packs");
    await quickInput.fill("cash");
    await packs.row("Order to Cash").waitFor();
    await packs.row("Product Catalog Sync").waitFor({ state: "detached" });
    await quickInput.cancel();
    await packs.row("Product Catalog Sync").waitFor();
    await workbench.runCommand("Filter Packs…");
    await quickInput.waitForTitle("Filter Packs");
    await quickInput.fill("employee");
    await quickInput.rows.filter({ hasText: 'Name Contains "employee"' }).waitFor();
    await quickInput.accept();
    await packs.row("Employee Lifecycle").waitFor();
    assert.deepEqual(await packs.texts(), ["Employee Lifecycle | 1 change"]);
    await quickInput.box.waitFor({ state: "hidden" });
    await workbench.runCommand("Filter Packs…");
    await quickInput.waitForTitle("Filter Packs");
    await quickInput.fill("no such pack");
    await workbench
      .welcome("Integration Packs")
      .getByText("No integration pack matches the filter.")
      .waitFor();
    await quickInput.fill("");
    await quickInput.pick("All Packs");
    await packs.row("Order to Cash").waitFor();
  });
});
