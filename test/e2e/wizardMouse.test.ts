import assert from "node:assert/strict";
import { ids, store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("the release wizard, by mouse", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);

  beforeEach("fill the store", () => fillStore(session.workspace, store()));
  afterEach("close the wizard", async () => {
    const tab = session.workbench.tab(/^Release /);
    if ((await tab.count()) > 0) await session.workbench.closeTab(/^Release /);
  });

  it("preselects versions (rule 5) and shows the columns of the contract", async () => {
    await wizard().open("Order to Cash");
    for (const name of [
      "Component Name",
      "Component Type",
      "Current Version",
      "Pending Version",
      "Latest Version",
    ]) {
      await wizard().frame.getByRole("columnheader", { name, exact: true }).waitFor();
    }
    assert.deepEqual(await wizard().cells(), [
      ["Cancel Order", "Process", "1.0", "Deleted", "None"],
      ["Create Order", "Process", "1.1", "hotfix-7 Upgrade", "hotfix-7"],
      ["Order API", "API Service", "None", "9 New", "10"],
    ]);
  });

  it("releases what it shows, updates every installation at once, and says so (rule 6)", async () => {
    await wizard().open("Order to Cash");
    await wizard().next();
    assert.deepEqual(await wizard().cells(), [
      ["Cancel Order", "Removed", "1.0", "None"],
      ["Order API", "New", "None", "9"],
      ["Create Order", "Upgrade", "1.1", "hotfix-7"],
    ]);
    await wizard().frame.getByText("Updates 2 accounts immediately.").waitFor();
    await wizard().release();
    await withStore(session.workspace, async (backend) => {
      const pack = await backend.getPack(ids.orderToCash);
      assert.deepEqual(
        pack.components.map(({ componentName, currentVersion }) => [componentName, currentVersion]),
        [
          ["Create Order", "hotfix-7"],
          ["Order API", "9"],
        ],
      );
      const [latest] = await backend.history(ids.orderToCash);
      const { installations = [] } = await backend.getSharing(ids.orderToCash);
      assert.deepEqual(
        installations.map(({ releaseId }) => releaseId),
        [latest?.releaseId, latest?.releaseId],
      );
    });
    await wizard().button("Finish").click();
    await session.workbench.tab(/^Release /).waitFor({ state: "detached" });
  });

  it("rolls a component back when an older version is selected, and labels the row", async () => {
    await wizard().open("Order to Cash");
    await wizard().selectVersion("Create Order", "1.0");
    assert.deepEqual((await wizard().cells())[1], [
      "Create Order",
      "Process",
      "1.1",
      "1.0 Roll-back",
      "hotfix-7",
    ]);
    await wizard().next();
    await wizard().release();
    const pack = await withStore(session.workspace, (backend) => backend.getPack(ids.orderToCash));
    const released = pack.components.find(({ componentId }) => componentId === ids.createOrder);
    assert.equal(released?.currentVersion, "1.0");
  });

  it("offers only versions that can be released", async () => {
    await wizard().open("Order to Cash");
    await wizard()
      .row("Create Order")
      .getByRole("link", { name: /^Select another version/ })
      .click();
    await wizard().dialog.getByRole("radio").first().waitFor();
    const names = await wizard().dialog.locator(".version-text").allInnerTexts();
    assert.deepEqual(names, ["hotfix-7", "1.1", "1.0"]);
    await wizard().dialog.getByRole("button", { name: "Cancel" }).click();
    await wizard().dialog.waitFor({ state: "detached" });
  });

  it("shows the details of the selected version, and returns to the table", async () => {
    await wizard().open("Order to Cash");
    await wizard().selectVersion("Create Order", "1.0");
    await wizard()
      .row("Create Order")
      .getByRole("link", { name: /^View Details/ })
      .click();
    for (const part of ["Details", "Included Components", "Deployments", "Integration Packs"]) {
      await wizard().heading(part).waitFor();
    }
    await wizard().frame.getByText("k-create-1.0").waitFor();
    await wizard().frame.getByText("Map Order").waitFor();
    await wizard().frame.getByText("Production").waitFor();
    await wizard().frame.getByRole("link", { name: "Back to Versions" }).click();
    await wizard().waitForPage("versions");
    assert.equal((await wizard().cells())[1]?.[3], "1.0 Roll-back");
  });

  it("schedules a release for a day from the calendar, and shows window and time zone (rule 7)", async () => {
    await wizard().open("Order to Cash");
    await wizard().next();
    await wizard().chooseNextMonth(15);
    await wizard()
      .frame.getByText(/^Runs .* \(.*\)\./)
      .waitFor();
    await wizard().button("Schedule Integration Pack Release").click();
    await wizard().waitForPage("success");
    const { scheduled } = await withStore(session.workspace, (backend) => backend.getPack(ids.orderToCash));
    assert.match(scheduled?.date ?? "", /-15$/);
    await session.workbench.openPacks();
    await session.workbench.packs.expand("Order to Cash");
    await session.workbench.packs.row("Scheduled for").waitFor();
  });

  it("says that an immediate release replaces a scheduled one (rule 6)", async () => {
    await wizard().open("Scheduled");
    await wizard().next();
    await wizard()
      .frame.getByText(/This replaces the release scheduled for /)
      .waitFor();
    await wizard().release();
    const { scheduled } = await withStore(session.workspace, (backend) => backend.getPack(ids.scheduled));
    assert.equal(scheduled, undefined);
  });

  it("shows changes of the pack before the user can go on", async () => {
    await wizard().open("Order to Cash");
    await wizard().next();
    await withStore(session.workspace, (backend) =>
      backend.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } }),
    );
    await wizard().dialog.getByText('"Create Order" was released: version "1.0" instead of "1.1".').waitFor();
    await wizard().dialog.getByRole("button", { name: "Continue" }).click();
    await wizard().waitForPage("versions");
    assert.equal((await wizard().cells())[0]?.[2], "1.0");
  });

  it("keeps its state while it is hidden", async () => {
    await wizard().open("Order to Cash");
    await wizard().selectVersion("Create Order", "1.0");
    await session.workbench.quickInput.runCommand("File: New Untitled Text File");
    await session.workbench.tab(/^Untitled/).waitFor();
    await session.workbench.tab(/^Release /).click();
    await wizard().waitForPage("versions");
    assert.equal((await wizard().cells())[1]?.[3], "1.0 Roll-back");
    await wizard().next();
    assert.deepEqual((await wizard().cells())[0], ["Create Order", "Roll-back", "1.1", "1.0"]);
    await session.workbench.closeTab(/^Untitled/);
  });

  it("starts over when it is opened with other versions while it is hidden", async () => {
    const { workbench } = session;
    const { quickInput } = workbench;
    await wizard().open("Order to Cash");
    await quickInput.runCommand("File: New Untitled Text File");
    await workbench.tab(/^Untitled/).waitFor();
    await workbench.runCommand("Roll Back to an Earlier Release…");
    await quickInput.pick(/^Order to Cash/);
    await quickInput.pick(/Create Order 1\.0 new/);
    await workbench.webview.getByText(/These are the versions of the release of/).waitFor();
    await workbench.closeTab(/^Untitled/);
  });

  it("keeps its state when the window reloads", async () => {
    await wizard().open("Order to Cash");
    await wizard().selectVersion("Create Order", "1.0");
    await session.workbench.reloadWindow();
    await wizard().waitForPage("versions");
    assert.equal((await wizard().cells())[1]?.[3], "1.0 Roll-back");
    await wizard().next();
    assert.deepEqual((await wizard().cells())[0], ["Create Order", "Roll-back", "1.1", "1.0"]);
  });

  it("shows a failure, keeps every choice, and can release once the cause is gone", async () => {
    await wizard().open("Never Released");
    await wizard().next();
    await withStore(session.workspace, (backend) =>
      backend.snapshots.import({ ...store(), packs: [], accountGroups: [], installations: [] }),
    );
    await wizard()
      .frame.getByText(/There is no integration pack with the ID/)
      .waitFor();
    await fillStore(session.workspace, store());
    await wizard()
      .frame.getByText(/There is no integration pack with the ID/)
      .waitFor({ state: "detached" });
    await wizard().waitForPage("schedule");
    await wizard().release();
  });
});
