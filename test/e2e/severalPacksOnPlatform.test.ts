import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import type { ReleasePlan } from "../../src/model/plan/releasePlan.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { Gate } from "../support/time/gate.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { usePlatform } from "./support/usePlatform.ts";
import { severalPages, WizardWebview } from "./support/wizardWebview.ts";

describe("the wizard for several packs on the platform", () => {
  const session = usePlatform(store());
  const wizard = () => new WizardWebview(session.workbench);
  const link = (name: string) => wizard().frame.getByRole("link", { name, exact: true });
  const isRelease = on("ReleaseIntegrationPack", "create");
  const releases = () => session.platform.log.filter(isRelease).length;

  /** Opens the wizard, leaves out all packs but these, and goes to the second step. */
  async function openFor(...names: readonly string[]): Promise<void> {
    const { workbench } = session;
    await workbench.runCommand("Release Integration Packs…");
    await workbench.quickInput.waitForTitle(/^Release Integration Packs: [1-9]/);
    await workbench.quickInput.accept();
    await wizard().heading(severalPages.versions).waitFor();
    for (const name of await wizard().packNames()) {
      if (!names.includes(name)) await link(`Leave Out: ${name}`).click();
    }
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
  }

  it("stops after the pack that is being sent, and goes on with the others", async () => {
    await openFor("Legacy Billing", "Scheduled");
    const sent = releases();
    const gate = new Gate();
    session.platform.faults.plan(isRelease, { kind: "held", gate });
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("Releasing Integration Packs").waitFor();
    await gate.reached;
    await wizard().frame.locator(".outcomes").getByText("being sent").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Legacy Billing", "being sent"],
      ["Scheduled", "waiting"],
    ]);
    await wizard().button("Stop After This Pack").click();
    await wizard().frame.locator("vscode-button[disabled]").getByText("Stop After This Pack").waitFor();
    gate.open();
    await wizard().heading("Not All Packs Were Released").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Legacy Billing", "released"],
      ["Scheduled", "not sent"],
    ]);
    assert.equal(releases(), sent + 1);
    await wizard().button("Try Again").click();
    await wizard().heading("Success").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Legacy Billing", "already so"],
      ["Scheduled", "released"],
    ]);
    await wizard().button("Finish").click();
  });

  it("says what to do where Boomi requires a component that a plan does not contain, and releases with it", async () => {
    const { workbench, workspace, platform } = session;
    const pack = platform.state.packs.get(ids.upToDate) ?? assert.fail("no pack");
    const [released = assert.fail("no component")] = pack.components;
    const plan: ReleasePlan = {
      planVersion: 1,
      name: "Back to 1.1",
      target: { backend: "platform", baseUrl: platform.baseUrl, accountId: platform.access.accountId },
      packs: [
        {
          packId: pack.id,
          name: pack.name,
          components: [
            { componentId: ids.createOrder, name: "Create Order", from: released.currentVersion, to: "1.1" },
          ],
        },
      ],
    };
    const added = {
      componentId: ids.invoice,
      componentName: "Send Invoice",
      componentType: "process",
    } as const;
    pack.components.push({ ...added, currentVersion: "", pendingVersion: "b", deleted: false });
    await writeFile(join(workspace, "back.release-plan.json"), formatPlan(plan));
    await workbench.runCommand("Refresh");
    await workbench.quickInput.runCommand("Go to File...");
    await workbench.quickInput.fill("back.release-plan.json");
    await workbench.quickInput.pick("back.release-plan.json");
    await workbench.tab("back.release-plan.json").waitFor();
    await workbench.runCommand("Apply Release Plan…");
    await wizard().heading(severalPages.versions).waitFor();
    await wizard()
      .frame.getByText(/are not in the plan: Send Invoice/)
      .waitFor();
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("No Pack Was Released").waitFor();
    await wizard()
      .frame.getByText(/not in this release: Send Invoice\. .*add them to the release/)
      .waitFor();
    await wizard().button("Back").click();
    await wizard().heading(severalPages.versions).waitFor();
    await link("Add: Send Invoice").click();
    await wizard().button("Next").click();
    await wizard().heading(severalPages.schedule).waitFor();
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("Success").waitFor();
    assert.deepEqual(
      pack.components.map(({ currentVersion }) => currentVersion),
      ["1.1", "b"],
    );
    await wizard().button("Finish").click();
    await workbench.quickInput.runCommand("View: Close All Editors");
  });

  it("stops at the first pack that was not released, sends no unknown one again by itself, and goes on", async () => {
    const { workbench } = session;
    await openFor("Never Released", "Order to Cash");
    session.platform.faults.plan(isRelease, { kind: "cutBefore" });
    await wizard().button("Release Integration Packs").click();
    await wizard().heading("The Outcome Is Not Known").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Never Released", "unknown"],
      ["Order to Cash", "not sent"],
    ]);
    await assertAccessible(workbench.page);

    const sent = releases();
    await wizard().button("Try Again").click();
    await wizard().heading("Releasing Integration Packs").waitFor({ state: "detached" });
    await wizard().heading("The Outcome Is Not Known").waitFor();
    assert.equal(releases(), sent);
    await wizard()
      .frame.getByLabel("I looked at Never Released in Boomi, and it was not released. Send it again.")
      .check();
    await wizard().button("Try Again").click();
    await wizard().heading("Success").waitFor();
    assert.deepEqual(await wizard().outcomes(), [
      ["Never Released", "released"],
      ["Order to Cash", "released"],
    ]);
    assert.equal(releases(), sent + 2);
  });
});
