import assert from "node:assert/strict";
import { matrixCsv, matrixMarkdown } from "../../../../src/model/overview/matrixDocuments.ts";
import { releaseMatrix, type MatrixBasis } from "../../../../src/model/overview/releaseMatrix.ts";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import type { ComponentVersions, Release } from "../../../../src/model/release/release.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";
import { packagedVersion } from "../../../support/fixtures/packagedVersion.ts";
import { component, findVersion, packOf, versionTexts } from "../../../support/arbitrary/arbitraryPack.ts";

const known = new Map(
  ["a", "b", "gone"].map((componentId) => [
    componentId,
    versionTexts.map((text) => findVersion(componentId, text)).filter((found) => found !== undefined),
  ]),
);

const release = (day: number, versions: ComponentVersions): Release => ({
  releaseId: `r-${day}`,
  releasedAt: `2026-03-0${day}T08:00:00Z`,
  releasedBy: "lead@example.com",
  trigger: "immediate",
  versions,
});

const basisOf = (history: readonly Release[], more: Partial<MatrixBasis> = {}): MatrixBasis => ({
  history,
  isHistoryLimited: false,
  preselected: {},
  known,
  ...more,
});

function packWith(components: readonly PackComponent[], scheduled?: ComponentVersions) {
  const pack = packOf(...components);
  return scheduled ? { ...pack, scheduled: { ...scheduledRelease(), versions: scheduled } } : pack;
}

/** The cells of each row as texts such as "2 upgrade". */
function cells(
  components: readonly PackComponent[],
  basis: MatrixBasis,
  scheduled?: ComponentVersions,
): Record<string, string[]> {
  return Object.fromEntries(
    releaseMatrix(packWith(components, scheduled), basis).rows.map((row) => [
      row.componentName,
      row.cells.map(({ version, change }) => `${version} ${change}`.trim()),
    ]),
  );
}

describe("the release matrix", () => {
  const upToDate = [component("a", { currentVersion: "1" }), component("b", { currentVersion: "2" })];
  const history = [
    release(3, { a: "1", b: "2" }),
    release(2, { a: "2", gone: "1" }),
    release(1, { a: "1", gone: "1" }),
  ];

  it("says of each release, oldest first, what it did to each component", () => {
    assert.deepEqual(cells(upToDate, basisOf(history)), {
      "The a": ["1 new", "2 upgrade", "1 rollBack"],
      "The b": ["absent", "absent", "2 new"],
      gone: ["1 new", "1 unchanged", "removed"],
    });
  });

  it("does not call the first known release new where earlier ones are not known", () => {
    const rows = cells(upToDate, basisOf(history, { isHistoryLimited: true }));
    assert.deepEqual([rows["The a"]?.[0], rows["The b"]?.[0]], ["1 unknown", "absent"]);
  });

  it("has a column for each release with its date, person, trigger and plan, and names components that left", () => {
    const plan = { planHash: "sha256:1", name: "March" };
    const planned = { ...release(2, { gone: "1" }), trigger: "late" as const, plan };
    const gone = [packagedVersion("gone", "Old Process", "1", "2026-01-01T00:00:00Z")];
    const basis = basisOf([planned, release(1, { gone: "1" })], { known: new Map([["gone", gone]]) });
    const { columns, rows } = releaseMatrix(packOf(), basis);
    const { versions: _, ...first } = release(1, {});
    const { versions: __, ...second } = planned;
    assert.deepEqual(columns.slice(0, 2), [
      { kind: "released", ...first },
      { kind: "released", ...second },
    ]);
    assert.deepEqual(
      rows.map(({ componentId, componentName }) => [componentId, componentName]),
      [["gone", "Old Process"]],
    );
  });

  it("shows the current versions where they come from a release that is not known", () => {
    const released = packOf(component("a", { currentVersion: "2" }));
    const matrix = releaseMatrix(released, basisOf([]));
    assert.deepEqual(matrix.columns, [{ kind: "current" }]);
    assert.deepEqual(matrix.rows[0]?.cells, [{ version: "2", change: "unknown" }]);
    const later = releaseMatrix(released, basisOf([release(1, { a: "1" })]));
    assert.deepEqual(later.columns.at(-1), { kind: "current" });
    assert.deepEqual(later.rows[0]?.cells.at(-1), { version: "2", change: "upgrade" });
  });

  it("ends with the scheduled and the next release, both compared with the current versions", () => {
    const components = [
      component("a", { currentVersion: "1", latestVersion: "3" }),
      component("b", { latestVersion: "2" }),
      component("gone", { currentVersion: "1", deleted: true }),
    ];
    const basis = basisOf([release(1, { a: "1", gone: "1" })], { preselected: { a: "3", b: "2" } });
    assert.deepEqual(cells(components, basis, { a: "2" }), {
      "The a": ["1 new", "2 upgrade", "3 upgrade"],
      "The b": ["absent", "absent", "2 new"],
      "The gone": ["1 new", "removed", "removed"],
    });
  });

  it("has no column for a next release that would change nothing, or is scheduled already", () => {
    const basis = basisOf([release(1, { a: "1" })], { preselected: { a: "2" } });
    const kinds = (one: PackComponent, scheduled?: ComponentVersions) =>
      releaseMatrix(packWith([one], scheduled), basis).columns.map(({ kind }) => kind);
    const releasable = component("a", { currentVersion: "1", latestVersion: "2" });
    assert.deepEqual(kinds(component("a", { currentVersion: "1" })), ["released"]);
    assert.deepEqual(kinds(releasable), ["released", "pending"]);
    assert.deepEqual(kinds(releasable, { a: "2" }), ["released", "scheduled"]);
  });

  it("is empty for an empty pack", () => {
    assert.deepEqual(releaseMatrix(packOf(), basisOf([])), { columns: [], rows: [] });
  });

  it("is a Markdown table in which names are text", () => {
    const hostile = component("a", { currentVersion: "1", componentName: "a | b <img>" });
    const matrix = releaseMatrix(packOf(hostile, component("b", { currentVersion: "2" })), basisOf(history));
    assert.equal(
      matrixMarkdown(matrix),
      [
        "| Component | 2026-03-01 08:00 UTC | 2026-03-02 08:00 UTC | 2026-03-03 08:00 UTC |",
        "| --- | --- | --- | --- |",
        "| a \\| b \\<img\\> | 1 (new) | 2 (upgrade) | 1 (roll-back) |",
        "| The b | – | – | 2 (new) |",
        "| gone | 1 (new) | 1 | removed |",
      ].join("\n"),
    );
  });

  it("leaves the oldest of many releases out of the Markdown table, and says so", () => {
    const many = Array.from({ length: 9 }, (_, at) => release(9 - at, { a: "1", b: "2" }));
    const markdown = matrixMarkdown(releaseMatrix(packOf(...upToDate), basisOf(many)));
    assert.match(markdown, /\| Component \| 2026-03-02/);
    assert.match(markdown, /\n\n1 earlier release is not shown\.$/);
  });

  it("is a table for spreadsheets, with ids and changes", () => {
    const matrix = releaseMatrix(packOf(...upToDate), basisOf(history.slice(0, 1)));
    assert.equal(
      matrixCsv(matrix),
      "\uFEFFComponent,Component ID,2026-03-03 08:00 UTC,2026-03-03 08:00 UTC: change\r\nThe a,a,1,new\r\nThe b,b,2,new\r\n",
    );
  });
});
