import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatPlan } from "../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../src/model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../src/model/plan/releasePlan.ts";
import { checkout } from "./editor/editor.ts";
import type { PlanDemo } from "./demoPlan.ts";
import { run } from "./programs/commands.ts";

const fileName = "december-release.release-plan.json";
const packNames = ["Order to Cash", "Product Catalog Sync"] as const;

/** Drafts a release plan by the command line that another release of Order to Cash will no longer fit. */
export async function draftPlanThatWillDrift({
  workspace,
  backend,
}: Omit<PlanDemo, "workbench">): Promise<void> {
  const file = join(workspace, fileName);
  const { options, environment } = backend.commandLine;
  const program = join(checkout, "src/cli/main.ts");
  await run(
    process.execPath,
    [program, "plan", ...packNames, "--name", "December release", "--out", file, ...options],
    { env: { ...process.env, ...environment } },
  );
  await writeFile(file, formatPlan(withOtherVersion(parsePlan(await readFile(file, "utf8")))));
}

/** Opens the file of the plan, and shows the hover of the first mark of its drift. */
export async function showDrift({ workbench }: Pick<PlanDemo, "workbench">): Promise<void> {
  const { page, quickInput } = workbench;
  await quickInput.runCommand("Go to File...");
  await quickInput.fill(fileName);
  await quickInput.pick(fileName);
  await page.locator(".monaco-editor .squiggly-warning").first().waitFor();
  await quickInput.runCommand("Go to Next Problem in Files (Error, Warning, Info)");
  await page.keyboard.press("Escape");
  await quickInput.runCommand("Show or Focus Hover");
  await page
    .locator(".monaco-hover:visible")
    .getByText(/The current version of/)
    .waitFor();
}

/** The plan with a version of a component that is not preselected, so that the packs are not as the plan wants them later. */
function withOtherVersion(plan: ReleasePlan): ReleasePlan {
  const packs = plan.packs.map((pack) => ({
    ...pack,
    components: pack.components.map((component) => {
      if (component.name !== "Order Status API") return component;
      const { packageId: _preselected, ...rest } = component;
      return { ...rest, to: "1.2" };
    }),
  }));
  return { ...plan, packs };
}
