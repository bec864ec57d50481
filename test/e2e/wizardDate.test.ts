import assert from "node:assert/strict";
import { store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("the date field of the release wizard", () => {
  const session = useSession({
    settings: { ...storeInWorkspace, "integrationPacks.scheduler.timeZone": "UTC" },
  });
  const wizard = () => new WizardWebview(session.workbench);
  const field = () => wizard().frame.getByRole("textbox", { name: "Release on date" });
  const shows = (text: string) => wizard().frame.locator(`vscode-text-field[current-value="${text}"]`);
  const calendar = () => wizard().frame.getByRole("group", { name: "Calendar", exact: true });

  before("open the second step", async () => {
    await fillStore(session.workspace, store());
    await wizard().open("Order to Cash");
    await wizard().next();
    await wizard().radio("Release on specified date").click();
  });

  it("loses no key of 200 dates that are typed right after a click", async () => {
    const { keyboard } = session.workbench.page;
    for (let turn = 0; turn < 200; turn += 1) {
      const date = `${2030 + (turn % 50)}-0${1 + (turn % 9)}-${10 + (turn % 18)}`;
      await field().click();
      await keyboard.press("ControlOrMeta+a");
      await keyboard.type(date);
      assert.equal(await field().inputValue(), date);
      await wizard().heading("Release Integration Pack: Select Release Schedule").click();
    }
  });

  it("understands a date as the user's language writes it, and shows how it was understood", async () => {
    await field().click();
    await field().fill("12/24/2036");
    assert.equal(await field().inputValue(), "12/24/2036");
    await field().blur();
    await shows("2036-12-24").waitFor();
    await calendar().waitFor({ state: "detached" });
  });

  it("says what is wrong only when the user leaves the field", async () => {
    await field().click();
    await field().fill("2036-13");
    assert.equal(await wizard().frame.getByRole("alert").count(), 0);
    await field().blur();
    await wizard().frame.getByRole("alert").getByText("Enter a date as YYYY-MM-DD.").waitFor();
    await shows("2036-13").waitFor();
  });

  it("offers dates, and opens the calendar over the page", async () => {
    await wizard().frame.getByRole("link", { name: "First of Next Month" }).click();
    await wizard().frame.locator('vscode-text-field[current-value$="-01"]').waitFor();
    const place = await wizard().frame.getByRole("heading", { name: "Changes" }).boundingBox();
    await field().click();
    await calendar().getByRole("button", { name: "Next month" }).waitFor();
    assert.deepEqual(await wizard().frame.getByRole("heading", { name: "Changes" }).boundingBox(), place);
    await assertAccessible(session.workbench.page);
    await session.workbench.page.keyboard.press("Escape");
    await calendar().waitFor({ state: "detached" });
  });
});
