import assert from "node:assert/strict";
import { join } from "node:path";
import { checkout } from "../../scripts/editor/editor.ts";
import { themes } from "../../scripts/editor/themes.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";

const width = 300;
const longName = "Order to Cash for the Subsidiaries in Northern Europe and the Baltic States";

/** The store with a pack and a component whose names do not fit into the view. */
function contentWithLongNames() {
  const { packs, components, ...rest } = store();
  return {
    ...rest,
    packs: packs.map((pack) => (pack.packId === ids.orderToCash ? { ...pack, name: longName } : pack)),
    components: components.map((component) =>
      component.componentId === ids.orderApi ? { ...component, name: `${longName} API` } : component,
    ),
  };
}

describe("a side bar of 300 pixels", () => {
  const session = useSession({ settings: storeInWorkspace });

  before("fill the store and set the width", async () => {
    const { workbench } = session;
    await workbench.openPacks();
    await fillStore(session.workspace, contentWithLongNames());
    await workbench.packs.row(longName).waitFor();
    await workbench.resizeSideBar(width);
    await workbench.packs.expand(longName);
  });

  it("shows the first words of the state of packs and components", async () => {
    const { packs } = session.workbench;
    for (const [name, state] of [
      ["Never Released", "new"],
      ["Scheduled", "Dec 1, 2096"],
      ["Up to Date", "up to date"],
      ["Create Order", "1.1 · hotfix-7"],
      ["Cancel Order", "removed · 1.0"],
    ] as const) {
      assert.ok(await packs.isShownWhole(name, state), `${name}: ${state}`);
    }
  });

  it("shows the badge of a row whatever the length of its name", async () => {
    const { packs } = session.workbench;
    assert.equal(await packs.shownBadge(/^(?!.*API).*Subsidiaries/), "3");
    assert.equal(await packs.shownBadge(/Subsidiaries.*API/), "N");
    assert.equal(await packs.shownBadge("Scheduled"), "S");
  });

  it("counts the packs that can be released on the icon of the view", async () => {
    const badge = session.workbench.page.locator(
      '.activitybar .action-item:has([aria-label^="Integration Packs"])',
    );
    await badge.locator(".badge-content", { hasText: /^4$/ }).waitFor();
    const label = await badge.locator(".action-label").getAttribute("aria-label");
    assert.match(label ?? "", /4 integration packs can be released/);
  });

  it("gives states a color in every kind of theme", async () => {
    const { workbench } = session;
    for (const theme of themes) {
      await workbench.changeTheme(theme);
      const colors = await Promise.all(
        ["Never Released", "Scheduled", "Up to Date", longName].map((name) =>
          workbench.packs.labelColor(name),
        ),
      );
      assert.equal(new Set(colors).size, colors.length, `${theme}: ${colors.join(", ")}`);
      await workbench.saveScreenshot(join(checkout, `out/e2e/narrowTree-${theme}.png`));
    }
  });
});
