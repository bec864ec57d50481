import assert from "node:assert/strict";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

/** Each text contains markup, Markdown, an icon, a command link or a directional character. */
const hostile = {
  pack: '<img src=x onerror="document.title=1"> **P** $(bug) [go](command:integrationPacks.refresh)',
  component: "<b>C</b> `c` $(trash) \u202Etxet\u202C",
  version: "1.0 </td><script>alert(1)</script>",
  notes: "# N <svg onload=alert(1)> [x](command:workbench.action.quit) $(flame)",
};

const content: Snapshot = {
  formatVersion: 1,
  components: [
    processComponent(
      "c-1",
      hostile.component,
      version("k-1", hostile.version, "2026-01-01T00:00:00Z", { notes: hostile.notes }),
    ),
  ],
  packs: [pack("p-1", hostile.pack, { description: hostile.notes, components: [{ componentId: "c-1" }] })],
  accountGroups: [],
  installations: [],
};

describe("hostile names and notes", () => {
  const session = useSession({ settings: storeInWorkspace });
  before("fill the store", () => fillStore(session.workspace, content));

  it("are shown as text in the tree and its hovers", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await workbench.packs.row("<img src=x").waitFor();
    assert.equal((await workbench.packs.texts())[0]?.split(" | ")[0], hostile.pack);
    await workbench.packs.expand("<img src=x");
    await workbench.packs.row("<b>C</b>").waitFor();
    await workbench.packs.expand("<b>C</b>");
    await workbench.packs.row("</td>").waitFor();
    for (const [row, text] of [
      ["<img src=x", "[go](command:"],
      ["</td>", "<svg onload"],
    ] as const) {
      const hover = await workbench.packs.hover(row, text);
      assert.equal(await hover.locator("img, svg, script, a, .codicon").count(), 0);
    }
  });

  it("are shown as text in the wizard", async () => {
    const { workbench } = session;
    const wizard = new WizardWebview(workbench);
    await workbench.packs.inlineAction("<img src=x", "Release Integration Pack…");
    await wizard.waitForPage("versions");
    await wizard.frame.getByText(hostile.pack, { exact: true }).waitFor();
    const [row = []] = await wizard.cells();
    assert.equal(row[0], hostile.component);
    assert.equal(row[3], `${hostile.version} New`);
    assert.equal(await wizard.frame.locator("img, svg[onload], td b, td script").count(), 0);
    await wizard
      .row("<b>C</b>")
      .getByRole("link", { name: /^View Details/ })
      .click();
    await wizard.frame.getByText(hostile.notes, { exact: true }).waitFor();
  });
});
