import assert from "node:assert/strict";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import type { PackRelease } from "../../src/model/release/release.ts";
import { ids, store } from "../support/fixtures/store.ts";
import {
  busy,
  errorBodies,
  on,
  redirect,
  refuse,
  type Fault,
  type Matches,
} from "../support/platform/faults.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import { PlatformStandIn } from "../support/platform/platformStandIn.ts";
import { calls } from "../support/platform/requestLog.ts";
import { summarize } from "../support/mocha/summarize.ts";

const sending = on("ReleaseIntegrationPack", "create");
const chosen: Readonly<Record<string, string>> = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };

/** What was carried out is answered by something that stands in between. */
function replaced(status: number, { body, headers }: { body: string; headers: object }): Fault {
  return { kind: "changed", change: () => ({ status, body, headers: { ...headers } }) };
}

const page = errorBodies.html("Log in");
/** Each meets a request once; a storm meets every request from there on. */
const faults: readonly (readonly [name: string, fault: Fault, isStorm?: boolean])[] = [
  ["cut before it is read", { kind: "cutBeforeReading" }],
  ["cut before it is carried out", { kind: "cutBefore" }],
  ["cut during the answer", { kind: "cutDuring" }],
  ["cut before the answer", { kind: "cutAfter" }],
  ["answer truncated", { kind: "truncated" }],
  ["carried out, then a web page", replaced(200, page)],
  ["carried out, then 408", replaced(408, errorBodies.empty())],
  ["carried out, then a gateway's 503", replaced(503, page)],
  ["carried out, then 504", replaced(504, errorBodies.empty())],
  ["a web page instead", { kind: "answer", status: 200, ...page }],
  ["a storm of 503", busy(), true],
  ["a storm of 503 that ask for pauses", busy("1"), true],
  ["a storm of 429", refuse(429, "Too many requests."), true],
];

/** The request that comes after so many others, or every one from there on. */
function from(position: number, isStorm: boolean): Matches {
  let met = -1;
  return () => ((met += 1), isStorm ? met >= position : met === position);
}

async function outcomeOf(release: Promise<PackRelease>): Promise<PackRelease | string> {
  try {
    return await release;
  } catch (error) {
    assert.ok(error instanceof IntegrationPacksError, String(error));
    return error.code;
  }
}

describe("a release on the platform, of which any request goes wrong", function () {
  this.timeout(120_000);
  const tally = { released: 0, notReleased: 0, unknown: 0 };
  after(() => {
    const { released, notReleased, unknown } = tally;
    summarize(
      `platform: ${released + notReleased + unknown} releases with a fault at one of their requests – ${released} released, ${notReleased} not released, ${unknown} OutcomeUnknown; none twice, none reported wrongly`,
    );
  });

  /** Releases the pack while the fault meets the request at the position; tells how many requests there were. */
  async function releaseWith(position: number, fault: Fault | undefined, isStorm: boolean): Promise<number> {
    const backends = await PlatformBackends.start(store());
    try {
      const { platform } = backends;
      const backend = await backends.open();
      const asked = platform.state.releaseRequests.size;
      if (fault) platform.faults.plan(from(position, isStorm), fault, Infinity);
      const outcome = await outcomeOf(backend.release({ packId: ids.orderToCash }));
      const requests = platform.log.length;
      const at = `at request ${position + 1}, ${calls(platform.log)[position] ?? "none"}`;
      const wasSending = platform.log.findIndex(sending) === position;
      platform.faults.clear();
      const components = platform.state.packs.get(ids.orderToCash)?.components ?? [];
      const isReleased =
        components.length === 2 &&
        components.every(({ componentId, currentVersion }) => currentVersion === chosen[componentId]);
      const taken = platform.state.releaseRequests.size - asked;
      assert.ok(platform.log.filter(sending).length <= 1, `${at}: sent more than once`);
      assert.ok(taken <= 1, `${at}: ${taken} releases`);
      const wasMade = typeof outcome === "object";
      assert.equal((await backend.history(ids.orderToCash)).length, wasMade ? 1 : 0, at);
      if (wasMade) assert.ok(isReleased, at);
      else if (outcome !== "OutcomeUnknown") assert.equal(taken, 0, `${at}: ${outcome}, but it was taken`);
      // What is only read is read again when the connection broke.
      if (fault?.kind.startsWith("cut") && !wasSending) assert.ok(wasMade, at);
      if (fault) tally[wasMade ? "released" : outcome === "OutcomeUnknown" ? "unknown" : "notReleased"] += 1;
      return requests;
    } finally {
      await backends.dispose();
    }
  }

  for (const [name, fault, isStorm = false] of faults) {
    it(`${name}: is sent once, and reported as it is`, async () => {
      const requests = await releaseWith(0, undefined, false);
      assert.ok(requests > 3);
      for (let position = 0; position < requests; position += 1) {
        await releaseWith(position, fault, isStorm);
      }
    });
  }

  it("redirected to another host: takes neither the release nor the token there", async () => {
    const other = await PlatformStandIn.start(store());
    try {
      const requests = await releaseWith(0, undefined, false);
      for (const status of [301, 302, 303, 307, 308]) {
        for (let position = 0; position < requests; position += 1) {
          const location = `${other.baseUrl}/api/rest/v1/${other.access.accountId}/ReleaseIntegrationPack`;
          await releaseWith(position, redirect(location, status), false);
        }
      }
      assert.deepEqual(other.log, []);
    } finally {
      await other.stop();
    }
  });
});
