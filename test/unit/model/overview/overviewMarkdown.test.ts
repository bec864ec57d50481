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

  it("has, in this order, link, description, state, releases, further sections and notes", () => {
    const pack = { name: "Orders *x*", description: " First.\nSecond. " };
    const matrix = { columns: [], rows: [] };
    const notes = [{ title: "Last release", changes: [] }];
    const text = overviewMarkdown({
      pack,
      state: ["Never released.", "A *state*."],
      matrix,
      notes,
      link: "vscode://link",
      sections: ["## Accounts"],
    });
    const sections = [
      "# Orders \\*x\\*",
      "Open in VS Code: <vscode://link>",
      "First.\\\nSecond.",
      "- Never released.\n- A \\*state\\*.",
      "This pack has not been released yet.",
      "## Accounts",
      "## Last release",
    ];
    assert.ok(text.startsWith(`${sections.join("\n\n")}\n\n`), text);
  });

  it("shows the table of releases where there is one", () => {
    const text = overviewOf(component("a", { currentVersion: "1" }));
    assert.match(text, /^# Orders\n\n## Releases\n\n\| Component \|/);
    assert.doesNotMatch(text, /not been released/);
  });
});
