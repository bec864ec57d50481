import assert from "node:assert/strict";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { branched, branchedStore } from "../support/fixtures/branchedStore.ts";
import { version } from "../support/fixtures/snapshotParts.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { Gate } from "../support/time/gate.ts";
import { until } from "../support/time/until.ts";
import { signIn } from "./support/signIn.ts";
import { usePlatform } from "./support/usePlatform.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

/** The widths of the wizard, and that of the rest of the window, in pixels. */
const widths = [300, 480, 1000];
const restOfWindow = 352;

/** With an older version of *Send Invoice*. */
function storeWithOlderVersion(): Snapshot {
  const store = branchedStore();
  const { featured } = branched;
  const older = version(`${featured}-0.9`, "0.9", "2026-01-05T09:00:00Z", { branchName: "main" });
  const components = store.components.map((component) =>
    component.componentId === featured
      ? { ...component, versions: [older, ...component.versions] }
      : component,
  );
  return { ...store, components };
}

describe("the release wizard while versions are read", () => {
  const session = usePlatform(storeWithOlderVersion());
  const wizard = () => new WizardWebview(session.workbench);

  afterEach(() => session.platform.faults.clear());

  const reading = () => wizard().frame.getByRole("status").filter({ hasText: "Reading the versions…" });

  /** Where each row, cell, paragraph and button is on the page. */
  const places = () =>
    wizard()
      .frame.locator("tbody tr, tbody td, p, vscode-button, .actions .value > :first-child")
      .evaluateAll((elements) =>
        elements.map((element) => {
          const { left, top, height } = element.getBoundingClientRect();
          return `${element.tagName === "A" ? "SPAN" : element.tagName} ${[left, top, height].map(Math.round).join(" ")}`;
        }),
      );

  /** The places at each width. */
  async function placesByWidth(): Promise<string[][]> {
    const { page } = session.workbench;
    const found: string[][] = [];
    for (const width of widths) {
      await page.setViewportSize({ width: width + restOfWindow, height: 900 });
      await until("the new width", async () => {
        const inner = await wizard()
          .frame.locator("body")
          .evaluate(() => window.innerWidth);
        return Math.abs(inner - width) < 20 || undefined;
      });
      found.push(await places());
    }
    return found;
  }

  it("moves no row and no button, whatever the width", async () => {
    const gate = new Gate();
    session.platform.faults.plan(on("PackagedComponent"), { kind: "held", gate }, Infinity);
    await wizard().open("Branched");
    await reading().waitFor();
    await wizard().row("Create Order").waitFor();
    assert.equal(
      await wizard()
        .frame.getByRole("link", { name: /^View Details/ })
        .count(),
      0,
    );
    const before = await placesByWidth();
    assert.ok(before.every((places) => places.length > 10));
    gate.open();
    await reading().waitFor({ state: "detached" });
    await wizard().frame.getByRole("link", { name: "View Details: Create Order" }).waitFor();
    await wizard().row("Create Order").getByText("1.1").first().waitFor();
    assert.deepEqual(await placesByWidth(), before);
  });

  it("moves nothing where it says that a release would change nothing", async () => {
    const before = await places();
    await wizard().frame.getByRole("link", { name: "All to current" }).click();
    await wizard()
      .frame.getByRole("status")
      .filter({ hasText: /change nothing/ })
      .waitFor();
    assert.deepEqual(await places(), before);
    await wizard().button("Cancel").click();
  });

  it("moves nothing where the versions cannot be read, and reads them again", async () => {
    const gate = new Gate();
    session.platform.faults.plan(on("PackagedComponent"), { kind: "held", gate }, Infinity);
    // Otherwise the versions are known.
    await session.workbench.runCommand("Refresh");
    await wizard().open("Branched");
    await reading().waitFor();
    const before = await placesByWidth();
    session.platform.faults.clear();
    session.platform.faults.plan(on("PackagedComponent"), { kind: "answer", status: 500 }, Infinity);
    await session.workbench.runCommand("Refresh");
    gate.open();
    const retry = wizard().frame.getByRole("status").getByRole("link", { name: "Retry" });
    await retry.waitFor();
    assert.deepEqual(await placesByWidth(), before);
    session.platform.faults.clear();
    await retry.click();
    await retry.waitFor({ state: "detached" });
  });

  it("shows the second step after a reload of the window as before", async () => {
    await wizard().open("Branched");
    await wizard().selectVersion("Create Order", "hotfix-7");
    await wizard().selectVersion("Send Invoice", "0.9");
    await wizard().next();
    const table = await wizard().cells();
    const origins = await wizard().origins("Create Order");
    const before = await places();
    assert.ok(table.some(([name, change]) => name === "Send Invoice" && change === "Roll-back"));
    assert.ok(origins.some((origin) => origin.includes("hotfix")));
    const gate = new Gate();
    session.platform.faults.plan(on("PackagedComponent"), { kind: "held", gate }, Infinity);
    await session.workbench.reloadWindow();
    await wizard().waitForPage("schedule");
    // This editor stores secrets no longer than its window lives.
    await signIn(session.workbench, session.platform.access);
    await wizard().button("Retry").waitFor({ state: "detached" });
    await reading().waitFor();
    assert.deepEqual(await wizard().cells(), table);
    assert.deepEqual(await wizard().origins("Create Order"), origins);
    assert.deepEqual(await places(), before);
    gate.open();
    await reading().waitFor({ state: "detached" });
    assert.deepEqual(await places(), before);
  });
});
