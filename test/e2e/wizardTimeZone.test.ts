import assert from "node:assert/strict";
import { ids, store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

const settings = { ...storeInWorkspace, "integrationPacks.scheduler.timeZone": "Mars/Olympus" };

describe("the release wizard without a known time zone", () => {
  const session = useSession({ settings });

  before("fill the store", () => fillStore(session.workspace, store()));

  it("says so, asks for a zone, and schedules in the zone that was selected", async () => {
    const { workbench, workspace } = session;
    const wizard = new WizardWebview(workbench);
    await wizard.open("Order to Cash");
    await wizard.next();
    await wizard.radio("Release on specified date").click();
    const problem = wizard.frame.getByRole("alert").filter({ hasText: "Mars/Olympus" });
    await problem.waitFor();
    assert.equal(await wizard.button("Schedule Integration Pack Release").isDisabled(), true);
    await wizard.button("Select Time Zone…").click();
    await workbench.quickInput.waitForTitle("Select Time Zone");
    await workbench.quickInput.fill("Pacific/Auckland");
    await workbench.quickInput.pick("Pacific/Auckland");
    await problem.waitFor({ state: "detached" });
    await wizard.frame.getByRole("textbox", { name: "Release on date" }).fill("2037-03-01");
    await wizard.frame.getByText(/^Runs .+ \(Pacific\/Auckland\)\./).waitFor();
    await wizard.button("Schedule Integration Pack Release").click();
    await wizard.waitForPage("success");
    const { scheduled } = await withStore(workspace, (backend) => backend.getPack(ids.orderToCash));
    assert.deepEqual([scheduled?.date, scheduled?.timeZone], ["2037-03-01", "Pacific/Auckland"]);
  });
});
