import assert from "node:assert/strict";
import { latestRelease } from "../../../../src/model/snapshot/checkSnapshotPacks.ts";
import { parseSnapshot } from "../../../../src/model/snapshot/parseSnapshot.ts";
import { refuses, storeWith } from "../../../support/snapshot/storeWith.ts";
import { ids, store } from "../../../support/fixtures/store.ts";

// Packs in the store of the fixtures: 0 Empty, 1 Legacy Billing, 2 Never Released (MULTI), 3 Order to Cash, 4 Scheduled, 5 Up to Date.

describe("the rules for packs in snapshots", () => {
  refuses("pack ids are unique", "packs/1/packId", ids.empty, /already used/);
  refuses("rule 1: names are unique in any letter case", "packs/1/name", " EMPTY ", /already used/);
  refuses("rule 1: a pack has a name", "packs/1/name", "  ", /required/);
  refuses("rule 1: a description has at most 500 characters", "packs/1/description", "x".repeat(501), /500/);
  const tooMany = Array.from({ length: 101 }, (_, at) => ({ componentId: `c${at}` }));
  refuses("rule 1: a pack has at most 100 components", "packs/0/components", tooMany, /100/);
  const api = { componentId: ids.orderApi };
  refuses("rule 1: a MULTI pack has no API Service component", "packs/2/components/1", api, /API Service/);
  refuses("a pack's component exists", "packs/2/components/0/componentId", "gone", /no component/);
  refuses(
    "a component is only once in a pack",
    "packs/2/components/1/componentId",
    ids.cancelOrder,
    /already used/,
  );

  it("rule 1: count a character outside the basic plane once", () => {
    parseSnapshot(storeWith({ "packs/0/description": "😀".repeat(500) }));
  });
});

describe("the rules for the next release in snapshots", () => {
  refuses("a pending version exists", "packs/3/components/2/pendingVersion", "11", /no version "11"/);
  const pending = "packs/2/components/1/pendingVersion";
  refuses("rule 5: a pending version is shareable", pending, "2.0-private", /not shareable/);
  refuses("rule 5: a pending version is not deleted", pending, "2.0-deleted", /is deleted/);
  refuses("rule 3: only a released component is Deleted", "packs/3/components/2/deleted", true, /Order API/);

  it("accept the current version as pending even if it can no longer be chosen", () => {
    parseSnapshot(
      storeWith({
        "packs/5/components/0/pendingVersion": "2.0-private",
        "packs/5/releases/0/versions": { [ids.createOrder]: "2.0-private" },
      }),
    );
  });
});

describe("the rules for releases in snapshots", () => {
  const versions = "packs/3/releases/0/versions";
  refuses("release ids are unique in the store", "packs/3/releases/0/releaseId", "r-legacy", /already used/);
  refuses("a date exists", "packs/3/releases/0/releasedAt", "2026-02-30T00:00:00Z", /exists/);
  refuses(
    "a released component exists",
    versions,
    { gone: "1.0" },
    /no component/,
    at("releases[0]", "gone"),
  );
  const unknown = { [ids.createOrder]: "7" };
  refuses(
    "a released version exists",
    versions,
    unknown,
    /no version "7"/,
    at("releases[0]", ids.createOrder),
  );
  refuses(
    "the latest release's components are in the pack",
    "packs/4/releases/0/versions",
    { [ids.invoice]: "a" },
    /c-invoice/,
    "packs[4].components",
  );

  it("treat the release with the latest date as the latest, whatever the order of the list", () => {
    const [first, second] = store().packs[3]?.releases ?? [];
    parseSnapshot(storeWith({ "packs/3/releases": [second, first] }));
    const older = { ...first, releasedAt: "2025-01-01T00:00:00Z", versions: { [ids.invoice]: "a" } };
    parseSnapshot(storeWith({ "packs/3/releases": [second, older] }));
  });

  it("treat the last in the list as the latest of several at one instant", () => {
    const release = (releaseId: string, releasedAt: string) => ({
      releaseId,
      releasedAt,
      releasedBy: "",
      versions: {},
    });
    const latest = (...releases: readonly ReturnType<typeof release>[]) => latestRelease(releases)?.releaseId;
    const noon = release("noon", "2026-03-01T12:00:00Z");
    const berlin = release("berlin", "2026-03-01T13:00:00+01:00");
    const later = release("later", "2026-03-01T12:00:00.001Z");
    assert.equal(latest(noon, berlin), "berlin");
    assert.equal(latest(berlin, noon), "noon");
    assert.equal(latest(later, noon), "later");
    assert.equal(latest(noon, later), "later");
    assert.equal(latestRelease([]), undefined);
    assert.equal(latestRelease(), undefined);
  });
});

describe("the rules for scheduled releases in snapshots", () => {
  const scheduled = "packs/4/scheduled";
  const place = "packs[4].scheduled";
  refuses("rule 7: the date exists", `${scheduled}/date`, "2026-02-30", /YYYY-MM-DD/, place);
  refuses("rule 7: the zone exists", `${scheduled}/timeZone`, "Mars/Olympus", /Mars/, place);
  refuses("the time of scheduling exists", `${scheduled}/scheduledAt`, "2026-02-30T00:00:00Z", /exists/);
  refuses("the time of an event exists", "packs/4/scheduleEvents/0/at", "2026-02-30T00:00:00Z", /exists/);
  const textless = { [ids.createOrder]: 1 };
  for (const versions of [textless, { "": "1.0" }, { [ids.createOrder]: "" }, { [ids.createOrder]: "\0" }]) {
    const title = `versions are texts by component id: ${JSON.stringify(versions)}`;
    refuses(title, `${scheduled}/versions`, versions, /each component ID/);
  }
  const unknown = { [ids.createOrder]: "7" };
  const unknownAt = `${place}.versions.${ids.createOrder}`;
  refuses("a scheduled version exists", `${scheduled}/versions`, unknown, /no version/, unknownAt);

  it("accept a scheduled release without the time of scheduling", () => {
    parseSnapshot(storeWith({ "packs/4/scheduled/scheduledAt": undefined }));
  });

  it("accept a scheduled version that was deleted since", () => {
    parseSnapshot(storeWith({ "packs/4/scheduled/versions": { [ids.createOrder]: "2.0-deleted" } }));
  });
});

function at(release: string, componentId: string): string {
  return `packs[3].${release}.versions.${componentId}`;
}
