import assert from "node:assert/strict";
import { branchedStore } from "../support/fixtures/branchedStore.ts";
import { on } from "../support/platform/faults.ts";
import { PlatformStandIn } from "../support/platform/platformStandIn.ts";
import { Gate } from "../support/time/gate.ts";
import { until } from "../support/time/until.ts";
import { useSession } from "./support/session.ts";
import { platformSettings, signIn } from "./support/signIn.ts";
import { WizardWebview } from "./support/wizardWebview.ts";

/** The widths of the wizard, and that of the rest of the window, in pixels. */
const widths = [300, 480, 1000];
const restOfWindow = 352;

describe("the release wizard while versions are read", () => {
  let platform: PlatformStandIn;
  before("start the stand-in of the platform", async () => {
    platform = await PlatformStandIn.start(branchedStore());
  });
  after("stop it", () => platform.stop());
  const session = useSession({
    alone: true,
    // Read when the editor starts, once the stand-in has a port.
    get settings() {
      return platformSettings(platform.baseUrl, platform.access);
    },
  });
  const wizard = () => new WizardWebview(session.workbench);

  before("sign in", async () => {
    await session.workbench.openPacks();
    await signIn(session.workbench, platform.access);
    await session.workbench.packs.row("Branched").waitFor();
  });

  /** Where each row, cell and button is on the page. */
  const places = () =>
    wizard()
      .frame.locator("tbody tr, tbody td, vscode-button, .actions .value > :first-child")
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
    platform.faults.plan(on("PackagedComponent"), { kind: "held", gate }, Infinity);
    await wizard().open("Branched");
    const reading = wizard().frame.getByRole("status").filter({ hasText: "Reading the versions…" });
    await reading.waitFor();
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
    await reading.waitFor({ state: "detached" });
    await wizard().frame.getByRole("link", { name: "View Details: Create Order" }).waitFor();
    await wizard().row("Create Order").getByText("1.1").first().waitFor();
    assert.deepEqual(await placesByWidth(), before);
    platform.faults.clear();
  });
});
