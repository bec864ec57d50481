import assert from "node:assert/strict";
import { draftFromRequest, releasablePacks, type DraftBasis } from "../../../src/backend/draftFromRequest.ts";
import { component, packOf } from "../../support/arbitrary/arbitraryPack.ts";
import { packagedVersion } from "../../support/fixtures/packagedVersion.ts";
import { throwsWith } from "../../support/rejectsWith.ts";
import { withSystemZone } from "../../support/time/withSystemZone.ts";

const pack = packOf(component("a", { latestVersion: "1" }));
const upToDate = { ...packOf(component("a", { currentVersion: "1" })), packId: "quiet" };
const platform = { backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme" } as const;

describe("drafting a plan", () => {
  const basis = (differences: Partial<DraftBasis> = {}): DraftBasis => ({
    target: { backend: "local" },
    packs: [pack],
    source: undefined,
    versions: new Map([["a", [packagedVersion("a", "The a", "1", "2026-01-01T00:00:00Z")]]]),
    now: new Date("2026-06-10T12:00:00Z"),
    ...differences,
  });
  const request = { packIds: ["p"], date: "2026-07-01" };

  describe("for a date", () => {
    it("has the zone of the request, else that of the setting, else that of the system", () => {
      const zoneOf = (zones: { timeZone?: string; defaultTimeZone?: string }) =>
        draftFromRequest({ ...request, ...zones }, basis()).plan.timeZone;
      withSystemZone("America/Vancouver", () => {
        assert.equal(zoneOf({ timeZone: "UTC", defaultTimeZone: "Asia/Tokyo" }), "UTC");
        assert.equal(zoneOf({ defaultTimeZone: "Asia/Tokyo" }), "Asia/Tokyo");
        assert.equal(zoneOf({}), "America/Vancouver");
      });
    });

    it("is refused where no zone is known, and without a date it is not", () => {
      withSystemZone("Mars/Olympus", () => {
        throwsWith(() => draftFromRequest(request, basis()), "InvalidRequest", /time zone of this computer/);
        assert.equal(draftFromRequest({ packIds: ["p"] }, basis()).plan.timeZone, undefined);
      });
    });

    it("is refused for a day that has begun in the zone", () => {
      const today = { ...request, date: "2026-06-10", timeZone: "UTC" };
      throwsWith(() => draftFromRequest(today, basis()), "InvalidRequest");
    });

    it("names who schedules it on the platform, and nobody elsewhere", () => {
      const targetOf = (differences: Partial<DraftBasis>) =>
        draftFromRequest({ ...request, defaultTimeZone: "UTC" }, basis(differences)).plan.target;
      for (const scheduleWith of ["platform", "workspace"] as const) {
        assert.deepEqual(targetOf({ target: platform, scheduleWith }), { ...platform, scheduleWith });
      }
      assert.deepEqual(targetOf({}), { backend: "local" });
    });
  });

  it("of all packs takes those that can be released, without the one that gives the versions", () => {
    const giver = { ...pack, packId: "giver" };
    const namesOf = (versionsFrom?: string) =>
      releasablePacks([giver, upToDate, pack], {
        packIds: "all",
        ...(versionsFrom !== undefined && { versionsFrom }),
      }).map(({ packId }) => packId);
    assert.deepEqual(namesOf(), ["giver", "p"]);
    assert.deepEqual(namesOf("giver"), ["p"]);
  });

  it("of all packs is refused where none can be released", () => {
    for (const packs of [[], [upToDate]]) {
      throwsWith(
        () => releasablePacks(packs, { packIds: "all" }),
        "NothingToRelease",
        /would change nothing/,
      );
    }
    throwsWith(() => releasablePacks([pack], { packIds: "all", versionsFrom: "p" }), "NothingToRelease");
  });
});
