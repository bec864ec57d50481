// npm run demo [-- --plan] [-- --pictures DIR] [-- --backend platform]: releases a sample pack through the wizard in a headless editor,
// and prints what changed in the store or, with `--backend platform`, in the stand-in of the platform. `--plan`: releases two
// packs by a release plan instead.
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ComparisonEditor } from "../test/e2e/support/comparisonEditor.ts";
import { DetailsWebview } from "../test/e2e/support/detailsWebview.ts";
import { OverviewWebview } from "../test/e2e/support/overviewWebview.ts";
import { severalPages, WizardWebview } from "../test/e2e/support/wizardWebview.ts";
import { Workbench } from "../test/e2e/support/workbench.ts";
import { localDemo, platformDemo, type DemoBackend, type ReleasedComponent } from "./demoBackends.ts";
import { draftPlanThatWillDrift, showDrift } from "./demoDrift.ts";
import { demoPlan } from "./demoPlan.ts";
import { checkout, openEditor, removeFolder, temporaryFolder } from "./editor/editor.ts";
import { UserError } from "./userError.ts";

const packName = "Order to Cash";

const { values } = parseArgs({
  options: {
    pictures: { type: "string" },
    backend: { type: "string", default: "local" },
    plan: { type: "boolean", default: false },
  },
});
execFileSync(process.execPath, ["esbuild.js"], { cwd: checkout, stdio: "inherit" });

const workspace = await temporaryFolder("demo");
const backend = await openDemo(values.backend);
const editor = await openEditor({ workspace, settings: backend.settings });
try {
  const workbench = new Workbench(editor);
  console.log("Loading the sample packs");
  await workbench.openPacks();
  await backend.loadPacks(workbench);
  await workbench.packs.row(packName).waitFor();
  if (values.plan) await demoPlan({ workbench, workspace, backend });
  else await demoRelease(workbench);
} finally {
  await editor.close();
  await backend.stop();
  await removeFolder(workspace);
}

/** Releases a pack through the wizard, and prints what changed. */
async function demoRelease(workbench: Workbench): Promise<void> {
  const before = await backend.readComponents(packName);
  await workbench.packs.expand(packName);
  await savePicture("packs");

  await showDetailsAndComparison(workbench);
  await showSeveralPacks(workbench);
  if (values.pictures !== undefined) await draftPlanThatWillDrift({ workspace, backend });

  console.log(`Releasing ${packName} through the wizard`);
  await workbench.packs.inlineAction(packName, "Release Integration Pack…");
  const wizard = new WizardWebview(workbench);
  await wizard.waitForPage("versions");
  await wizard.row("Create Sales Order").waitFor();
  await savePicture("wizard");
  await wizard.next();
  await wizard.radio("Release immediately").waitFor();
  await savePicture("schedule");
  await wizard.release();
  await savePicture("success");
  const after = await backend.readComponents(packName);
  await wizard.button("Finish").click();
  await showPlanWithDrift(workbench);
  await showOverviewAndCalendar(workbench);

  printVersions(before, after);
}

/** Takes pictures of the details and the comparison, if pictures are wanted. */
async function showDetailsAndComparison(workbench: Workbench): Promise<void> {
  if (values.pictures === undefined) return;
  const details = new DetailsWebview(workbench);
  await details.open("Create Sales Order");
  await savePicture("details");
  await workbench.closeTab("Create Sales Order 2.0");
  await workbench.packs.contextMenu(packName, "Compare Pending with Released Versions");
  const comparison = new ComparisonEditor(workbench);
  await comparison.waitFor(`${packName}: released ↔ pending`);
  await comparison.waitForLine("Version: 2.0");
  await savePicture("comparison");
  await workbench.closeTab(`${packName}: released ↔ pending`);
}

/** Takes pictures of the overview and the calendar, if pictures are wanted. */
async function showOverviewAndCalendar(workbench: Workbench): Promise<void> {
  if (values.pictures === undefined) return;
  const overview = new OverviewWebview(workbench);
  await overview.open(packName);
  await overview.grid.waitFor();
  await savePicture("overview");
  await workbench.closeTab(packName);
  await workbench.runCommand("Show Release Calendar");
  await workbench.webview.getByRole("region", { name: "This Month" }).waitFor();
  await savePicture("calendar");
  await workbench.closeTab("Release Calendar");
}

/** Takes a picture of the wizard with three packs, if pictures are wanted. */
async function showSeveralPacks(workbench: Workbench): Promise<void> {
  if (values.pictures === undefined) return;
  await workbench.runCommand("Release Integration Packs…");
  await workbench.quickInput.waitForTitle(/^Release Integration Packs: [1-9]/);
  await workbench.quickInput.accept();
  const wizard = new WizardWebview(workbench);
  await wizard.heading(severalPages.versions).waitFor();
  await wizard.frame.getByRole("link", { name: "Leave Out: Supplier EDI Exchange" }).click();
  await wizard.heading(severalPages.versions).click();
  await savePicture("several");
  await wizard.button("Cancel").click();
}

/** Takes a picture of a release plan that no longer fits, if pictures are wanted. */
async function showPlanWithDrift(workbench: Workbench): Promise<void> {
  if (values.pictures === undefined) return;
  await showDrift({ workbench });
  await savePicture("drift");
  await workbench.closeTab(/release-plan/);
}

function openDemo(name: string): DemoBackend | Promise<DemoBackend> {
  if (name === "local") return localDemo(workspace);
  if (name === "platform") return platformDemo(workspace);
  throw new UserError(`There is no backend ${name}: local or platform.`);
}

async function savePicture(name: string): Promise<void> {
  if (values.pictures === undefined) return;
  // Move the mouse away, so that nothing is highlighted.
  await editor.page.mouse.move(640, 790);
  await new Workbench(editor).saveScreenshot(join(resolve(values.pictures), `${name}.png`));
}

function printVersions(before: readonly ReleasedComponent[], after: readonly ReleasedComponent[]): void {
  const rows = before.map(({ componentId, componentName, currentVersion }) => {
    const released = after.find((component) => component.componentId === componentId);
    return [componentName, currentVersion || "none", released?.currentVersion ?? "removed"] as const;
  });
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  console.log(`\n${"Component".padEnd(width)}${"before".padEnd(10)}after`);
  for (const [name, was, is] of rows) console.log(`${name.padEnd(width)}${was.padEnd(10)}${is}`);
  if (rows.every(([, was, is]) => was === is)) throw new Error("The release changed nothing.");
  console.log(`\nReleased ${packName}.`);
}
