import assert from "node:assert/strict";
import { resolveScheduledVersions } from "../../../../src/model/schedule/scheduledVersions.ts";
import {
  changesOfRelease,
  releasedComponents,
  pastReleases,
} from "../../../../src/model/release/pastRelease.ts";
import { describeChanges } from "../../../../src/model/release/describeChanges.ts";
import { releasedVersions, versionsAfterSchedule } from "../../../../src/model/release/releasedVersions.ts";
import type { Release } from "../../../../src/model/release/release.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { LocalStores } from "../../../support/store/localStores.ts";
import { packagedVersion } from "../../../support/fixtures/packagedVersion.ts";

const known = new Map(
  ["a", "b", "c", "d"].map((id) => [
    id,
    [
      packagedVersion(id, id.toUpperCase(), "2", "2026-02-01T00:00:00Z"),
      packagedVersion(id, id.toUpperCase(), "1", "2026-01-01T00:00:00Z"),
    ],
  ]),
);

function release(releaseId: string, versions: Release["versions"]): Release {
  return { releaseId, releasedAt: "2026-03-01T00:00:00Z", releasedBy: "x", trigger: "immediate", versions };
}

describe("the history of a pack", () => {
  const history = [
    release("r3", { a: "1", b: "1", c: "1", d: "1" }),
    release("r2", { a: "2" }),
    release("r1", { a: "1" }),
  ];

  it("pairs each release with the one that it replaced, and marks the newest as the latest", () => {
    assert.deepEqual(
      pastReleases(history).map(({ release, previous, latest }) => [
        release.releaseId,
        previous?.releaseId,
        latest,
      ]),
      [
        ["r3", "r2", true],
        ["r2", "r1", false],
        ["r1", undefined, false],
      ],
    );
    assert.deepEqual(releasedComponents(history), ["a", "b", "c", "d"]);
  });

  it("describes the changes, and counts those that it leaves out", () => {
    const texts = pastReleases(history).map((past) => describeChanges(changesOfRelease(past, known)));
    assert.deepEqual(texts, ["A 2 → 1 (roll-back), B 1 new, C 1 new and 1 more", "A 1 → 2", "A 1 new"]);
    assert.equal(describeChanges([]), "nothing changed");
    const [newest] = pastReleases([release("r1", { a: "1", b: "1", c: "1" })]);
    assert.ok(newest);
    assert.equal(describeChanges(changesOfRelease(newest, known)), "A 1 new, B 1 new, C 1 new");
  });
});

describe("the versions of a pack", () => {
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("after its scheduled release are those that the store releases", async () => {
    const backend = await stores.openWith(store());
    const pack = await backend.getPack(ids.scheduled);
    assert.deepEqual(releasedVersions(pack), { [ids.createOrder]: "1.0" });
    const versions = await backend.listVersions([ids.createOrder]);
    const resolved = resolveScheduledVersions(pack, pack.scheduled?.versions ?? {}, (componentId, text) =>
      versions.get(componentId)?.find(({ packageVersion }) => packageVersion === text),
    );
    assert.deepEqual(versionsAfterSchedule(pack), resolved);
    assert.deepEqual(versionsAfterSchedule(pack), { [ids.createOrder]: "1.1" });
  });

  it("leave out components that were never released and, with a schedule, components that are marked Deleted", async () => {
    const backend = await stores.openWith(store());
    const pack = await backend.getPack(ids.orderToCash);
    assert.deepEqual(releasedVersions(pack), { [ids.cancelOrder]: "1.0", [ids.createOrder]: "1.1" });
    assert.deepEqual(versionsAfterSchedule(pack), releasedVersions(pack));
    const { scheduled: schedule } = await backend.getPack(ids.scheduled);
    assert.ok(schedule);
    const scheduled = { ...schedule, versions: { [ids.orderApi]: "9" } };
    assert.deepEqual(versionsAfterSchedule({ ...pack, scheduled }), {
      [ids.createOrder]: "1.1",
      [ids.orderApi]: "9",
    });
  });
});
