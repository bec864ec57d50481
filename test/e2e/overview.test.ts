import assert from "node:assert/strict";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { Keyboard } from "./support/keyboard.ts";
import { OverviewWebview } from "./support/overviewWebview.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

/** The store of the fixtures, in which *Order to Cash* was released sixty times, upgraded and rolled back in turn. */
function releasedOften(): Snapshot {
  const content = store();
  const releases = Array.from({ length: 60 }, (_, at) => ({
    releaseId: `r-${at}`,
    releasedAt: new Date(Date.UTC(2026, 0, 1 + at, 8)).toISOString(),
    releasedBy: "lead@example.com",
    versions: { [ids.cancelOrder]: "1.0", [ids.createOrder]: at % 2 === 0 ? "1.0" : "1.1" },
  }));
  return {
    ...content,
    installations: [
      { accountId: "a-acme", packId: ids.orderToCash, releaseId: "r-58", appliedScheduled: false },
      { accountId: "a-bolt", packId: ids.orderToCash, releaseId: "r-59", appliedScheduled: false },
      { accountId: "a-acme", packId: ids.scheduled, releaseId: "r-scheduled-1", appliedScheduled: true },
    ],
    packs: content.packs.map((pack) => (pack.packId === ids.orderToCash ? { ...pack, releases } : pack)),
  };
}

