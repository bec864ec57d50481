import { store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";
import type { Theme } from "../../scripts/editor/themes.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

const checkedThemes: readonly Theme[] = ["dark", "light", "hc-black"];

describe("the accessibility of the release wizard", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);

  for (const theme of checkedThemes) {
    it(`has no violation on any page: ${theme}`, async () => {
      const { page } = session.workbench;
      await fillStore(session.workspace, store());
      await session.workbench.changeTheme(theme);
      await wizard().open("Order to Cash");
      await assertAccessible(page);
      await wizard()
        .row("Create Order")
        .getByRole("link", { name: /^Select another version/ })
        .click();
      await wizard().dialog.getByRole("radio").first().waitFor();
      await assertAccessible(page);
      await wizard().dialog.getByRole("button", { name: "Cancel" }).click();
      await wizard()
        .row("Create Order")
        .getByRole("link", { name: /^View Details/ })
        .click();
      await wizard().frame.getByText("k-create-hotfix").waitFor();
      await assertAccessible(page);
      await wizard().frame.getByRole("link", { name: "Back to Versions" }).click();
      await wizard().next();
      await assertAccessible(page);
      await wizard().radio("Release on specified date").click();
      await wizard().frame.getByRole("textbox", { name: "Release on date" }).click();
      await wizard().frame.getByRole("button", { name: "Next month" }).waitFor();
      await assertAccessible(page);
      await wizard().radio("Release immediately").click();
      await wizard().release();
      await assertAccessible(page);
      await wizard().button("Finish").click();
      await session.workbench.tab(/^Release /).waitFor({ state: "detached" });
    });
  }
});
