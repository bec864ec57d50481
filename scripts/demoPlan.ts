import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { WizardWebview, severalPages } from "../test/e2e/support/wizardWebview.ts";
import type { Workbench } from "../test/e2e/support/workbench.ts";
import { formatPlan } from "../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../src/model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../src/model/plan/releasePlan.ts";
import type { DemoBackend } from "./demoBackends.ts";
import { checkout } from "./editor/editor.ts";
import { run } from "./programs/commands.ts";

const packNames = ["Order to Cash", "Product Catalog Sync"] as const;
const name = "demo.release-plan.json";
const savedMessage = `Saved the release plan as ${name}.`;
const changed = { component: "Order Status API", version: "1.2" } as const;

/** Dependencies of the demonstration of a release plan. */
export interface PlanDemo {
  readonly workbench: Workbench;
  readonly workspace: string;
  readonly backend: DemoBackend;
}

/**
 * Drafts a release plan for two packs in the wizard and saves it, changes a version in its file, checks it by the command
 * line, applies it through the wizard, and prints how each pack ended.
 */
export async function demoPlan({ workbench, workspace, backend }: PlanDemo): Promise<void> {
  const wizard = new WizardWebview(workbench);
  const [first, second] = packNames;
  console.log(`Drafting a release plan for ${first} and ${second}`);
  await workbench.packs.row(first).click();
  await workbench.packs.row(second).click({ modifiers: ["ControlOrMeta"] });
  await workbench.packs.contextMenu(second, "Release Integration Packs…");
  await wizard.heading(severalPages.versions).waitFor();
  await wizard.row("Publish Products").waitFor();
  await wizard.button("Next").click();
  await wizard.heading(severalPages.schedule).waitFor();
  await wizard.frame.getByRole("textbox", { name: "Name of the release plan" }).fill("Demo");
  await wizard.button("Save as Release Plan…").click();
  await workbench.quickInput.waitForTitle("Save as Release Plan");
  await workbench.quickInput.accept();
  await workbench.notifications.press(savedMessage, "Open");
  await workbench.tab(name).waitFor();
  await workbench.closeTab(/^Release /);

  const file = join(workspace, name);
  console.log(`Changing ${changed.component} to ${changed.version} in ${name}`);
  await writeFile(file, formatPlan(withVersion(parsePlan(await readFile(file, "utf8")))));

  const { options, environment } = backend.commandLine;
  const program = join(checkout, "src/cli/main.ts");
  const report = await run(process.execPath, [program, "check", file, ...options], {
    env: { ...process.env, ...environment },
  });
  console.log(`\nintegration-packs check ${name}\n${report}`);

  console.log("Applying the plan through the wizard");
  await workbench.tab(name).click();
  await workbench.runCommand("Apply Release Plan…");
  await wizard.heading(severalPages.versions).waitFor();
  await wizard.row(changed.component).getByText(changed.version, { exact: true }).first().waitFor();
  await wizard.button("Next").click();
  await wizard.heading(severalPages.schedule).waitFor();
  await wizard.button("Release Integration Packs").click();
  await wizard.heading("Success").waitFor();
  const outcomes = await wizard.outcomes();
  const width = Math.max(...outcomes.map(([pack]) => pack.length)) + 2;
  console.log(`\n${"Pack".padEnd(width)}outcome`);
  for (const [pack, outcome] of outcomes) console.log(`${pack.padEnd(width)}${outcome}`);
  await wizard.button("Finish").click();
  const components = await backend.readComponents(first);
  const released = components.find(({ componentName }) => componentName === changed.component);
  if (released?.currentVersion !== changed.version) {
    throw new Error(`${changed.component} was released as ${released?.currentVersion ?? "nothing"}.`);
  }
}

/** The plan with another version of one component. Its package id belonged to the earlier version. */
function withVersion(plan: ReleasePlan): ReleasePlan {
  const packs = plan.packs.map((pack) => ({
    ...pack,
    components: pack.components.map((component) => {
      if (component.name !== changed.component) return component;
      const { packageId: _earlier, ...rest } = component;
      return { ...rest, to: changed.version };
    }),
  }));
  return { ...plan, packs };
}
