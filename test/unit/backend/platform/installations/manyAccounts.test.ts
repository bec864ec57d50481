import assert from "node:assert/strict";
import type { InstallationProgress } from "../../../../../src/backend/facets/installationFacet.ts";
import { countInstallations } from "../../../../../src/model/installation/countInstallations.ts";
import type { InstallationReading } from "../../../../../src/model/installation/installationReading.ts";
import { refuse, on } from "../../../../support/platform/standIn/faults.ts";
import { manyAccounts } from "../../../../support/platform/manyAccounts.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";
import { calls } from "../../../../support/platform/standIn/requestLog.ts";
import { withPlatform } from "../../../../support/platform/withPlatform.ts";
import { Gate } from "../../../../support/time/gate.ts";

const packId = "pack-1";
const asked = "IntegrationPackInstance query";

describe("installations of 200 accounts", function () {
  this.timeout(60_000);
  const content = manyAccounts(200);

  it("take 200 requests, at the allowed rate", () =>
    withPlatform(
      async ({ platform, open }) => {
        const timing = new ManualTiming();
        const { installations } = await open({ timing, requestsPerSecond: 10 });
        const start = timing.now();
        const [reading] = await installations.read([packId]);
        const counts = countInstallations(reading?.accounts ?? []);
        assert.deepEqual([counts.installed, counts.notInstalled, counts.notAsked], [100, 100, 0]);
        const requests = calls(platform.log);
        assert.equal(requests.filter((call) => call === asked).length, 200);
        const others = requests.length - 200;
        assert.ok(others < 10, `${others} other requests`);
        // Ten requests in each span of little more than a second, and no pause beside those of the rate.
        const spans = Math.ceil(requests.length / 10) - 1;
        assert.equal(timing.now() - start, spans * 1050);
      },
      { content },
    ));

  it("reach the first rows while most accounts were not asked yet", () =>
    withPlatform(
      async ({ platform, backend }) => {
        const gate = new Gate();
        let answered = 0;
        platform.faults.plan(
          (request) => on("IntegrationPackInstance")(request) && ++answered > 5,
          { kind: "held", gate },
          Infinity,
        );
        const progress: InstallationProgress[] = [];
        const first = new Promise<InstallationProgress>((resolve) => {
          const reading = backend.installations.read([packId], {
            onProgress: (each) => {
              progress.push(each);
              resolve(each);
            },
          });
          void reading.catch(() => undefined);
        });
        const { asked: done, total, found } = await first;
        assert.deepEqual([done, total, found.length], [1, 200, 1]);
        assert.ok(platform.log.length < 30);
        gate.open();
      },
      { content },
    ));

  it("stop within a second when they are cancelled, and show what was found until then", () =>
    withPlatform(
      async ({ platform, backend }) => {
        const cancelling = new AbortController();
        const gate = new Gate();
        let count = 0;
        platform.faults.plan(
          (request) => on("IntegrationPackInstance")(request) && ++count > 20,
          { kind: "held", gate },
          Infinity,
        );
        let reading: Promise<readonly InstallationReading[]> = Promise.resolve([]);
        await new Promise<void>((resolve) => {
          reading = backend.installations.read([packId], {
            signal: cancelling.signal,
            onProgress: ({ asked: done }) => {
              if (done === 20) resolve();
            },
          });
        });
        await gate.reached;
        cancelling.abort();
        // The answers that are under way are still held.
        const [partial] = await reading;
        const counts = countInstallations(partial?.accounts ?? []);
        assert.equal(counts.installed + counts.notInstalled, 20);
        assert.equal(counts.notAsked, 180);
        assert.ok(
          partial?.accounts.every(({ notAsked }) => (notAsked?.reason ?? "cancelled") === "cancelled"),
        );
        const sent = platform.log.length;
        gate.open();
        assert.deepEqual(await backend.installations.latest(packId), partial);
        assert.equal(platform.log.length, sent);
      },
      { content },
    ));

  it("that are cancelled do not replace a reading of more accounts", () =>
    withPlatform(
      async ({ backend }) => {
        const [whole] = await backend.installations.read([packId]);
        const cancelling = new AbortController();
        const [partial] = await backend.installations.read([packId], {
          signal: cancelling.signal,
          onProgress: () => cancelling.abort(),
        });
        assert.notDeepEqual(partial, whole);
        assert.deepEqual(await backend.installations.latest(packId), whole);
      },
      { content },
    ));

  it("end early where no account answers any longer, and keep what was read before", () =>
    withPlatform(
      async ({ platform, backend }) => {
        const [whole] = await backend.installations.read([packId]);
        const outage = refuse(500, "Something broke.");
        platform.faults.plan(on("IntegrationPackInstance"), outage, Infinity);
        const before = platform.log.length;
        const [reading] = await backend.installations.read([packId]);
        assert.ok(platform.log.length - before < 40, `${platform.log.length - before} requests`);
        assert.deepEqual(
          new Set(reading?.accounts.map(({ notAsked }) => notAsked?.reason)),
          new Set(["unanswered"]),
        );
        assert.equal(reading?.accounts.length, 200);
        assert.deepEqual(await backend.installations.latest(packId), whole);
      },
      { content },
    ));

  it("let other requests in between", () =>
    withPlatform(
      async ({ platform, open }) => {
        const timing = new ManualTiming();
        const { installations, listPackSummaries, refresh } = bound(
          await open({ timing, requestsPerSecond: 5 }),
        );
        let listed = 0;
        await installations.read([packId], {
          onProgress: ({ asked: done }) => {
            if (done !== 20) return;
            refresh();
            void listPackSummaries().then(
              () => (listed = calls(platform.log).filter((call) => call === asked).length),
            );
          },
        });
        assert.ok(listed > 0 && listed < 40, `listed after ${listed} accounts`);
      },
      { content },
    ));

  it("distinguish accounts that refuse from those that do not answer", () =>
    withPlatform(
      async ({ platform, backend }) => {
        const refusing = platform.state.subscribers.get("account-003");
        assert.ok(refusing);
        refusing.refuses = true;
        platform.faults.plan(
          ({ object, path }) => object === "IntegrationPackInstance" && path.includes("account-005"),
          refuse(500, "Something broke."),
          Infinity,
        );
        const [reading] = await backend.installations.read([packId]);
        const accounts = new Map(reading?.accounts.map((account) => [account.accountId, account]));
        const third = accounts.get("account-003");
        assert.deepEqual(
          [third?.state, third?.notAsked?.reason, third?.notAsked?.code],
          ["notAsked", "refused", "Forbidden"],
        );
        assert.match(third?.notAsked?.message ?? "", /no access to the account/);
        const fifth = accounts.get("account-005");
        assert.deepEqual(
          [fifth?.state, fifth?.notAsked?.reason, fifth?.notAsked?.code],
          ["notAsked", "unanswered", "Unreachable"],
        );
        assert.equal(countInstallations(reading?.accounts ?? []).notAsked, 2);
      },
      { content },
    ));
});

/** The parts of a backend as functions that need no `this`. */
function bound(backend: Awaited<ReturnType<Parameters<Parameters<typeof withPlatform>[0]>[0]["open"]>>) {
  return {
    installations: backend.installations,
    listPackSummaries: () => backend.listPackSummaries(),
    refresh: () => backend.refresh(),
  };
}
