import assert from "node:assert/strict";
import { overviewMarkdown } from "../../../../src/model/overview/overviewMarkdown.ts";
import { releaseMatrix, type MatrixBasis } from "../../../../src/model/overview/releaseMatrix.ts";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

describe("the overview as Markdown", () => {
  const overviewOf = (...components: readonly PackComponent[]) => {
    const pack = { ...packOf(...components), name: "Orders", description: "" };
    const basis: MatrixBasis = { history: [], isHistoryLimited: false, preselected: {}, known: new Map() };
    const matrix = releaseMatrix(pack, basis);
    return overviewMarkdown({ pack, state: [], matrix, notes: [], sections: [] });
  };

  it("says that the pack has not been released yet where there is no release to show", () => {
    assert.equal(overviewOf(), "# Orders\n\nThis pack has not been released yet.\n");
  });

  it("shows the table of releases where there is one", () => {
    const text = overviewOf(component("a", { currentVersion: "1" }));
    assert.match(text, /^# Orders\n\n## Releases\n\n\| Component \|/);
    assert.doesNotMatch(text, /not been released/);
  });
});
