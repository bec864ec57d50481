import assert from "node:assert/strict";
import { join } from "node:path";
import { checkout } from "../../scripts/editor/editor.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

describe("several selected packs", () => {
  const session = useSession({ settings: storeInWorkspace });

  before("fill the store and select two packs", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await fillStore(session.workspace, store());
    await workbench.packs.row("Never Released").waitFor();
    await workbench.packs.row("Up to Date").click();
    await workbench.packs.row("Never Released").click({ modifiers: ["ControlOrMeta"] });
  });

  it("have only what can be done with several in their menu, and what deletes is last", async () => {
    const entries = await session.workbench.packs.contextMenuEntries("Never Released");
    assert.deepEqual(entries, [
      "Release Integration Packs…",
      "Create Release Plan…",
      "Open Release Notes",
      "Copy Release Notes…",
      "Copy ID",
      "Delete Integration Pack…",
    ]);
  });

  it("are added to an account group together if all were released", async () => {
    const { workbench } = session;
    await workbench.packs.row("Order to Cash").click();
    await workbench.packs.row("Up to Date").click({ modifiers: ["ControlOrMeta"] });
    await workbench.packs.contextMenu("Up to Date", "Add to Account Group…");
    await workbench.quickInput.waitForTitle("Add to Account Group: Order to Cash, Up to Date");
    await workbench.quickInput.pick("New Account Group…");
    await workbench.quickInput.waitForTitle("Create Account Group");
    await workbench.quickInput.fill("Pilot Customers");
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor("The account group receives the releases of 2 packs from now on.");
    const groups = await withStore(session.workspace, (backend) => backend.accountGroups.listAccountGroups());
    const added = groups.find(({ name }) => name === "Pilot Customers");
    assert.deepEqual(added?.packs.map(({ packId }) => packId).sort(), [ids.orderToCash, ids.upToDate].sort());
  });

  it("are deleted after one question that names them", async () => {
    const { packs, notifications } = session.workbench;
    await packs.row("Up to Date").click();
    await packs.row("Never Released").click({ modifiers: ["ControlOrMeta"] });
    await packs.contextMenu("Never Released", "Delete Integration Pack…");
    const { message, detail } = await notifications.readDialog();
    assert.equal(message, "Delete 2 integration packs?");
    assert.match(detail, /Never Released\nUp to Date|Up to Date\nNever Released/);
    await notifications.answerDialog("Delete");
    await packs.row("Up to Date").waitFor({ state: "detached" });
    await packs.row("Never Released").waitFor({ state: "detached" });
    const left = await withStore(session.workspace, (backend) => backend.listPacks());
    assert.equal(left.length, store().packs.length - 2);
    assert.ok(left.some(({ packId }) => packId === ids.orderToCash));
  });
});

describe("the hover of a row", () => {
  const session = useSession({ settings: storeInWorkspace });

  before("fill the store", async () => {
    await session.workbench.openPacks();
    await fillStore(session.workspace, store());
  });

  it("says what a release of the pack would change", async () => {
    const hover = await session.workbench.packs.hover("Order to Cash", "Pack ID");
    assert.match(await hover.innerText(), /Create Order: 1\.1 → hotfix-7/);
  });

  it("turns no address into a link, and wraps between words", async () => {
    const { workbench } = session;
    await workbench.packs.expand("Scheduled");
    const hover = await workbench.packs.hover(/^Scheduled for/, "planner@example.com");
    assert.equal(await hover.locator("a").count(), 0);
    const breaking = await hover
      .locator("p")
      .first()
      .evaluate((element) => getComputedStyle(element).wordBreak);
    assert.notEqual(breaking, "break-all");
    await workbench.saveScreenshot(join(checkout, "out/e2e/hover.png"));
  });
});
