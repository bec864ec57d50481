import assert from "node:assert/strict";
import type { PlatformBackend } from "../../../../src/backend/platform/platformBackend.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { busy, errorBodies, every, on, redirect } from "../../../support/platform/standIn/faults.ts";
import { manyPacks } from "../../../support/platform/manyPacks.ts";
import { PlatformBackends } from "../../../support/platform/platformBackends.ts";
import { PlatformStandIn } from "../../../support/platform/standIn/platformStandIn.ts";
import { allQuirks } from "../../../support/platform/standIn/quirks.ts";
import type { LoggedRequest } from "../../../support/platform/standIn/requestLog.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

const listing = on("PublisherIntegrationPack", "query");

describe("reading from a platform that fails", function () {
  this.timeout(30_000);
  let backends: PlatformBackends;
  let backend: PlatformBackend;

  beforeEach(async () => {
    backends = await PlatformBackends.start(store());
    backend = await backends.open();
  });
  afterEach(() => backends.dispose());

  const names = async () => (await backend.listPackSummaries()).map(({ name }) => name);

  it("goes on until a storm of 503 is over", async () => {
    backends.platform.faults.plan(listing, busy(), 4);
    assert.ok((await names()).includes("Order to Cash"));
    assert.deepEqual(
      backends.platform.log.filter(listing).map(({ status }) => status),
      [503, 503, 503, 503, 200],
    );
  });

  it("says that it is refused when the storm does not end, and reads again once it has", async () => {
    const { faults } = backends.platform;
    faults.plan(listing, busy(), Infinity);
    await rejectsWith(names(), "RateLimited", /Wait a minute/);
    faults.clear();
    assert.ok((await names()).includes("Order to Cash"));
  });

  it("takes its token to no other host", async () => {
    const other = await PlatformStandIn.start(store());
    try {
      for (const status of [301, 302, 303, 307, 308]) {
        const location = `${other.baseUrl}/api/rest/v1/${other.access.accountId}/PublisherIntegrationPack/query`;
        backends.platform.faults.plan(every, redirect(location, status));
        await rejectsWith(names(), "Unreachable", /redirects/);
      }
      assert.deepEqual(other.log, []);
    } finally {
      await other.stop();
    }
  });

  it("knows the log-in page of a network from an answer", async () => {
    backends.platform.faults.plan(every, { kind: "answer", status: 200, ...errorBodies.html("Log in") });
    await rejectsWith(names(), "Unreachable", /log-in page/);
  });

  it("says that an answer was cut off", async () => {
    backends.platform.faults.plan(listing, { kind: "truncated" });
    await rejectsWith(names(), "Unreachable", /cut off/);
  });

  it("bears whatever form the answers have", async () => {
    const read = async () => {
      backend.refresh();
      return {
        packs: await backend.listPacks(),
        versions: await backend.listVersions([ids.createOrder, ids.cancelOrder]),
        included: await backend.listIncludedComponents("k-create-1.0"),
        groups: await backend.accountGroups.listAccountGroups(),
      };
    };
    const plain = await read();
    assert.ok(plain.packs.length > 1);
    backends.platform.conditions.quirks = allQuirks;
    assert.deepEqual(await read(), plain);
  });
});

describe("a list whose paging token expires", function () {
  this.timeout(30_000);
  const count = 350;
  let backends: PlatformBackends;
  beforeEach(async () => {
    backends = await PlatformBackends.start(manyPacks(count, 1));
  });
  afterEach(() => backends.dispose());

  /** All tokens expire before the request for a further page, so many times. */
  function expireTokens(times: number): void {
    const { platform } = backends;
    let left = times;
    const expiring = ({ action }: LoggedRequest) => {
      if (action === "queryMore" && left-- > 0) platform.expireTokens();
      // The request itself is carried out.
      return false;
    };
    platform.faults.plan(expiring, { kind: "silent" });
  }

  it("is read anew, whole and with nothing twice", async () => {
    const backend = await backends.open();
    expireTokens(1);
    const packs = await backend.listPackSummaries();
    assert.equal(new Set(packs.map(({ packId }) => packId)).size, count);
    assert.equal(packs.length, count);
    assert.equal(backends.platform.log.filter(listing).length, 2);
  });

  it("is given up when it expires again and again", async () => {
    const backend = await backends.open();
    expireTokens(Infinity);
    await rejectsWith(backend.listPackSummaries(), "InvalidRequest");
    assert.equal(backends.platform.log.filter(listing).length, 2);
  });
});
