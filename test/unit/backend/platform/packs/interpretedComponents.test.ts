import assert from "node:assert/strict";
import {
  LeavingComponents,
  type ComponentRow,
} from "../../../../../src/backend/platform/packs/leavingComponents.ts";

const row = (componentId: string, changes: Partial<ComponentRow> = {}): ComponentRow => ({
  componentId,
  componentName: componentId,
  componentType: "process",
  currentVersion: "1",
  pendingVersion: "",
  latestVersion: "",
  deleted: true,
  ...changes,
});
const marked = row;
const unmarked = (componentId: string) => row(componentId, { deleted: false });

/** The ids of the components that leave, and whether that is clear. */
function interpret(components: LeavingComponents, rows: readonly ComponentRow[], packId = "p") {
  const interpreted = components.interpret(packId, rows);
  const leaving = interpreted.components.filter(({ deleted }) => deleted);
  return [leaving.map(({ componentId }) => componentId).join(), interpreted.isClear];
}

/** Components of an account in which one was seen without the mark. */
function withUsedMarks(): LeavingComponents {
  const components = new LeavingComponents();
  components.observe([marked("x"), unmarked("y")]);
  return components;
}

describe("whether the mark says something", () => {
  it("is so once any component was seen that the platform says is not marked", () => {
    const components = new LeavingComponents();
    assert.equal(components.isMarkUsed, false);
    components.observe([marked("a"), row("b", { deleted: undefined })]);
    assert.equal(components.isMarkUsed, false);
    components.observe([marked("a"), unmarked("b")]);
    components.observe([marked("a")]);
    assert.equal(components.isMarkUsed, true);
  });
});

describe("which components leave", () => {
  it("is clear where none is marked and without a pending version", () => {
    const rows = [unmarked("a"), row("b", { pendingVersion: "2" }), row("c", { deleted: undefined })];
    assert.deepEqual(interpret(new LeavingComponents(), rows), ["", true]);
  });

  it("is what is marked, and not clear, where nothing is known", () => {
    const rows = [marked("a"), unmarked("b")];
    assert.deepEqual(interpret(new LeavingComponents(), rows), ["a", false]);
  });

  it("is what is marked in an account that uses marks, unless all of a pack seem to leave", () => {
    assert.deepEqual(interpret(withUsedMarks(), [marked("a"), unmarked("b")]), ["a", true]);
    assert.deepEqual(interpret(withUsedMarks(), [marked("a"), marked("b")]), ["a,b", false]);
  });

  it("is clear for all of a pack once all of them were removed from here", () => {
    const components = withUsedMarks();
    components.remember("p", ["b"], ["a"]);
    assert.deepEqual(interpret(components, [marked("a"), marked("b")]), ["a,b", false]);
    components.remember("p", [], ["a", "b"]);
    assert.deepEqual(interpret(components, [marked("a"), marked("b")]), ["a,b", true]);
    assert.deepEqual(interpret(components, [marked("a"), marked("b")], "q"), ["a,b", false]);
  });

  it("is what was done here in an account that marks all, as long as it is known of each marked one", () => {
    const components = new LeavingComponents();
    components.remember("p", ["a"], ["b"]);
    assert.deepEqual(interpret(components, [marked("a"), marked("b")]), ["b", true]);
    assert.deepEqual(interpret(components, [marked("a")]), ["", true]);
    assert.deepEqual(interpret(components, [marked("a"), marked("b"), marked("c")]), ["a,b,c", false]);
    assert.deepEqual(interpret(components, [marked("a"), unmarked("c")]), ["", true]);
  });

  it("is what a person says, of exactly that state of the pack", () => {
    const rows = [marked("a"), marked("b")];
    for (const components of [new LeavingComponents(), withUsedMarks()]) {
      components.confirm("p", rows, ["b"]);
      assert.deepEqual(interpret(components, rows), ["b", true]);
      assert.deepEqual(interpret(components, rows.toReversed()), ["b", true]);
      assert.deepEqual(interpret(components, rows, "q"), ["a,b", false]);
    }
  });

  it("is not what a person says of another state, in an account that uses marks", () => {
    const components = withUsedMarks();
    components.confirm("p", [marked("a"), marked("b")], ["b"]);
    for (const other of [row("a", { currentVersion: "2" }), marked("c")]) {
      assert.deepEqual(interpret(components, [other, marked("b")]), [`${other.componentId},b`, false]);
    }
  });

  it("is what a person says of the same components, in an account that marks all", () => {
    const components = new LeavingComponents();
    components.confirm("p", [marked("a"), marked("b")], ["b"]);
    assert.deepEqual(interpret(components, [row("a", { currentVersion: "2" }), marked("b")]), ["b", true]);
    assert.deepEqual(interpret(components, [marked("a"), marked("b"), marked("c")]), ["a,b,c", false]);
  });

  it("is what was done here after a person said something else", () => {
    const components = new LeavingComponents();
    const rows = [marked("a"), marked("b")];
    components.confirm("p", rows, ["b"]);
    components.remember("p", ["a", "b"], []);
    assert.deepEqual(interpret(components, rows), ["", true]);
  });
});
