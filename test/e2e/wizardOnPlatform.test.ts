import assert from "node:assert/strict";
import { ids, store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { documentedModes } from "../support/platform/standIn/modes.ts";
import { until } from "../support/time/until.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { usePlatform } from "./support/usePlatform.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("the release wizard on the platform", () => {
  const session = usePlatform(store());
  const wizard = () => new WizardWebview(session.workbench);

  const scheduledDates = (packId: string) =>
    [...session.platform.state.releaseRequests.values()]
      .filter((request) => request.status === "SCHEDULED" && request.packId === packId)
      .map(({ date }) => date);

  /** Opens the wizard of a pack, and presses the button that schedules a release. */
  async function schedule(pack: string, date: string): Promise<void> {
    await wizard().open(pack);
    await wizard().next();
    await wizard().radio("Release on specified date").click();
    await wizard().frame.getByRole("textbox", { name: "Release on date" }).fill(date);
    await wizard().button("Schedule Integration Pack Release").click();
  }

  it("offers to change a release that somebody scheduled elsewhere", async () => {
    session.platform.scheduleElsewhere(ids.orderToCash, "2037-02-01", { [ids.createOrder]: "1.0" });
    await schedule("Order to Cash", "2037-03-01");
    await wizard().heading("A Release Is Already Scheduled").waitFor();
    assert.deepEqual(scheduledDates(ids.orderToCash), ["2037-02-01"]);
    await assertAccessible(session.workbench.page);
    await wizard().button("Back").click();
    await wizard().waitForPage("schedule");
    await wizard().button("Schedule Integration Pack Release").click();
    await wizard().button("Change the Existing Release").click();
    await wizard().waitForPage("success");
    assert.deepEqual(scheduledDates(ids.orderToCash), ["2037-03-01"]);
    await wizard().button("Finish").click();
  });

  it("shows how the pack is after an unknown outcome, and sends nothing again by itself", async () => {
    const sent = () => session.platform.log.filter(on("ReleaseIntegrationPack", "create")).length;
    const before = sent();
    session.platform.faults.plan(on("ReleaseIntegrationPack", "create"), { kind: "cutBefore" });
    await schedule("Never Released", "2037-03-01");
    await wizard().heading("The Outcome Is Not Known").waitFor();
    await wizard().button("Refresh").click();
    await wizard().dialog.getByText("It is not known whether a release is scheduled").waitFor();
    await wizard().dialog.getByRole("button", { name: "Continue" }).click();
    await wizard().waitForPage("versions");
    await wizard()
      .frame.getByText(/It is not known whether the release of .*2037 is scheduled in Boomi/)
      .waitFor();
    assert.equal(sent(), before + 1);
    await wizard().next();
    await wizard().button("Schedule Integration Pack Release").click();
    await wizard().waitForPage("success");
    assert.deepEqual(scheduledDates(ids.neverReleased), ["2037-03-01"]);
    await wizard().button("Finish").click();
  });

  it("says that a release of the pack is running, and confirms no other one until it ends", async () => {
    session.platform.conditions.looksUntilDone = Infinity;
    await wizard().open("Order to Cash");
    await wizard().next();
    await wizard().button("Release Integration Pack").click();
    const request = await until("the release", () =>
      [...session.platform.state.releaseRequests.values()].find(({ status }) => status === "IN_PROGRESS"),
    );
    await session.workbench.closeTab("Release Order to Cash");
    await wizard().open("Order to Cash");
    const notice = wizard().frame.getByText("A release of this pack is running.");
    await notice.waitFor();
    await wizard().next();
    await notice.waitFor();
    assert.equal(await wizard().button("Release Integration Pack").isDisabled(), true);
    request.looksUntilDone = 0;
    await wizard()
      .dialog.getByText("The outcome of the release that was sent before is known now.")
      .waitFor();
    await wizard().dialog.getByRole("button", { name: "Continue" }).click();
    await wizard().waitForPage("versions");
    await notice.waitFor({ state: "detached" });
    await wizard().button("Cancel").click();
  });
});

describe("a pack of which Boomi does not say which components leave", () => {
  const session = usePlatform(store(), { conditions: { modes: { ...documentedModes, deletedMark: "all" } } });
  const wizard = () => new WizardWebview(session.workbench);

  it("is not released before a person says which ones leave", async () => {
    await wizard().open("Never Released");
    await wizard()
      .frame.getByText(/all components of this pack seem to leave it/)
      .waitFor();
    assert.equal(await wizard().button("Next").count(), 0);
    await assertAccessible(session.workbench.page);
    const checkboxes = wizard().frame.getByRole("checkbox");
    const names = ["Cancel Order", "Create Order"];
    assert.deepEqual(
      await Promise.all(names.map((name) => checkboxes.and(wizard().frame.getByLabel(name)).isChecked())),
      [false, false],
    );
    await wizard().frame.getByLabel("Create Order").check();
    await wizard().button("Confirm: 1 Leave, 1 Stay").waitFor();
    await wizard().frame.getByLabel("Create Order").uncheck();
    await wizard().button("Confirm: All of Them Stay").click();
    await wizard().next();
    await wizard().release();
    const released = session.platform.state.packs.get(ids.neverReleased)?.components ?? [];
    assert.deepEqual(
      released.map(({ componentName, currentVersion }) => [componentName, currentVersion]).sort(),
      [
        ["Cancel Order", "1.0"],
        ["Create Order", "hotfix-7"],
      ],
    );
  });
});
