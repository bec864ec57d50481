import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { actingCharacters, hostileText, shownHostileText } from "../support/fixtures/hostileText.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";
import { assertInert } from "./support/assertInert.ts";
import { useSession } from "./support/session.ts";
import { WizardWebview } from "./support/wizardWebview.ts";
import { fillStore, storeInWorkspace } from "./support/workspaceStore.ts";

/** The hostile text behind a word that tells its places apart. */
const named = (name: string) => `${name} ${hostileText}`;

/** A store in which every text is hostile. */
const content: Snapshot = {
  formatVersion: 1,
  components: [
    processComponent(
      "c-1",
      named("Component"),
      version("k-2", named("Second"), "2026-02-01T00:00:00Z", hostileProperties()),
      version("k-1", named("First"), "2026-01-01T00:00:00Z", hostileProperties(hostileText)),
    ),
  ],
  packs: [
    pack("p-1", named("Pack"), {
      description: hostileText,
      components: [{ componentId: "c-1" }],
      releases: [
        {
          releaseId: "r-1",
          releasedAt: "2026-01-02T00:00:00Z",
          releasedBy: hostileText,
          versions: { "c-1": named("First") },
        },
      ],
      scheduled: {
        date: "2096-12-01",
        timeZone: "UTC",
        versions: { "c-1": named("Second") },
        scheduledBy: hostileText,
        confirmed: [{ componentId: "c-1", currentVersion: named("Second"), deleted: false }],
      },
    }),
  ],
  accountGroups: [
    {
      groupId: "g-1",
      name: named("Group"),
      packIds: ["p-1"],
      accounts: [{ accountId: "a-1", name: named("Account") }],
    },
  ],
  installations: [{ accountId: "a-1", packId: "p-1", releaseId: "r-1", appliedScheduled: false }],
};

/** Only a version of the release branch is preselected. */
function hostileProperties(branchName = "main") {
  return { notes: hostileText, createdBy: hostileText, folder: hostileText, branchName };
}

describe("hostile names and notes are shown as text", () => {
  const session = useSession({ settings: storeInWorkspace });
  before("fill the store", async () => {
    await fillStore(session.workspace, content);
    await session.workbench.openPacks();
    await session.workbench.packs.row("Pack").waitFor();
  });

  it("in every row and hover of the packs view", async () => {
    const { packs } = session.workbench;
    await packs.expand("Pack <img");
    await packs.expand("Component <img");
    await packs.expand("Release History");
    await packs.row("Second <img").waitFor();
    const rows = (await packs.texts()).filter((text) => text.includes("<img"));
    assert.ok(rows.length >= 5, rows.join("\n"));
    for (const text of rows) {
      assert.ok(text.includes(shownHostileText), text);
      assert.doesNotMatch(text, actingCharacters);
    }
    for (const row of ["Pack <img", "Component <img", "Second <img", "First <img"]) {
      await assertInert(await packs.hover(row));
    }
  });

  it("in the views of scheduled releases and account groups, and in the status bar", async () => {
    const { workbench } = session;
    await workbench.expandView("Scheduled Releases");
    await assertInert(await workbench.scheduledReleases.hover("Pack <img"));
    await workbench.expandView("Account Groups");
    await workbench.accountGroups.expand("Group <img");
    await workbench.accountGroups.expand("Account <img");
    const texts = [
      ...(await workbench.scheduledReleases.texts()),
      ...(await workbench.accountGroups.texts()),
    ];
    assert.ok(texts.length >= 4);
    for (const text of texts) assert.ok(text.includes(shownHostileText), text);
    for (const row of ["Group <img", "Account <img"])
      await assertInert(await workbench.accountGroups.hover(row));
    await assertInert(workbench.statusBarItem("Pack <img"), 1);
  });

  it("in quick picks, their titles, and inputs", async () => {
    const { quickInput, packs } = session.workbench;
    await packs.contextMenu("Pack <img", "Remove from Account Group…");
    await quickInput.waitForTitle("Remove from Account Group: Pack <img");
    await assertInert(quickInput.rows.first());
    await assertInert(quickInput.box.locator(".quick-input-title"));
    await quickInput.cancel();
    await packs.contextMenu("Component <img", "Set Pending Version");
    await quickInput.waitForTitle("Set Pending Version: Pack <img");
    await assertInert(quickInput.rows.first());
    await quickInput.cancel();
    await session.workbench.runCommand("Create Packaged Version…");
    await quickInput.pick("Component <img");
    await assertInert(quickInput.box.locator(".quick-input-message"));
    await quickInput.cancel();
  });

  it("in dialogs: message and detail", async () => {
    const { packs, notifications } = session.workbench;
    await packs.contextMenu("Pack <img", "Delete Integration Pack…");
    await notifications.dialog.waitFor();
    await assertInert(notifications.dialog.locator(".dialog-message"));
    await assertInert(notifications.dialog.locator(".dialog-message-detail"));
    // The detail is two paragraphs, whatever line breaks the names have.
    const { detail } = await notifications.readDialog();
    assert.equal(detail.split(/\n+/).length, 2, detail);
    await notifications.answerDialog("Cancel");
  });

  it("in notifications", async () => {
    const { packs, quickInput, notifications } = session.workbench;
    await packs.contextMenu("Pack <img", "Remove from Account Group…");
    await quickInput.pick("Group <img");
    await notifications.answerDialog("Remove");
    const notice = await notifications.waitFor("was removed from the account group");
    await assertInert(notice.locator(".notification-list-item-message"));
  });

  it("in comparisons and release notes", async () => {
    const { workbench } = session;
    await workbench.packs.contextMenu("Pack <img", "Compare Pending with Released Versions");
    await assertInert(workbench.tab("Pack <img").locator(".tab-label"));
    await workbench.closeTab("Pack <img");
  });

  it("in the wizard, its tab, its dialog and its details", async () => {
    const { workbench } = session;
    const wizard = new WizardWebview(workbench);
    await workbench.packs.inlineAction("Pack <img", "Release Integration Pack…");
    await wizard.waitForPage("versions");
    await assertInert(workbench.tab("Release Pack <img").locator(".tab-label"));
    const body = wizard.frame.locator("body");
    await wizard.frame.getByText(shownHostileText).first().waitFor();
    assert.doesNotMatch(await textOf(body), actingCharacters);
    const [row = []] = await wizard.cells();
    assert.equal(row[0], `Component ${shownHostileText}`);
    assert.equal(row[2], `First ${shownHostileText} Other branch`);
    await wizard.next();
    assert.doesNotMatch(await textOf(body), actingCharacters);
    await wizard.button("Back").click();
    await wizard
      .row("Component <img")
      .getByRole("link", { name: /^View Details/ })
      .click();
    await wizard.frame.locator(".notes").getByText(shownHostileText).first().waitFor();
    assert.equal(await wizard.frame.locator("img, td b, dd b").count(), 0);
    assert.doesNotMatch(await textOf(body), actingCharacters);
  });
});

/** The text of a page, without the breaks between its parts. */
async function textOf(page: Locator): Promise<string> {
  return (await page.innerText()).replaceAll(/[\n\t]/g, " ");
}
