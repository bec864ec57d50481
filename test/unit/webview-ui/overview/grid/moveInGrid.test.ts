import assert from "node:assert/strict";
import { moveInGrid, type GridPosition } from "../../../../../webview-ui/overview/grid/gridPosition.ts";
import { visibleRange } from "../../../../../webview-ui/overview/grid/gridViewport.ts";

const size = { rows: 100, columns: 200 };
const from = { row: 5, column: 7 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
const move = (name: string, position: GridPosition = from, ctrlKey = false) =>
  moveInGrid(position, key(name, ctrlKey), size, 10);

describe("keys in the grid of releases", () => {
  it("move by one cell, by a page, and to the ends", () => {
    assert.deepEqual(move("ArrowUp"), { row: 4, column: 7 });
    assert.deepEqual(move("ArrowDown"), { row: 6, column: 7 });
    assert.deepEqual(move("ArrowLeft"), { row: 5, column: 6 });
    assert.deepEqual(move("ArrowRight"), { row: 5, column: 8 });
    assert.deepEqual(move("PageDown"), { row: 15, column: 7 });
    assert.deepEqual(move("Home"), { row: 5, column: -1 });
    assert.deepEqual(move("End"), { row: 5, column: 199 });
    assert.deepEqual(move("Home", from, true), { row: -1, column: -1 });
    assert.deepEqual(move("End", from, true), { row: 99, column: 199 });
  });

  it("stop at the header, at the names, and at the last cell", () => {
    assert.deepEqual(move("PageUp"), { row: -1, column: 7 });
    assert.deepEqual(move("ArrowUp", { row: -1, column: 0 }), { row: -1, column: 0 });
    assert.deepEqual(move("ArrowLeft", { row: 0, column: -1 }), { row: 0, column: -1 });
    assert.deepEqual(move("ArrowRight", { row: 0, column: 199 }), { row: 0, column: 199 });
    assert.deepEqual(move("PageDown", { row: 95, column: 0 }), { row: 99, column: 0 });
  });

  it("that do not move are left to others", () => {
    assert.equal(move("Tab"), undefined);
    assert.equal(move("a"), undefined);
  });
});

describe("the rows and columns in view", () => {
  it("are rendered with some around them, and no others", () => {
    assert.deepEqual(visibleRange(1000, 300, 100, 200), { first: 7, end: 16 });
    assert.deepEqual(visibleRange(0, 300, 100, 200), { first: 0, end: 6 });
    assert.deepEqual(visibleRange(19_700, 300, 100, 200), { first: 194, end: 200 });
  });

  it("are all of a few, and none of none", () => {
    assert.deepEqual(visibleRange(0, 300, 100, 2), { first: 0, end: 2 });
    assert.deepEqual(visibleRange(0, 300, 100, 0), { first: 0, end: 0 });
    assert.deepEqual(visibleRange(900, 300, 100, 2), { first: 2, end: 2 });
  });
});
