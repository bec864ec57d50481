import assert from "node:assert/strict";
import { compactMatrix, wholeMatrix } from "../../../../src/model/overview/compactMatrix.ts";
import type { ReleaseMatrix } from "../../../../src/model/overview/releaseMatrix.ts";

const matrix: ReleaseMatrix = {
  columns: [{ kind: "current" }, { kind: "pending" }],
  rows: [
    {
      componentId: "a",
      componentName: "A",
      cells: [
        { version: "1", change: "unknown" },
        { version: "2", change: "upgrade" },
      ],
    },
    {
      componentId: "b",
      componentName: "B",
      cells: [
        { version: "2", change: "upgrade" },
        { version: "", change: "removed" },
      ],
    },
    {
      componentId: "c",
      componentName: "C",
      cells: [
        { version: "2", change: "rollBack" },
        { version: "", change: "absent" },
      ],
    },
  ],
};

describe("the compact matrix", () => {
  it("becomes the same matrix again", () => {
    const sent: unknown = JSON.parse(JSON.stringify(compactMatrix(matrix)));
    assert.deepEqual(sent, compactMatrix(matrix));
    assert.deepEqual(wholeMatrix(compactMatrix(matrix)), matrix);
  });

  it("has each different cell once", () => {
    assert.deepEqual(
      compactMatrix(matrix).rows.map(({ cells }) => cells),
      [
        [0, 1],
        [1, 2],
        [3, 4],
      ],
    );
  });

  it("is less than a fifth as long for many releases", () => {
    const cells = Array.from({ length: 200 }, (_, at) => ({
      version: `1.${at % 3}`,
      change: "upgrade" as const,
    }));
    const rows = Array.from({ length: 100 }, (_, row) => ({
      componentId: `c-${row}`,
      componentName: `C ${row}`,
      cells,
    }));
    const long: ReleaseMatrix = { columns: [], rows };
    assert.ok(JSON.stringify(compactMatrix(long)).length < JSON.stringify(long).length / 5);
  });
});
