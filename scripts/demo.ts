// npm run demo [-- --pictures DIR]: releases a sample pack through the wizard, without a window, and prints what changed,
// as the store has it.
import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { IntegrationPack } from "../src/model/pack.ts";
import { Comparison } from "../test/e2e/support/comparison.ts";
import { Details } from "../test/e2e/support/details.ts";
import { storeInWorkspace, withStore } from "../test/e2e/support/store.ts";
import { Wizard } from "../test/e2e/support/wizard.ts";
import { Workbench } from "../test/e2e/support/workbench.ts";
import { checkout, openEditor, removeFolder, temporaryFolder } from "./editor/editor.ts";

const packName = "Order to Cash";

const { values } = parseArgs({ options: { pictures: { type: "string" } } });
execFileSync(process.execPath, ["esbuild.js"], { cwd: checkout, stdio: "inherit" });

const workspace = await temporaryFolder("demo");
const editor = await openEditor({ workspace, settings: storeInWorkspace });
try {
  const workbench = new Workbench(editor);
  console.log("Loading the sample packs");
  await workbench.openPacks();
  await workbench.button("Load Sample Packs").click();
  await workbench.packs.row(packName).waitFor();
  const before = await readPack();
  await workbench.packs.expand(packName);
  await picture("packs");

  await showDetailsAndComparison(workbench);

  console.log(`Releasing ${packName} through the wizard`);
  await workbench.packs.inlineAction(packName, "Release Integration Pack…");
  const wizard = new Wizard(workbench);
  await wizard.waitForPage("versions");
  await wizard.row("Create Sales Order").waitFor();
  await picture("wizard");
  await wizard.next();
  await wizard.radio("Release immediately").waitFor();
  await picture("schedule");
  await wizard.release();
  await picture("success");
  const after = await readPack();
  await wizard.button("Finish").click();

  printVersions(before, after);
} finally {
  await editor.close();
  await removeFolder(workspace);
}

/** Takes the pictures of what is looked at before a release. */
async function showDetailsAndComparison(workbench: Workbench): Promise<void> {
  if (values.pictures === undefined) return;
  const details = new Details(workbench);
  await details.open("Create Sales Order");
  await picture("details");
  await workbench.closeTab("Create Sales Order 2.0");
  await workbench.packs.contextMenu(packName, "Compare Pending with Released Versions");
  const comparison = new Comparison(workbench);
  await comparison.waitFor(`${packName}: released ↔ pending`);
  await comparison.waitForLine("Version: 2.0");
  await picture("comparison");
  await workbench.closeTab(`${packName}: released ↔ pending`);
}

/** Reads the pack from the store's file, as another program would. */
function readPack(): Promise<IntegrationPack> {
  return withStore(workspace, async (store) => {
    const pack = (await store.listPacks()).find(({ name }) => name === packName);
    if (pack === undefined) throw new Error(`The store holds no pack ${packName}.`);
    return pack;
  });
}

async function picture(name: string): Promise<void> {
  if (values.pictures === undefined) return;
  // What points at something would show in the picture.
  await editor.page.mouse.move(640, 790);
  await new Workbench(editor).saveScreenshot(join(resolve(values.pictures), `${name}.png`));
}

function printVersions(before: IntegrationPack, after: IntegrationPack): void {
  const rows = before.components.map(({ componentId, componentName, currentVersion }) => {
    const released = after.components.find((component) => component.componentId === componentId);
    return [componentName, currentVersion || "none", released?.currentVersion ?? "removed"] as const;
  });
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  console.log(`\n${"Component".padEnd(width)}${"before".padEnd(10)}after`);
  for (const [name, was, is] of rows) console.log(`${name.padEnd(width)}${was.padEnd(10)}${is}`);
  if (rows.every(([, was, is]) => was === is)) throw new Error("The release changed nothing.");
  console.log(`\nReleased ${packName}.`);
}
