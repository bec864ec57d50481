import assert from "node:assert/strict";
import { chosenChanges } from "../../../../../webview-ui/wizard/state/chosenChanges.ts";
import { pickVersion } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import {
  changePack,
  initialPage,
  packView,
  type PageState,
} from "../../../../../webview-ui/wizard/state/pageState.ts";
import { awaitsVersions, toScheduleStep } from "../../../../../webview-ui/wizard/state/preselection.ts";
import { receivePage } from "../../../../../webview-ui/wizard/state/receive/receivePage.ts";
import { savedPage, shownVersions } from "../../../../../webview-ui/wizard/state/seenVersions.ts";
import {
  component,
  packMessage,
  packOf,
  start,
  version,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

const versions = [
  version("1.1", { createdDate: "2026-03-01T00:00:00Z" }),
  version("1.0", { createdDate: "2026-02-01T00:00:00Z" }),
  version("0.9", { createdDate: "2026-01-01T00:00:00Z", branchName: "hotfix" }),
  version("0.8", { createdDate: "2025-12-01T00:00:00Z" }),
];

/** A new page with one pack, whose versions are not read yet. */
const unread = [start(), packMessage(packOf([component("a")]))].reduce(receivePage, initialPage(undefined));

/** The second step with a roll-back to version 0.9. */
const rollingBack = changePack(receivePage(unread, versionsMessage(versions)), 0, ({ stored, received }) => ({
  stored: toScheduleStep(pickVersion(stored, "a", "0.9")),
  received,
}));

const reloaded = (page: PageState) => initialPage(structuredClone(savedPage(page)));

const texts = (page: PageState) =>
  shownVersions(page.received)?.["a"]?.map(({ packageVersion }) => packageVersion);

describe("a wizard's page that is loaded again", () => {
  it("shows a roll-back as one before the versions are read again", () => {
    const page = reloaded(rollingBack);
    assert.equal(page.received.versions, undefined);
    assert.deepEqual(chosenChanges(packView(page, 0)), chosenChanges(packView(rollingBack, 0)));
    assert.equal(chosenChanges(packView(page, 0))[0]?.kind, "rollBack");
  });

  it("shows the versions of its rows as before, and no others", () => {
    assert.deepEqual(texts(reloaded(rollingBack)), ["1.1", "1.0", "0.9"]);
  });

  it("shows them also after a second reload before the versions are read", () => {
    assert.deepEqual(texts(reloaded(reloaded(rollingBack))), ["1.1", "1.0", "0.9"]);
  });

  it("waits for the versions before it lets the user go on", () => {
    const page = reloaded(rollingBack);
    assert.equal(awaitsVersions(packView(page, 0)), true);
    const read = receivePage(page, versionsMessage(versions));
    assert.equal(awaitsVersions(packView(read, 0)), false);
    assert.deepEqual(texts(read), ["1.1", "1.0", "0.9", "0.8"]);
  });

  it("goes by what is read then: a chosen version that was deleted since cannot be released", () => {
    const left = versions.filter(({ packageVersion }) => packageVersion !== "0.9");
    const read = receivePage(reloaded(rollingBack), versionsMessage(left));
    assert.deepEqual(packView(read, 0).stored.unavailable, { a: "0.9" });
  });

  it("stores no versions that it never read, and none of a component that it does not show", () => {
    assert.equal("seenVersions" in savedPage(unread), false);
    const other = receivePage(unread, { type: "versions", versions: { b: versions } });
    assert.deepEqual(savedPage(other).seenVersions, { a: [] });
  });
});
