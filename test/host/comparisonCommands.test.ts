import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ids, store } from "../support/fixtures/store.ts";
import { comparedStore } from "../support/fixtures/comparedStore.ts";
import { until } from "../support/time/until.ts";
import { closeAllTabs } from "./support/closeAllTabs.ts";
import { rejects, run } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const tab = (label: string) =>
  until(`a tab ${label}`, () => tabs().find((each) => each.label.startsWith(label)));

/** The documents of comparisons that are open. */
const documents = () =>
  vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "integration-packs");

const document = (part: string, text: RegExp) =>
  until(`a document ${part} with ${String(text)}`, () =>
    documents().find((each) => each.uri.path.includes(part) && text.test(each.getText())),
  );

describe("comparing versions", () => {
  beforeEach(closeAllTabs);
  after(closeAllTabs);

  it("shows in one editor how the pending versions of a pack differ from the released ones", async () => {
    await importStore(comparedStore());
    await run("compareWithReleased", "p-compared");
    await tab("Compared: released ↔ pending");
    await document("(summary).txt", /Create Order\n {2}Version: 1\.0\n/);
    await document("(summary).txt", /Create Order\n {2}Version: 1\.1\n[^]*Notes:\n {4}Faster/);
    const before = await document("Map Order (3 → 4).xml", /from="a"/);
    const after = await document("Map Order (3 → 4).xml", /from="b"/);
    assert.equal(before.getText(), '<Component name="Map Order">\n  <map from="a" to="x"/>\n</Component>\n');
    assert.equal(after.getText(), '<Component name="Map Order">\n  <map from="b" to="x"/>\n</Component>\n');
    assert.equal(before.languageId, "xml");
    assert.ok(
      !documents().some(({ uri }) => uri.path.includes("Same")),
      "an included component that is the same was loaded",
    );
  });

  it("shows how the versions of a scheduled release differ from the released ones", async () => {
    await importStore(store());
    await run("compareScheduledWithReleased", ids.scheduled);
    await tab("Scheduled: released ↔ scheduled");
    await document("Scheduled: released ↔ scheduled (summary).txt", /Create Order\n {2}Version: 1\.0\n/);
    await document("Scheduled: released ↔ scheduled (summary).txt", /Create Order\n {2}Version: 1\.1\n/);
    await rejects("NotFound", /has no scheduled release/, "compareScheduledWithReleased", ids.upToDate);
  });

  it("shows malformed XML and masked secrets as they are, and says where there is no XML", async () => {
    await importStore(comparedStore());
    await run("compareWith", "k-create-1.0", "k-create-1.1");
    await tab("Create Order: 1.0 ↔ 1.1");
    await document("Broken (3 → 4).xml", /^<Component><password>\*{6}<\/Component>$/);
    await document("No XML (3 → 4).xml", /not stored here.*\nComponent version: 4/);
  });

  it("puts the older version on the left, whatever the order of the arguments", async () => {
    await importStore(comparedStore());
    await run("compareWith", "k-create-1.1", "k-create-1.0");
    await tab("Create Order: 1.0 ↔ 1.1");
  });

  it("opens nothing if the versions are the same", async () => {
    await importStore(store());
    await run("compareWithReleased", ids.upToDate);
    await run("compareWith", "k-create-1.0", "k-create-1.0");
    assert.deepEqual(tabs(), []);
  });

  it("compares a release with the one before it, by default the latest release", async () => {
    await importStore(store());
    await run("compareWithPrevious", ids.orderToCash);
    await tab("Order to Cash: 2026-02-01 08:00 UTC ↔ 2026-03-01 08:00 UTC");
  });

  it("rejects what cannot be compared with the reason", async () => {
    await importStore(store());
    await rejects("NotFound", /no-pack/, "compareWithReleased", "no-pack");
    await rejects("NotFound", /no-package/, "compareWith", "k-create-1.0", "no-package");
    await rejects("InvalidRequest", /same component/, "compareWith", "k-create-1.0", "k-api-9");
    await rejects("NotFound", /no-release/, "compareWithPrevious", ids.orderToCash, "no-release");
    await rejects(
      "InvalidRequest",
      /first known release/,
      "compareWithPrevious",
      ids.orderToCash,
      "r-order-1",
    );
    await rejects("InvalidRequest", /no two releases/, "compareWithPrevious", ids.upToDate);
  });

  it("loads only what differs, even for a hundred components that include fifty others each", async () => {
    await importStore(comparedStore({ components: 100, differing: 10, included: 50 }));
    await run("compareWithReleased", "p-compared");
    await document("Included 1 (3 → 4).xml", /Included 1/);
    assert.ok(documents().length < 60, `${documents().length} documents were loaded`);
  });
});

describe("release notes", () => {
  beforeEach(closeAllTabs);
  after(closeAllTabs);

  it("open as a preview of a Markdown document that names no developer", async () => {
    await importStore(store());
    await run("openReleaseNotes", ids.orderToCash, "r-order-2");
    const input = await until("a preview", () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputCustom ? shown : undefined;
    });
    assert.equal(input.viewType, "vscode.markdown.preview.editor");
    const document = await vscode.workspace.openTextDocument(input.uri);
    assert.equal(document.languageId, "markdown");
    const text = document.getText();
    assert.match(text, /^# Release Notes: Order to Cash\n/);
    assert.match(text, /\| Create Order \| 1\.0 \| 1\.1 \| upgrade \|/);
    assert.match(text, /> Faster/);
    assert.doesNotMatch(text, /@/);
  });

  it("describe the scheduled release, else the latest one, else the next one", async () => {
    await importStore(store());
    const copied = async (packId: string) => {
      await run("copyReleaseNotes", packId);
      return vscode.env.clipboard.readText();
    };
    assert.match(await copied(ids.scheduled), /Scheduled for 2096-12-01 \(America\/New\\_York\)/);
    assert.match(await copied(ids.upToDate), /Released 2026-04-01 08:00 UTC \(immediate\)/);
    assert.match(await copied(ids.neverReleased), /Not released yet/);
  });

  it("are rejected for an unknown pack or release", async () => {
    await importStore(store());
    await rejects("NotFound", /no-pack/, "openReleaseNotes", "no-pack");
    await rejects("NotFound", /no-release/, "copyReleaseNotes", ids.orderToCash, "no-release");
  });
});

describe("rolling back", () => {
  beforeEach(closeAllTabs);
  after(closeAllTabs);

  it("opens the wizard for a pack with an earlier release, and rejects a pack without one", async () => {
    await importStore(store());
    await run("rollBack", ids.orderToCash);
    await tab("Release Order to Cash");
    await rejects("InvalidRequest", /no earlier release/, "rollBack", ids.upToDate);
    await rejects("NotFound", /no-release/, "rollBack", ids.orderToCash, "no-release");
    await rejects("NotFound", /no-pack/, "rollBack", "no-pack");
  });
});
