import assert from "node:assert/strict";
import { ids, now, store } from "../../../support/fixtures/store.ts";
import { manyPacks } from "../../../support/platform/manyPacks.ts";
import { talkativeModes } from "../../../support/platform/standIn/modes.ts";
import { listOf, textOf, type Row } from "../../../support/platform/standIn/platformObject.ts";
import { PlatformStandIn } from "../../../support/platform/standIn/platformStandIn.ts";
import { rawCall } from "../../../support/platform/scripted/rawCall.ts";

describe("the stand-in of the platform", function () {
  this.timeout(30_000);
  let platform: PlatformStandIn;
  let time = now;

  const start = async (content = store()) => {
    await platform.stop();
    platform = await PlatformStandIn.start(content, {
      now: () => time,
      looksUntilDone: 2,
      modes: talkativeModes,
    });
  };

  beforeEach(async () => {
    time = now;
    platform = await PlatformStandIn.start(store(), {
      now: () => time,
      looksUntilDone: 2,
      modes: talkativeModes,
    });
  });
  afterEach(() => platform.stop());

  const post = (path: string, body?: Row | string) => rawCall(platform, "POST", path, body);
  const get = (path: string) => rawCall(platform, "GET", path);
  const componentsOf = async (packId: string) => {
    const { body } = await get(`PublisherIntegrationPack/${packId}`);
    return listOf(body, "PublisherPackagedComponents", "PublisherPackagedComponent") ?? [];
  };

  it("gives lists a hundred rows a page, each row once, and any page again by its token", async () => {
    await start(manyPacks(250));
    const names: unknown[] = [];
    let token = "";
    for (let page = 0; page === 0 || token !== ""; page += 1) {
      const path = page === 0 ? "query" : "queryMore";
      const { body } = await post(`PublisherIntegrationPack/${path}`, page === 0 ? undefined : token);
      const again = page === 0 ? undefined : await post("PublisherIntegrationPack/queryMore", token);
      if (again) assert.deepEqual(again.body["result"], body["result"]);
      const rows = body["result"];
      assert.ok(Array.isArray(rows) && rows.length === (page < 2 ? 100 : 50));
      names.push(...rows.map((row: Row) => row["name"]));
      token = textOf(body, "queryToken");
    }
    assert.equal(new Set(names).size, 250);
  });

  it("refuses a token that has expired, and one of another object", async () => {
    await start(manyPacks(150));
    const token = textOf((await post("PublisherIntegrationPack/query")).body, "queryToken");
    assert.equal((await post("PackagedComponent/queryMore", token)).status, 400);
    platform.expireTokens();
    assert.equal((await post("PublisherIntegrationPack/queryMore", token)).status, 400);
  });

  it("an update removes what it leaves out: a released component with the next release, another one at once", async () => {
    const update = (...componentIds: string[]) =>
      post(`PublisherIntegrationPack/${ids.orderToCash}`, {
        name: "Order to Cash",
        Description: "",
        operationType: "ADD",
        PublisherPackagedComponents: {
          PublisherPackagedComponent: componentIds.map((componentId) => ({ componentId })),
        },
      });
    const state = async () =>
      (await componentsOf(ids.orderToCash)).map(({ componentId, deleted }) => [componentId, deleted]);

    await update(ids.cancelOrder, ids.invoice);
    assert.deepEqual(await state(), [
      [ids.cancelOrder, false],
      [ids.createOrder, true],
      [ids.invoice, false],
    ]);
    await update();
    assert.deepEqual(await state(), [
      [ids.cancelOrder, true],
      [ids.createOrder, true],
    ]);
  });

  it("a release runs for some looks, then the pack has what was released", async () => {
    const requestId = await release(ids.upToDate, { [ids.createOrder]: "1.1" });
    const statuses = [];
    for (let poll = 0; poll < 3; poll += 1) {
      const { status, body } = await get(`ReleaseIntegrationPackStatus/${requestId}`);
      statuses.push([status, body["releaseStatus"]]);
    }
    assert.deepEqual(statuses, [
      [202, "IN_PROGRESS"],
      [202, "IN_PROGRESS"],
      [200, "SUCCESS"],
    ]);
    assert.equal((await componentsOf(ids.upToDate))[0]?.["currentVersion"], "1.1");
  });

  it("a scheduled release waits for its date, and can be changed until then", async () => {
    const requestId = await release(ids.upToDate, { [ids.createOrder]: "1.1" }, "2026-06-12");
    const statusAt = async (day: string) => {
      time = new Date(`${day}T00:00:00Z`);
      return (await get(`ReleaseIntegrationPackStatus/${requestId}`)).body["releaseStatus"];
    };
    assert.equal(await statusAt("2026-06-11"), "SCHEDULED");
    assert.equal((await componentsOf(ids.upToDate))[0]?.["currentVersion"], "hotfix-7");
    const changed = releaseBody(ids.upToDate, { [ids.createOrder]: "1.0" }, "2026-06-13");
    assert.equal(
      (await post(`ReleaseIntegrationPack/${ids.upToDate}`, changed)).body["requestId"],
      requestId,
    );
    assert.equal(await statusAt("2026-06-12"), "SCHEDULED");
    assert.equal(await statusAt("2026-06-13"), "SUCCESS");
    assert.equal((await componentsOf(ids.upToDate))[0]?.["currentVersion"], "1.0");
    assert.equal((await post(`ReleaseIntegrationPack/${ids.upToDate}`, changed)).status, 400);
  });

  it("a release that fails leaves the pack as it was", async () => {
    platform.conditions.releasesFail = true;
    const requestId = await release(ids.upToDate, { [ids.createOrder]: "1.1" });
    for (let poll = 0; poll < 2; poll += 1) await get(`ReleaseIntegrationPackStatus/${requestId}`);
    const { status, body } = await get(`ReleaseIntegrationPackStatus/${requestId}`);
    assert.deepEqual([status, body["releaseStatus"]], [200, "ERROR"]);
    assert.equal((await componentsOf(ids.upToDate))[0]?.["currentVersion"], "hotfix-7");
  });

  it("a bulk answer has a status for each id", async () => {
    const request = [{ id: "k-create-1.0" }, { id: "no-k" }];
    const { status, body } = await post("PackagedComponent/bulk", { type: "GET", request });
    const items = body["response"];
    assert.ok(status === 200 && Array.isArray(items));
    assert.deepEqual(
      items.map((item: Row) => [item["id"], item["statusCode"]]),
      [
        ["k-create-1.0", 200],
        ["no-k", 404],
      ],
    );
    const tooMany = Array.from({ length: 101 }, (_, at) => ({ id: `k-${at}` }));
    assert.equal((await post("PackagedComponent/bulk", { type: "GET", request: tooMany })).status, 400);
  });

  async function release(packId: string, versions: Record<string, string>, date?: string): Promise<string> {
    const { status, body } = await post("ReleaseIntegrationPack", releaseBody(packId, versions, date));
    assert.equal(status, 200, textOf(body, "message"));
    return textOf(body, "requestId");
  }
});

function releaseBody(packId: string, versions: Record<string, string>, date?: string): Row {
  return {
    id: packId,
    releaseSchedule: date === undefined ? "IMMEDIATELY" : "RELEASE_ON_SPECIFIED_DATE",
    ...(date !== undefined && { releaseOnDate: date }),
    ReleasePackagedComponents: {
      ReleasePackagedComponent: Object.entries(versions).map(([componentId, version]) => ({
        componentId,
        version,
      })),
    },
  };
}
