import assert from "node:assert/strict";
import { store } from "../support/fixtures/store.ts";
import { useSession } from "./support/session.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";

describe("the rows of a scheduled release", () => {
  const session = useSession({ settings: storeInWorkspace });

  before("fill the store", async () => {
    const { workbench } = session;
    await workbench.expandView("Scheduled Releases");
    await fillStore(session.workspace, store());
    await workbench.scheduledReleases.row("Scheduled").waitFor();
  });

  it("expand to the versions that it releases", async () => {
    const { scheduledReleases } = session.workbench;
    await scheduledReleases.expand("Scheduled");
    assert.deepEqual((await scheduledReleases.texts()).slice(1), ["Create Order 1.0 → 1.1"]);
  });

  it("show the pack at a click", async () => {
    const { scheduledReleases, packs } = session.workbench;
    await scheduledReleases.row("Scheduled").locator(".label-name").click();
    await packs.row(/^Scheduled for Dec 1, 2096/).waitFor();
    assert.equal(await packs.row(/^ScheduledDec/).getAttribute("aria-selected"), "true");
  });

  it("offer to change and to cancel it on the line of the pack", async () => {
    const { packs } = session.workbench;
    assert.deepEqual(await packs.inlineActions(/^Scheduled for/), [
      "Change Scheduled Release…",
      "Cancel Scheduled Release",
    ]);
    const entries = await packs.contextMenuEntries(/^Scheduled for/);
    assert.ok(entries.includes("Compare Scheduled with Released Versions"), entries.join(", "));
  });
});