describe("the overview of a pack", () => {
  const session = useSession({ settings: storeInWorkspace });
  const overview = () => new OverviewWebview(session.workbench);
  const keyboard = new Keyboard(() => session.workbench.page);

  before("fill the store", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await fillStore(session.workspace, releasedOften());
    await workbench.packs.row("Order to Cash").waitFor();
  });

  afterEach("close the editors", () => session.workbench.quickInput.runCommand("View: Close All Editors"));

  it("shows the state, the actions that make sense, and the newest releases", async () => {
    await overview().open("Order to Cash");
    assert.equal(await overview().fact("Next Release"), "A release would change 3 components.");
    assert.equal(await overview().fact("Scheduled Release"), "None");
    assert.equal(await overview().fact("Account Groups"), "All Accounts");
    assert.deepEqual((await overview().cells("Create Order")).slice(-3), [
      "1.0, roll-back",
      "1.1, upgrade",
      "hotfix-7, upgrade",
    ]);
    assert.deepEqual((await overview().cells("Cancel Order")).slice(-2), ["1.0", "removed"]);
    assert.deepEqual((await overview().cells("Order API")).slice(-2), ["not in this release", "9, new"]);
    await overview().frame.getByText("1 behind").click();
    await overview().frame.getByRole("listitem").filter({ hasText: "Acme" }).waitFor();
    await overview().frame.getByText("What accounts ran before the last release was not recorded.").waitFor();
  });

  it("opens the wizard for the pack", async () => {
    await overview().open("Order to Cash");
    await overview().button("Release…").click();
    await overview()
      .frame.getByRole("heading", { name: "Release Integration Pack: Select Versions" })
      .waitFor();
  });

  it("is walked by keyboard, from the newest release to the first, and opens details", async () => {
    await overview().open("Order to Cash");
    await overview().grid.focus();
    assert.match((await overview().activeCell.innerText()).trim(), /^Pending/);
    await keyboard.press("ArrowDown", "ArrowDown", "ArrowLeft");
    assert.equal(await overview().activeCell.getAttribute("aria-label"), "1.1, upgrade");
    await keyboard.press("Home", "ArrowRight");
    assert.equal(await overview().activeCell.getAttribute("aria-label"), "1.0, new");
    await assertIsInSight();
    await keyboard.press("End");
    await assertIsInSight();
    await keyboard.press("Home", "ArrowRight", "Enter");
    await overview().frame.getByRole("heading", { name: "Create Order 1.0" }).waitFor();
  });

  it("compares two releases", async () => {
    await overview().open("Order to Cash");
    await overview().grid.focus();
    await keyboard.press("ArrowLeft", "Enter", "ArrowLeft", "Space");
    await overview()
      .frame.getByText(/^Selected: .+ and .+/)
      .waitFor();
    assert.equal(await overview().button("Roll Back to This Release…").count(), 0);
    await overview().button("Compare").click();
    await session.workbench.page.locator(".tab", { hasText: "↔" }).waitFor();
  });

  it("is copied as Markdown", async () => {
    await overview().open("Order to Cash");
    await overview().button("Copy as Markdown").click();
    await session.workbench.page.getByText("Copied the overview as Markdown").waitFor();
    const text = await session.workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^# Order to Cash\n/);
    assert.match(text, /\| Component \| .* \| Pending \|/);
    assert.match(text, /\| Create Order \| .* \| hotfix-7 \(upgrade\) \|/);
    assert.match(text, /\n## Rollout\n\nInstalled in 2 accounts: 1 current, 1 behind\.\n/);
    assert.match(text, /\n- behind: Acme\n/);
    assert.match(text, /\n## Release notes: Pending\n/);
  });

  it("follows a change, and opens from the palette, also for packs without releases", async () => {
    const { workbench } = session;
    await workbench.runCommand("Show Pack Overview");
    await workbench.quickInput.pick("Up to Date");
    await overview().waitForPack("Up to Date");
    assert.equal(await overview().fact("Next Release"), "A release would change nothing.");
    assert.equal(await overview().button("Release…").count(), 0);

    await workbench.runCommand("Show Pack Overview");
    await workbench.quickInput.pick(/^Never Released/);
    await overview().waitForPack("Never Released");
    assert.equal(await overview().fact("Last Release"), "Never released");
    assert.deepEqual(await overview().cells("Create Order"), ["hotfix-7, new"]);
    await withStore(session.workspace, (backend) => backend.release({ packId: ids.neverReleased }));
    await overview().frame.getByText("A release would change nothing.").waitFor();

    await workbench.runCommand("Show Pack Overview");
    await workbench.quickInput.pick("Empty");
    await overview().waitForPack("Empty");
    await overview().frame.getByText("This pack has not been released yet.").waitFor();
    await overview().frame.getByText("No account has this pack, and it is shared with none.").waitFor();
  });

  it("shows a legacy pack, and a scheduled release with its window, its column and its early account", async () => {
    await overview().open("Legacy Billing");
    assert.equal(await overview().fact("Type"), "Single Attachment, legacy pack");
    assert.deepEqual((await overview().cells("Send Invoice")).at(0), "a, new");

    await overview().open("Scheduled");
    assert.match(
      await overview().fact("Scheduled Release"),
      /Dec 1, 2096 \(scheduled\)\s+Runs .+America\/New_York/,
    );
    const title = overview().grid.getByRole("columnheader", { name: "Scheduled for Dec 1, 2096" });
    assert.equal(
      await title.evaluate((element) => getComputedStyle(element).borderInlineStartStyle),
      "dashed",
    );
    await overview().frame.getByText("1 applied early").waitFor();
  });

  it("rolls back to a release", async () => {
    await overview().open("Order to Cash");
    await overview().grid.focus();
    await keyboard.press("ArrowLeft", "Enter");
    await overview()
      .frame.getByText(/^Selected: /)
      .waitFor();
    assert.equal(await overview().button("Roll Back to This Release…").count(), 0, "it is the current one");
    await keyboard.press("Enter", "ArrowLeft", "Enter");
    await overview().button("Roll Back to This Release…").click();
    await overview()
      .frame.getByRole("heading", { name: /Select Versions/ })
      .waitFor();
    await overview().frame.getByText("Roll-back", { exact: false }).first().waitFor();
    const leftOut = overview().frame.getByText("Left out, because that release did not have them: Order API");
    await leftOut.waitFor();
    await overview().frame.getByRole("link", { name: "Add: Order API" }).click();
    await leftOut.waitFor({ state: "detached" });
    await overview().frame.getByRole("link", { name: "Reset: Order API" }).click();
    await leftOut.waitFor();
    await overview().button("Next").click();
    await overview().button("Release Integration Pack").click();
    await overview().frame.getByText("Success").first().waitFor();
    const { components } = await withStore(session.workspace, (backend) => backend.getPack(ids.orderToCash));
    assert.equal(components.find(({ componentId }) => componentId === ids.orderApi)?.currentVersion, "");

    await overview().button("Show Pack").click();
    await overview().waitForPack("Order to Cash");
    await overview().frame.getByRole("heading", { name: "Before the Last Release" }).waitFor();
    await overview().frame.getByText("2 current").waitFor();
    await overview().frame.getByText("1 behind").click();
    await overview().frame.getByRole("listitem").filter({ hasText: "Acme" }).waitFor();
  });

  it("is accessible", async () => {
    await overview().open("Order to Cash");
    await overview().grid.waitFor();
    await assertAccessible(session.workbench.page);
  });

  /** The active cell is neither outside the grid nor below its header or names. */
  async function assertIsInSight(): Promise<void> {
    const cell = await overview().activeCell.boundingBox();
    const grid = await overview().grid.boundingBox();
    assert.ok(cell && grid);
    assert.ok(cell.x >= grid.x + 130 && cell.x + cell.width <= grid.x + grid.width + 1, JSON.stringify(cell));
  }
});
