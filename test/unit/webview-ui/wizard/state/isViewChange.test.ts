import assert from "node:assert/strict";
import { isViewChange } from "../../../../../webview-ui/wizard/state/isViewChange.ts";
import { changePack, changeShared, emptyPage } from "../../../../../webview-ui/wizard/state/pageState.ts";
import { wholeTable } from "../../../../../webview-ui/wizard/versions/tableView.ts";

describe("a change of the wizard's state", () => {
  const searched = changeShared(emptyPage, (shared) => ({ ...shared, view: { ...wholeTable, search: "a" } }));

  it("is one of the view alone after a search", () => {
    assert.equal(isViewChange(emptyPage.stored, searched.stored), true);
    const again = changeShared(searched, (shared) => ({ ...shared, view: { ...wholeTable, search: "ab" } }));
    assert.equal(isViewChange(searched.stored, again.stored), true);
  });

  it("is another one where something else changes, too, or nothing", () => {
    const dated = changeShared(searched, (shared) => ({ ...shared, date: "2027-01-01" }));
    assert.equal(isViewChange(emptyPage.stored, dated.stored), false);
    const picked = changePack(searched, 0, (before) => ({
      ...before,
      stored: { ...before.stored, picked: { a: "1" } },
    }));
    assert.equal(isViewChange(emptyPage.stored, picked.stored), false);
    assert.equal(isViewChange(searched.stored, searched.stored), false);
  });
});
