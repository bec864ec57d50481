import assert from "node:assert/strict";
import type { PlatformBackend } from "../../../../src/backend/platform/platformBackend.ts";
import type { Snapshot } from "../../../../src/model/snapshot/snapshot.ts";
import { manyPacks } from "../../../support/platform/manyPacks.ts";
import { PlatformBackends } from "../../../support/platform/platformBackends.ts";
import { calls } from "../../../support/platform/standIn/requestLog.ts";

describe("round trips to the platform", function () {
  this.timeout(60_000);
  let backends: PlatformBackends | undefined;
  afterEach("end the stand-in", async () => {
    await backends?.dispose();
    backends = undefined;
  });

  async function open(content: Snapshot): Promise<PlatformBackend> {
    backends = await PlatformBackends.start(content);
    return backends.open();
  }

  /** What the work asks of the platform, as how often each kind of request is made. */
  async function requestsOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
    const log = backends?.platform.log ?? [];
    const from = log.length;
    await work();
    const counts: Record<string, number> = {};
    for (const call of calls(log.slice(from))) counts[call] = (counts[call] ?? 0) + 1;
    return counts;
  }

  for (const [count, requests] of [
    [1_000, 10],
    [10_000, 100],
  ] as const) {
    it(`${count} packs come a hundred a request, and are at hand then`, async () => {
      const backend = await open(manyPacks(count, 1));
      const listing = await requestsOf(async () => {
        assert.equal((await backend.listPackSummaries()).length, count);
      });
      assert.deepEqual(listing, {
        "PublisherIntegrationPack query": 1,
        "PublisherIntegrationPack queryMore": requests - 1,
      });
      const again = async () => {
        await backend.listPackSummaries();
        await backend.getPack(`pack-${count}`);
      };
      assert.deepEqual(await requestsOf(again), {});
    });
  }

  it("a pack comes with the three versions of each component in one request", async () => {
    const backend = await open(manyPacks(2, 100));
    const reading = await requestsOf(async () => {
      const { components } = await backend.getPack("pack-1");
      assert.equal(components.length, 100);
      for (const { currentVersion, pendingVersion, latestVersion } of components) {
        assert.deepEqual([currentVersion, pendingVersion, latestVersion], ["1.0", "", "2.0"]);
      }
    });
    assert.deepEqual(reading, { "PublisherIntegrationPack get": 1 });
  });

  it("knows the next scheduled release without any request", async () => {
    const backend = await open(manyPacks(300, 1));
    assert.deepEqual(await requestsOf(() => backend.schedules.nextScheduled()), {});
    for (const packId of ["pack-1", "pack-2"]) {
      await backend.schedules.schedule({ packId, date: "2026-07-01", timeZone: "UTC" });
    }
    assert.deepEqual(await requestsOf(() => backend.schedules.nextScheduled()), {});
  });

  it("the versions of a hundred components come by one query, and their names and folders by one bulk call", async () => {
    const backend = await open(manyPacks(1, 100));
    const { components } = await backend.getPack("pack-1");
    const componentIds = components.map(({ componentId }) => componentId);
    const reading = await requestsOf(async () => {
      assert.equal([...(await backend.listVersions(componentIds)).values()].flat().length, 200);
    });
    assert.deepEqual(reading, {
      "ComponentMetadata bulk": 1,
      "PackagedComponent query": 1,
      "PackagedComponent queryMore": 1,
    });
    assert.deepEqual(await requestsOf(() => backend.listVersions(componentIds.slice(0, 1))), {});
  });

  it("a release of a hundred components is sent by one request, which few others surround", async () => {
    const backend = await open(manyPacks(1, 100));
    const releasing = await requestsOf(() => backend.release({ packId: "pack-1" }));
    assert.deepEqual(releasing, {
      // As it is right now, whatever is at hand.
      "PublisherIntegrationPack get": 1,
      // Whether the chosen versions may be released.
      "ComponentMetadata bulk": 1,
      "PackagedComponent query": 1,
      "PackagedComponent queryMore": 1,
      "ReleaseIntegrationPack create": 1,
      // Still running, and then done.
      "ReleaseIntegrationPackStatus get": 2,
    });
    assert.deepEqual(await requestsOf(() => backend.getPack("pack-1")), {
      "PublisherIntegrationPack get": 1,
    });
  });
});
