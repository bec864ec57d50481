import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPlan } from "../../src/backend/hashPlan.ts";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { formatDeepLink } from "../../src/model/link/deepLink.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { severalPages, WizardWebview } from "./support/wizardWebview.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

describe("a link into VS Code", () => {
  const session = useSession({ settings: storeInWorkspace });
  const outside = join(tmpdir(), `integration-packs-outside-${process.pid}.release-plan.json`);
  let plan: string;

  const content = () =>
    withStore(session.workspace, async (backend) => JSON.stringify(await backend.snapshots.export()));
  let unchanged: string;

  before("fill the workspace", async () => {
    const { workbench, workspace } = session;
    await workbench.openPacks();
    await fillStore(workspace, store());
    await workbench.packs.row("Never Released").waitFor();
    plan = await withStore(workspace, async ({ plans }) => {
      const drafted = await plans.draft({ packIds: [ids.orderToCash, ids.neverReleased] });
      assert.equal(hashPlan(drafted.plan), drafted.planHash);
      return formatPlan(drafted.plan);
    });
    mkdirSync(join(workspace, "plans"));
    writeFileSync(join(workspace, "plans", "june.release-plan.json"), plan);
    writeFileSync(outside, plan);
    symlinkSync(outside, join(workspace, "link.release-plan.json"));
  });
  after(() => rmSync(outside, { force: true }));
  beforeEach(async () => void (unchanged = await content()));
  afterEach("nothing was changed", async () => assert.equal(await content(), unchanged));
  afterEach("close the editors", async () => {
    // The next test may wait for the same text.
    await session.workbench.quickInput.runCommand("Notifications: Clear All Notifications");
    await session.workbench.quickInput.runCommand("View: Close All Editors");
  });

  /** Opens an address as VS Code does for one that the system hands to it, and allows the extension to open it. */
  async function open(address: string): Promise<void> {
    const { quickInput, notifications } = session.workbench;
    await quickInput.runCommand("Developer: Open URL");
    await quickInput.fill(address);
    await quickInput.accept();
    await notifications.answerDialog("Open");
  }

  it("shows a pack", async () => {
    await open(formatDeepLink({ kind: "pack", packId: ids.neverReleased }));
    const { packs } = session.workbench;
    await packs.row("Never Released").and(session.workbench.page.locator(".selected")).waitFor();
  });

  it("opens the release wizard, which asks", async () => {
    await open(formatDeepLink({ kind: "release", packId: ids.orderToCash }));
    const wizard = new WizardWebview(session.workbench);
    await wizard.waitForPage("versions");
    await wizard.frame.getByText("Order to Cash", { exact: true }).waitFor();
  });

  it("opens the wizard with a release plan of the workspace, which asks", async () => {
    await open(formatDeepLink({ kind: "plan", file: "plans/june.release-plan.json" }));
    const wizard = new WizardWebview(session.workbench);
    await wizard.heading(severalPages.versions).waitFor();
    assert.deepEqual(await wizard.packNames(), ["Order to Cash", "Never Released"]);
  });

  const origin = "vscode://packworks.integration-packs";
  const actingId = "[go](command:workbench.action.closeWindow) <b>bold</b> \u202Etxet";
  const refused: readonly (readonly [title: string, address: string, message: string | RegExp])[] = [
    ["a path that leads up", "/plan?file=../x.release-plan.json", "opens only a release plan inside"],
    ["an absolute path", `/plan?file=${encodeURIComponent(outside)}`, "opens only a release plan inside"],
    ["a UNC path", "/plan?file=%5C%5Cserver%5Cx.release-plan.json", "opens only a release plan inside"],
    ["a symbolic link", "/plan?file=link.release-plan.json", "opens only a release plan inside"],
    ["a file that is no plan", "/plan?file=store.db", "opens only a release plan inside"],
    ["a file that is not there", "/plan?file=nowhere.release-plan.json", "There is no release plan"],
    ["a pack that is not there", "/pack/nowhere", "nowhere"],
    ["an id that acts", `/release/${encodeURIComponent(actingId)}`, "<b>bold</b> ‹U+202E›txet"],
    ["a command", `/deletePack/${ids.orderToCash}`, "does not lead to an integration pack"],
    ["a confirmation", `/release/${ids.orderToCash}?confirmed=true`, "does not lead to an integration pack"],
  ];
  for (const [title, address, message] of refused) {
    it(`opens nothing, and says why: ${title}`, async () => {
      const { workbench } = session;
      await open(`${origin}${address}`);
      await workbench.notifications.waitFor(message);
      assert.equal(await workbench.tab(/Release|release-plan/).count(), 0);
    });
  }
});
