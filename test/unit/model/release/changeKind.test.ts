import assert from "node:assert/strict";
import { changeKind, type ChangeKind } from "../../../../src/model/release/changeKind.ts";

describe("the change of a component between two versions", () => {
  const older = { createdDate: "2026-01-01T00:00:00Z", componentVersion: 1 };
  const newer = { createdDate: "2026-02-01T00:00:00Z", componentVersion: 2 };
  type Dated = typeof older | undefined;
  const cases: readonly [why: string, from: string, to: string, before: Dated, after: Dated, ChangeKind][] = [
    ["has the same text", "1", "1", older, newer, "unchanged"],
    ["is in neither release", "", "", undefined, undefined, "unchanged"],
    ["was not there before", "", "1", undefined, older, "new"],
    ["is no longer there", "1", "", older, undefined, "removed"],
    ["is newer", "1", "2", older, newer, "upgrade"],
    ["is older", "2", "1", newer, older, "rollBack"],
    ["is as old", "1", "2", older, older, "upgrade"],
    ["is not known", "2", "1", newer, undefined, "upgrade"],
    ["follows one that is not known", "2", "1", undefined, older, "upgrade"],
  ];
  for (const [why, from, to, before, after, kind] of cases) {
    it(`is "${kind}" where the version ${why}`, () => {
      assert.equal(changeKind(from, to, before, after), kind);
    });
  }
});
