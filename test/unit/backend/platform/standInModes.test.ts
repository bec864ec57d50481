import assert from "node:assert/strict";
import { ids, now, store } from "../../../support/fixtures/store.ts";
import { documentedModes, sparseModes, type PlatformModes } from "../../../support/platform/standIn/modes.ts";
import { isRow, listOf, type Row } from "../../../support/platform/standIn/platformObject.ts";
import {
  PlatformStandIn,
  type PlatformConditions,
} from "../../../support/platform/standIn/platformStandIn.ts";
import { users } from "../../../support/platform/standIn/privileges.ts";
import { rawCall } from "../../../support/platform/scripted/rawCall.ts";

const releaseNow = {
  id: ids.upToDate,
  releaseSchedule: "IMMEDIATELY",
  ReleasePackagedComponents: {
    ReleasePackagedComponent: [{ componentId: ids.createOrder, version: "1.1" }],
  },
};

describe("the stand-in of the platform, as Boomi documents it,", function () {
  this.timeout(30_000);
  let platform: PlatformStandIn;
  let time = now;

  beforeEach(async () => {
    time = now;
    platform = await PlatformStandIn.start(store(), { now: () => time });
  });
  afterEach(() => platform.stop());

  const use = (modes: Partial<PlatformModes>, conditions: Partial<PlatformConditions> = {}) => {
    Object.assign(platform.conditions, conditions, { modes: { ...documentedModes, ...modes } });
  };
  const call = (method: string, path: string, body?: Row | string) => rawCall(platform, method, path, body);
  const statusOf = async (method: string, path: string, body?: Row) =>
    (await call(method, path, body)).status;
  const marks = async (packId: string) => {
    const { body } = await call("GET", `PublisherIntegrationPack/${packId}`);
    const components = listOf(body, "PublisherPackagedComponents", "PublisherPackagedComponent") ?? [];
    return components.map(({ deleted, pendingVersion }) => [deleted, pendingVersion !== ""]);
  };
  const release = async () =>
    String((await call("POST", "ReleaseIntegrationPack", releaseNow)).body["requestId"]);

  it("answers an unknown id with 400, and an unknown object with 404", async () => {
    for (const object of [
      "PublisherIntegrationPack",
      "PackagedComponent",
      "ReleaseIntegrationPackStatus",
      "Environment",
    ]) {
      const { status, body } = await call("GET", `${object}/no-id`);
      assert.equal(status, 400);
      assert.match(String(body["message"]), /no-id is invalid/);
    }
    assert.equal(await statusOf("DELETE", "PackagedComponent/no-id"), 400);
    assert.equal(await statusOf("POST", "ReleaseIntegrationPack/no-id", releaseNow), 400);
    use({ missing: 404 });
    assert.equal(await statusOf("GET", "PublisherIntegrationPack/no-id"), 404);
  });

  it("answers the status of a running release with 202 without content, and half an hour after its end with 204", async () => {
    const status = `ReleaseIntegrationPackStatus/${await release()}`;
    assert.deepEqual(await call("GET", status), { status: 202, body: {} });
    assert.equal((await call("GET", status)).body["releaseStatus"], "SUCCESS");
    assert.equal(await statusOf("GET", status), 200);
    time = new Date(time.getTime() + 1_800_000);
    assert.deepEqual(await call("GET", status), { status: 204, body: {} });
    use({ readStatus: "always" });
    assert.equal(await statusOf("GET", status), 200);
  });

  it("lets a release run for more than half an hour", async () => {
    use({ runningStatus: "content" }, { releasesRunFor: 2_400_000 });
    const status = `ReleaseIntegrationPackStatus/${await release()}`;
    for (let minutes = 0; minutes < 40; minutes += 10) {
      assert.equal((await call("GET", status)).body["releaseStatus"], "IN_PROGRESS");
      time = new Date(time.getTime() + 600_000);
    }
    await call("GET", status);
    assert.equal((await call("GET", status)).body["releaseStatus"], "SUCCESS");
  });

  it("marks components with a pending version as deleted, or all of them, or those that leave", async () => {
    const marksIn = async (deletedMark: PlatformModes["deletedMark"]) => {
      use({ deletedMark });
      return [await marks(ids.orderToCash), await marks(ids.upToDate)];
    };
    for (const [deleted, isPending] of (await marksIn("leavingOrPending")).flat())
      assert.ok(!isPending || deleted);
    assert.deepEqual((await marksIn("leavingOrPending"))[1], [[false, false]]);
    assert.ok((await marksIn("all")).flat().every(([deleted]) => deleted === true));
    assert.equal((await marksIn("leaving")).flat().filter(([deleted]) => deleted === true).length, 1);
  });

  it("answers with versions that nobody asked for", async () => {
    use({ releaseVersions: "different", runningStatus: "content" });
    const { body } = await call("POST", "ReleaseIntegrationPack", releaseNow);
    const [component] = listOf(body, "ReleasePackagedComponents", "ReleasePackagedComponent") ?? [];
    assert.equal(component?.["version"], undefined);
  });

  it("refuses a query for the packs of all groups", async () => {
    assert.equal(await statusOf("POST", "AccountGroupIntegrationPack/query"), 400);
    const expression = { operator: "EQUALS", property: "accountGroupId", argument: ["g-all"] };
    assert.equal(
      await statusOf("POST", "AccountGroupIntegrationPack/query", { QueryFilter: { expression } }),
      200,
    );
    use({ unfilteredGroupPacks: "answered" });
    assert.equal(await statusOf("POST", "AccountGroupIntegrationPack/query"), 200);
  });

  it("names no id beside the result of a bulk item, and may change the order", async () => {
    const request = [{ id: "k-create-1.0" }, { id: "no-k" }, { id: "k-create-1.1" }];
    const items = async () => {
      const { body } = await call("POST", "PackagedComponent/bulk", { type: "GET", request });
      const response = body["response"];
      assert.ok(Array.isArray(response));
      return response
        .filter(isRow)
        .map(({ id, index, Result }) => [id, index, isRow(Result) && Result["packageId"]]);
    };
    const plain = [
      [undefined, undefined, "k-create-1.0"],
      ["no-k", undefined, false],
      [undefined, undefined, "k-create-1.1"],
    ];
    assert.deepEqual(await items(), plain);
    platform.conditions.modes = sparseModes;
    assert.deepEqual(await items(), plain.toReversed());
  });

  it("knows users who may not do everything", async () => {
    const reads: readonly (readonly [string, string, string])[] = [
      ["POST", "PublisherIntegrationPack/query", "PublisherIntegrationPack"],
      ["GET", `Account/${platform.access.accountId}`, "Account"],
      ["POST", "AccountGroup/query", "AccountGroup"],
      ["POST", "Environment/query", "Environment"],
      ["POST", "PackagedComponent/query", "PackagedComponent"],
      ["POST", "ComponentMetadata/query", "ComponentMetadata"],
      ["POST", "DeployedPackage/query", "DeployedPackage"],
    ];
    const denied = async (user: keyof typeof users) => {
      platform.conditions.privileges = new Set(users[user]);
      const statuses = await Promise.all(reads.map(([method, path]) => statusOf(method, path)));
      return reads.filter((_, at) => statuses[at] === 403).map(([, , object]) => object);
    };
    assert.deepEqual(await denied("everything"), []);
    assert.deepEqual(await denied("withoutAccountAdmin"), ["Account", "AccountGroup"]);
    assert.deepEqual(await denied("withoutAtomManagement"), ["Environment"]);
    assert.deepEqual(await denied("releaseOnly"), [
      "Account",
      "AccountGroup",
      "Environment",
      "PackagedComponent",
      "ComponentMetadata",
      "DeployedPackage",
    ]);
    use({ denied: 400 });
    const { status, body } = await call("POST", "AccountGroup/query");
    assert.equal(status, 400);
    assert.match(String(body["message"]), /Access denied/);
  });

  it("has releases that somebody scheduled elsewhere: a second one is refused, and changing it needs no id", async () => {
    platform.scheduleElsewhere(ids.upToDate, "2026-06-20", { [ids.createOrder]: "1.0" });
    const scheduled = {
      ...releaseNow,
      releaseSchedule: "RELEASE_ON_SPECIFIED_DATE",
      releaseOnDate: "2026-06-21",
    };
    assert.equal(await statusOf("POST", "ReleaseIntegrationPack", scheduled), 400);
    assert.equal(await statusOf("POST", `ReleaseIntegrationPack/${ids.upToDate}`, scheduled), 200);
  });

  it("creates, deletes and restores packaged versions", async () => {
    const made = await call("POST", "PackagedComponent", {
      componentId: ids.createOrder,
      packageVersion: "3.0",
      notes: "New",
      shareable: true,
      branchName: "fix",
    });
    const { packageId } = made.body;
    assert.deepEqual(
      [made.status, made.body["branchName"], made.body["createdBy"]],
      [200, "fix", platform.access.email],
    );
    assert.equal(
      await statusOf("POST", "PackagedComponent", { componentId: ids.createOrder, packageVersion: "3.0" }),
      400,
    );
    assert.equal(await statusOf("DELETE", `PackagedComponent/${String(packageId)}`), 200);
    assert.equal((await call("GET", `PackagedComponent/${String(packageId)}`)).body["deleted"], true);
    use({ deletedVersions: "listed" });
    assert.equal(await statusOf("GET", `PackagedComponent/${String(packageId)}`), 400);
    const restored = { packageId, componentId: ids.createOrder, packageVersion: "3.0" };
    assert.equal(await statusOf("POST", "PackagedComponent", { ...restored, packageVersion: "4.0" }), 400);
    assert.equal(await statusOf("POST", "PackagedComponent", restored), 200);
    assert.equal((await call("GET", `PackagedComponent/${String(packageId)}`)).body["deleted"], false);
    assert.equal(await statusOf("DELETE", "PackagedComponent/k-create-hotfix"), 400);
  });
});
