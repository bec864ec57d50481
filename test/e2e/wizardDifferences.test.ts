import assert from "node:assert/strict";
import { ids, store } from "../support/fixtures/store.ts";
import { assertAccessible } from "./support/assertAccessible.ts";
import { useSession } from "./support/session.ts";
import { WizardWebview } from "./support/wizardWebview.ts";
import { fillStore, storeInWorkspace, withStore } from "./support/workspaceStore.ts";

describe("the release wizard of a pack that changed since its scheduled release was confirmed (rule 12)", () => {
  const session = useSession({ settings: storeInWorkspace });
  const wizard = () => new WizardWebview(session.workbench);

  before("fill the store", async () => {
    await session.workbench.openPacks();
    await fillStore(session.workspace, store());
    await session.workbench.packs.row("Scheduled").waitFor();
  });

  /** The differences that the visible step lists, and the sentence before them. */
  const differences = async () => ({
    introduced: await wizard().frame.getByText("Changed since it was confirmed:").count(),
    listed: await wizard().frame.locator(".notice li").allInnerTexts(),
  });

  it("lists no differences in either step while there are none", async () => {
    await wizard().open("Scheduled");
    await wizard().frame.getByText("A release of this pack is scheduled for").waitFor();
    assert.deepEqual(await differences(), { introduced: 0, listed: [] });
    await wizard().next();
    await wizard().frame.getByText("This replaces the release scheduled for").waitFor();
    assert.deepEqual(await differences(), { introduced: 0, listed: [] });
    await wizard().button("Cancel").click();
  });

  it("lists them in the first step, and in the second beside what the release does to the scheduled one", async () => {
    const expected = await withStore(session.workspace, async (opened) => {
      await opened.editing.removeComponent(ids.scheduled, ids.createOrder);
      return (await opened.getPack(ids.scheduled)).scheduled?.differences;
    });
    assert.deepEqual(expected, ['"Create Order" was marked Deleted.']);
    await wizard().open("Scheduled");
    await wizard().frame.locator(".notice.warning li").waitFor();
    assert.deepEqual(await differences(), { introduced: 1, listed: expected });
    await wizard().next();
    await wizard().frame.locator(".effect .notice.warning li").waitFor();
    assert.deepEqual(await differences(), { introduced: 1, listed: expected });
    await assertAccessible(session.workbench.page);
    await wizard().radio("Release on specified date").click();
    await wizard().frame.getByText("This changes the release scheduled for").waitFor();
    assert.deepEqual(await differences(), { introduced: 1, listed: expected });
    await wizard().button("Cancel").click();
  });
});
