import assert from "node:assert/strict";
import { describeRolloutBefore, rolloutBefore } from "../../../../src/model/installation/rolloutBefore.ts";

describe("what accounts had before the last release", () => {
  it("is counted by state, for the accounts that have the pack now", () => {
    const accounts = [
      { state: "current", stateBefore: "behind" },
      { state: "current", stateBefore: "current" },
      { state: "behind", stateBefore: "current" },
      { state: "current" },
      { state: "notInstalled" },
    ] as const;
    assert.deepEqual(
      rolloutBefore(accounts).map(([state, { length }]) => [state, length]),
      [
        ["current", 2],
        ["behind", 1],
        ["unknown", 1],
      ],
    );
    assert.equal(
      describeRolloutBefore(accounts, false),
      "Before the last release: 2 current, 1 behind, 1 unknown.",
    );
  });

  it("is said to be unknown where no account has it on record, with the reason", () => {
    const accounts = [{ state: "current" }, { state: "notInstalled" }] as const;
    assert.deepEqual(rolloutBefore(accounts), []);
    assert.match(describeRolloutBefore(accounts, false), /was not recorded/);
    assert.match(describeRolloutBefore([{ state: "installed" }], true), /Boomi does not report/);
  });

  it("is left out where no account has the pack", () => {
    assert.equal(describeRolloutBefore([{ state: "notInstalled" }], false), "");
  });
});
