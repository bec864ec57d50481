import assert from "node:assert/strict";
import fc from "fast-check";
import type { IntegrationPack } from "../../../../src/model/pack/pack.ts";
import { packFingerprint } from "../../../../src/model/release/packFingerprint.ts";
import { arbitraryPack, component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

describe("the fingerprint of a pack", () => {
  const base = component("a", { currentVersion: "1" });

  it("does not depend on the order of components, names, or latest versions", () =>
    fc.assert(
      fc.property(arbitraryPack, fc.constantFrom("", "1", "2"), (pack, latestVersion) => {
        const components = [...pack.components]
          .reverse()
          .map((each) => ({ ...each, componentName: "Another", latestVersion }));
        const other = { ...pack, name: "Another", description: "Another", components };
        assert.equal(packFingerprint(other), packFingerprint(pack));
      }),
    ));

  it("depends on everything that a user confirms", () => {
    const schedule = {
      date: "2026-12-01",
      timeZone: "UTC",
      windowStart: "",
      windowEnd: "",
      state: "scheduled",
      scheduledBy: "",
      scheduledAt: "",
      versions: { a: "1" },
    } as const;
    const unsettled = { attemptId: "t-1", state: "running", sentAt: "", sentBy: "" } as const;
    const packs: IntegrationPack[] = [
      packOf(base),
      packOf({ ...base, currentVersion: "2" }),
      packOf({ ...base, pendingVersion: "1" }),
      packOf({ ...base, deleted: true }),
      packOf(),
      packOf(base, component("b")),
      { ...packOf(base), packId: "other" },
      { ...packOf(base), scheduled: schedule },
      { ...packOf(base), scheduled: { ...schedule, date: "2026-12-02" } },
      { ...packOf(base), scheduled: { ...schedule, timeZone: "Asia/Tokyo" } },
      { ...packOf(base), scheduled: { ...schedule, versions: { a: "2" } } },
      { ...packOf(base), unsettled },
      { ...packOf(base), unsettled: { ...unsettled, attemptId: "t-2" } },
      { ...packOf(base), unsettled: { ...unsettled, state: "unknown" } },
    ];
    assert.equal(new Set(packs.map(packFingerprint)).size, packs.length);
  });
});
