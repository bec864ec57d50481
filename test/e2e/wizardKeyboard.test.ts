import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { ids, store } from "../support/fixtures/store.ts";
import { Keyboard } from "./support/keyboard.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

describe("the release wizard, by keyboard alone", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);
  const keyboard = new Keyboard(() => session.workbench.page);
  const press = (...keys: readonly string[]) => keyboard.press(...keys);
  const tabTo = (target: Locator) => keyboard.tabToElement(target);

  before("fill the store", () => fillStore(session.workspace, store()));

  it("selects a version, chooses a date, goes back, and releases", async () => {
    await press("F1");
    await session.workbench.quickInput.fill(">Integration Packs: Release Integration Pack…");
    await session.workbench.quickInput.rows
      .filter({ hasText: "Release Integration Pack…" })
      .first()
      .waitFor();
    await press("Enter");
    await session.workbench.quickInput.waitForTitle("Release Integration Pack");
    await session.workbench.quickInput.fill("Order to Cash");
    await session.workbench.quickInput.rows.filter({ hasText: "Order to Cash" }).waitFor();
    await session.workbench.quickInput.accept();
    await wizard().waitForPage("versions");

    await tabTo(
      wizard()
        .row("Create Order")
        .getByRole("link", { name: /^Select another version/ }),
    );
    await press("Enter");
    await wizard().dialog.getByRole("radio").first().waitFor();
    await tabTo(wizard().dialog.getByRole("radio", { name: /^hotfix-7/ }));
    await press("ArrowDown", "ArrowDown");
    await tabTo(wizard().dialog.getByRole("button", { name: "Select Version" }));
    await press("Enter");
    await wizard().dialog.waitFor({ state: "detached" });
    await wizard().row("Create Order").getByText("Roll-back").waitFor();

    await tabTo(wizard().button("Next"));
    await press("Enter");
    await wizard().waitForPage("schedule");

    await tabTo(wizard().radio("Release immediately"));
    await press("ArrowDown");
    await tabTo(wizard().frame.getByRole("textbox", { name: "Release on date" }));
    await press("ArrowDown");
    const calendar = wizard().frame.getByRole("group", { name: "Calendar", exact: true });
    await calendar.getByRole("button", { name: "Next month" }).waitFor();
    await session.workbench.page.waitForFunction(
      () => document.activeElement?.tagName === "IFRAME",
      undefined,
    );
    await press("ArrowRight", "Enter");
    await wizard()
      .frame.getByText(/^Runs .* \(.*\)\./)
      .waitFor();
    await tabTo(wizard().button("Schedule Integration Pack Release"));

    await press("Shift+Tab");
    await tabTo(wizard().button("Back"));
    await press("Enter");
    await wizard().waitForPage("versions");
    await tabTo(wizard().button("Next"));
    await press("Enter");
    await wizard().waitForPage("schedule");
    await tabTo(wizard().radio("Release on specified date"));
    await press("ArrowUp");
    await tabTo(wizard().button("Release Integration Pack"));
    await press("Enter");
    await wizard().waitForPage("success");

    const pack = await withStore(session.workspace, (backend) => backend.getPack(ids.orderToCash));
    const released = pack.components.find(({ componentId }) => componentId === ids.createOrder);
    assert.equal(released?.currentVersion, "1.0");

    await tabTo(wizard().button("Finish"));
    await press("Enter");
    await session.workbench.tab(/^Release /).waitFor({ state: "detached" });
  });
});
