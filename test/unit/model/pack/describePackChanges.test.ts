import assert from "node:assert/strict";
import fc from "fast-check";
import { describePackChanges } from "../../../../src/model/pack/describePackChanges.ts";
import type { IntegrationPack, PackComponent, UnsettledRelease } from "../../../../src/model/pack/pack.ts";
import { packFingerprint } from "../../../../src/model/release/packFingerprint.ts";
import type { ComponentVersions } from "../../../../src/model/release/release.ts";
import type { ScheduledRelease } from "../../../../src/model/schedule/scheduledRelease.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const components: fc.Arbitrary<PackComponent[]> = fc.uniqueArray(
  fc.record({
    componentId: fc.constantFrom("a", "b", "c"),
    componentName: fc.constant("Create Order"),
    componentType: fc.constant("process" as const),
    currentVersion: fc.constantFrom("", "1.0", "1.1"),
    pendingVersion: fc.constantFrom("", "1.1"),
    latestVersion: fc.constantFrom("", "1.2"),
    deleted: fc.boolean(),
  }),
  { selector: ({ componentId }) => componentId },
);

const schedules: fc.Arbitrary<ScheduledRelease> = fc
  .record({
    date: fc.constantFrom("2026-12-01", "2026-12-02"),
    timeZone: fc.constantFrom("Europe/Berlin", "Asia/Tokyo"),
    versions: fc.constantFrom<ComponentVersions[]>({ a: "1.0" }, { a: "1.1" }, { a: "1.0", b: "1.0" }),
  })
  .map((choice) => ({
    ...choice,
    windowStart: "2026-12-01T00:00:00Z",
    windowEnd: "2026-12-01T01:00:00Z",
    state: "scheduled",
    scheduledBy: "dev@example.com",
    scheduledAt: "2026-11-01T00:00:00Z",
  }));

const unsettledReleases: fc.Arbitrary<UnsettledRelease> = fc.record({
  attemptId: fc.constantFrom("t-1", "t-2"),
  state: fc.constantFrom<UnsettledRelease["state"][]>("running", "unknown"),
  sentAt: fc.constant("2026-11-01T00:00:00Z"),
  sentBy: fc.constant("dev@example.com"),
});

const packs: fc.Arbitrary<IntegrationPack> = fc
  .record({ components, scheduled: fc.option(schedules), unsettled: fc.option(unsettledReleases) })
  .map(({ components, scheduled, unsettled }) => ({
    packId: "p",
    name: "Order to Cash",
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components,
    ...(scheduled && { scheduled }),
    ...(unsettled && { unsettled }),
  }));

describe("the description of changes in a pack", () => {
  it("is empty only if the fingerprint is the same", () => {
    fc.assert(
      fc.property(packs, packs, (before, after) => {
        const isSame = packFingerprint(before) === packFingerprint(after);
        assert.equal(describePackChanges(before, after).length === 0, isSame);
      }),
    );
  });

  it("says for each component whether it was released, and in which version instead of which", () => {
    const pairs = [
      ["", "1.0", '"Create Order" was released in version "1.0".'],
      ["1.0", "2.0", '"Create Order" was released: version "2.0" instead of "1.0".'],
      ["1.0", "", '"Create Order" is no longer released.'],
    ] as const;
    for (const [before, after, sentence] of pairs) {
      const withCurrent = (currentVersion: string) =>
        packOf(component("a", { componentName: "Create Order", currentVersion }));
      assert.deepEqual(describePackChanges(withCurrent(before), withCurrent(after)), [sentence]);
    }
  });

  it("does not say that a release is scheduled whose outcome is unknown (rule 12)", () => {
    fc.assert(
      fc.property(packs, packs, schedules, (before, after, scheduled) => {
        const texts = describePackChanges(before, {
          ...after,
          scheduled: { ...scheduled, state: "unknown" },
        });
        for (const text of texts)
          assert.doesNotMatch(text, /^A release was scheduled|^The scheduled release was moved/);
      }),
    );
  });
});
