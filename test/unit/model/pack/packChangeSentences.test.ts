import assert from "node:assert/strict";
import { describePackChanges } from "../../../../src/model/pack/describePackChanges.ts";
import type { IntegrationPack, PackComponent, UnsettledRelease } from "../../../../src/model/pack/pack.ts";
import type { ScheduledRelease } from "../../../../src/model/schedule/scheduledRelease.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const pack = packOf(component("a", { currentVersion: "1" }));

/** Tests the sentences for one kind of change between two readings of a pack. */
function describesChanges<State>(
  withState: (state: State) => IntegrationPack,
  cases: readonly [why: string, before: State, after: State, sentences: readonly string[]][],
): void {
  for (const [why, before, after, sentences] of cases) {
    it(`say that it ${why}`, () => {
      assert.deepEqual(describePackChanges(withState(before), withState(after)), sentences);
    });
  }
}

describe("the sentences about a component that changed", () => {
  const base = { currentVersion: "1", pendingVersion: "", deleted: false };
  describesChanges(
    (differences: Partial<PackComponent>) => packOf(component("a", { ...base, ...differences })),
    [
      ["stayed as it was", {}, { latestVersion: "2", componentName: "Renamed" }, []],
      [
        "was released again",
        {},
        { currentVersion: "2" },
        ['"The a" was released: version "2" instead of "1".'],
      ],
      ["was released first", { currentVersion: "" }, {}, ['"The a" was released in version "1".']],
      ["is no longer released", {}, { currentVersion: "" }, ['"The a" is no longer released.']],
      ["was marked", {}, { deleted: true }, ['"The a" was marked Deleted.']],
      ["is no longer marked", { deleted: true }, {}, ['"The a" is no longer marked Deleted.']],
      ["has a pending version", {}, { pendingVersion: "2" }, ['"The a" now has the pending version "2".']],
      ["has none any longer", { pendingVersion: "2" }, {}, ['"The a" no longer has a pending version.']],
      [
        "changed in several ways",
        {},
        { currentVersion: "2", deleted: true, pendingVersion: "3" },
        [
          '"The a" was released: version "2" instead of "1".',
          '"The a" was marked Deleted.',
          '"The a" now has the pending version "3".',
        ],
      ],
    ],
  );

  describesChanges(
    (componentIds: readonly string[]) => packOf(...componentIds.map((componentId) => component(componentId))),
    [
      ["came into the pack", ["a"], ["a", "b"], ['"The b" was added to the pack.']],
      ["left the pack", ["a", "b"], ["b"], ['"The a" left the pack.']],
    ],
  );
});

describe("the sentences about a scheduled release that changed", () => {
  const other = { date: "2026-12-25" };
  const unknown = { state: "unknown" } as const;
  describesChanges(
    (scheduled: Partial<ScheduledRelease> | undefined) =>
      scheduled ? { ...pack, scheduled: scheduledRelease({ versions: { a: "1" }, ...scheduled }) } : pack,
    [
      ["is new", undefined, {}, ["A release was scheduled for 2026-12-24 (America/New_York)."]],
      [
        "is new and may not have arrived",
        undefined,
        unknown,
        ["It is not known whether a release is scheduled for 2026-12-24 (America/New_York)."],
      ],
      ["is gone", {}, undefined, ["The release is no longer scheduled for 2026-12-24."]],
      [
        "has another date",
        {},
        other,
        ["The scheduled release was moved from 2026-12-24 to 2026-12-25 (America/New_York)."],
      ],
      [
        "has another zone",
        {},
        { timeZone: "UTC" },
        ["The scheduled release was moved from 2026-12-24 to 2026-12-24 (UTC)."],
      ],
      [
        "may have another date",
        {},
        { ...other, ...unknown },
        [
          "It is not known whether the scheduled release was moved from 2026-12-24 to 2026-12-25 (America/New_York).",
        ],
      ],
      [
        "has other versions",
        {},
        { versions: { a: "2" } },
        ["The versions of the scheduled release were changed."],
      ],
      ["stayed as it was", {}, { scheduledBy: "another@example.com" }, []],
    ],
  );
});

describe("the sentences about a release whose end was not known", () => {
  const running: UnsettledRelease = {
    attemptId: "t-1",
    state: "running",
    sentAt: "2026-11-01T00:00:00Z",
    sentBy: "dev@example.com",
  };
  const unknown: UnsettledRelease = { ...running, state: "unknown" };
  const runs = "A release that was sent by dev@example.com is running.";
  describesChanges(
    (unsettled: UnsettledRelease | undefined) => (unsettled ? { ...pack, unsettled } : pack),
    [
      ["is running", undefined, running, [runs]],
      ["is another one", running, { ...running, attemptId: "t-2" }, [runs]],
      [
        "is unknown",
        running,
        unknown,
        ["The outcome of a release that was sent by dev@example.com is unknown."],
      ],
      ["is known", unknown, undefined, ["The outcome of the release that was sent before is known now."]],
      ["stayed as it was", running, running, []],
    ],
  );
});
