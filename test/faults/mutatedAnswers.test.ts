import assert from "node:assert/strict";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { on, type Wire } from "../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { Crashes } from "./support/crashes.ts";
import { extent } from "./support/extent.ts";
import { changedText, mutated } from "./support/mutations.ts";
import { Random } from "./support/random.ts";

/** How many mutated answers an account gets before a new account replaces it. */
const answersPerAccount = 50;

describe("mutated answers of the platform", function () {
  this.timeout(extent(180_000, 3_600_000));
  const random = new Random("platform answers");
  const chosen = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };

  /** The answer with another status, content type, header or body. */
  function mutatedAnswer(answer: Wire): Wire {
    switch (random.below(6)) {
      case 0:
        return {
          ...answer,
          status: random.pick([200, 202, 204, 301, 400, 401, 403, 404, 408, 410, 429, 500, 503, 504]),
        };
      case 1:
        return {
          ...answer,
          headers: { "content-type": random.pick(["text/html", "text/plain", "application/xml", ""]) },
        };
      case 2:
        return { ...answer, body: changedText(answer.body, random) };
      case 3:
        return {
          ...answer,
          headers: { ...answer.headers, "retry-after": random.pick(["soon", "-1", "1e9", "0"]) },
        };
      default:
        return { ...answer, body: mutatedJson(answer.body) };
    }
  }

  function mutatedJson(body: string): string {
    try {
      return JSON.stringify(mutated(JSON.parse(body), random));
    } catch {
      return changedText(body, random);
    }
  }

  const reads: readonly [Read, ...Read[]] = [
    (backend) => backend.listPackSummaries(),
    (backend) => backend.getPack(ids.orderToCash),
    (backend) => backend.listVersions([ids.createOrder, ids.orderApi]),
    (backend) => backend.getVersion("k-create-1.0"),
    (backend) => backend.listIncludedComponents("k-create-1.0"),
    (backend) => backend.getComponentXml("k-create-1.0", ids.createOrder),
    (backend) => backend.listDeployments("k-create-1.0"),
    (backend) => backend.listCarryingPacks("k-create-1.0"),
    (backend) => backend.accountGroups.listAccountGroups(),
    (backend) => backend.getSharing(ids.orderToCash),
  ];

  it("lead to a result or an error of the contract, and to at most one release, of what was confirmed", async () => {
    const count = extent(1_500, 20_000);
    const crashes = new Crashes();
    const tally = { succeeded: 0, failed: 0, released: 0 };
    const attempt = async (work: Promise<unknown>): Promise<boolean> => {
      try {
        await work;
        tally.succeeded += 1;
        return true;
      } catch (error) {
        assert.ok(
          error instanceof IntegrationPacksError,
          error instanceof Error ? error.stack : String(error),
        );
        tally.failed += 1;
        return false;
      }
    };
    try {
      for (let mutations = 0; mutations < count;) {
        const backends = await PlatformBackends.start(store());
        try {
          const backend = await backends.open();
          const { platform } = backends;
          const expected = packFingerprint(await backend.getPack(ids.orderToCash));
          const before = JSON.stringify([...platform.state.packs.values()]);
          const mutateOneOf = (requests: number) => {
            platform.faults.clear();
            let left = random.below(requests);
            platform.faults.plan(() => left-- <= 0, {
              kind: "changed",
              change: (wire) => ((mutations += 1), mutatedAnswer(wire)),
            });
          };
          for (const end = mutations + answersPerAccount; mutations < end;) {
            backend.refresh();
            mutateOneOf(3);
            await attempt(random.pick(reads)(backend));
          }
          assert.equal(
            JSON.stringify([...platform.state.packs.values()]),
            before,
            "reading changed something",
          );
          backend.refresh();
          mutateOneOf(8);
          const request = { packId: ids.orderToCash, versions: chosen, expected };
          const isReleased = await attempt(backend.release(request));
          if (isReleased) tally.released += 1;
          const sent = platform.log.filter(on("ReleaseIntegrationPack", "create"));
          assert.ok(sent.length <= 1, `sent ${sent.length} times`);
          if (isReleased) assert.equal(sent.length, 1, "a reported release was not sent");
          if (sent.length === 0) assert.equal(JSON.stringify([...platform.state.packs.values()]), before);
          for (const { body } of sent)
            assert.deepEqual(releasedBy(body), { packId: ids.orderToCash, versions: chosen });
          assert.ok(platform.state.releaseRequests.size <= 2);
        } finally {
          await backends.dispose();
        }
      }
    } finally {
      await crashes.stop();
    }
    assert.deepEqual(crashes.seen, []);
    assert.ok(tally.succeeded > 0 && tally.failed > 0 && tally.released > 0, JSON.stringify(tally));
    summarize(
      `mutated answers: ${count} – ${tally.succeeded} operations succeeded (${tally.released} of them releases), ${tally.failed} ended in an error of the contract; 0 crashes, 0 unrequested changes`,
    );
  });
});

type Read = (backend: PlatformBackend) => Promise<unknown>;

/** The pack and versions in the body of a release request. */
function releasedBy(body: unknown): { packId: unknown; versions: unknown } {
  assert.ok(typeof body === "object" && body !== null && "id" in body && "ReleasePackagedComponents" in body);
  const { ReleasePackagedComponents: list } = body;
  assert.ok(typeof list === "object" && list !== null && "ReleasePackagedComponent" in list);
  const { ReleasePackagedComponent: rows } = list;
  assert.ok(Array.isArray(rows));
  const entries = rows.map(
    (row: { componentId: string; version: string }) => [row.componentId, row.version] as const,
  );
  return { packId: body.id, versions: Object.fromEntries(entries) };
}
