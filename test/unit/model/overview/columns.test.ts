import assert from "node:assert/strict";
import { columnKey } from "../../../../src/model/overview/columnKey.ts";
import { columnVersions } from "../../../../src/model/overview/columnVersions.ts";
import type { MatrixCell } from "../../../../src/model/overview/releaseMatrix.ts";

describe("a column of the release matrix", () => {
  it("has the id of its release, or its kind, as key", () => {
    const release = { releasedAt: "2026-03-01T08:00:00Z", releasedBy: "", trigger: "immediate" } as const;
    assert.equal(columnKey({ kind: "released", releaseId: "current", ...release }), "release current");
    assert.equal(columnKey({ kind: "current" }), "current");
    assert.equal(columnKey({ kind: "pending" }), "pending");
  });

  it("has the versions of the components that are in it", () => {
    const cell = (version: string): MatrixCell => ({ version, change: "unknown" });
    const row = (componentId: string, ...versions: readonly string[]) => ({
      componentId,
      componentName: componentId,
      cells: versions.map(cell),
    });
    const matrix = {
      columns: [{ kind: "current" }, { kind: "pending" }] as const,
      rows: [row("a", "1", "2"), row("b", "", "1"), row("c", "1", "")],
    };
    assert.deepEqual(columnVersions(matrix, 0), { a: "1", c: "1" });
    assert.deepEqual(columnVersions(matrix, 1), { a: "2", b: "1" });
    assert.deepEqual(columnVersions(matrix, 2), {});
  });
});
