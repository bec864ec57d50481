import assert from "node:assert/strict";
import { ids, now, store } from "../../../support/fixtures/store.ts";
import type { Row } from "../../../support/platform/standIn/platformObject.ts";
import { talkativeModes } from "../../../support/platform/standIn/modes.ts";
import { PlatformStandIn } from "../../../support/platform/standIn/platformStandIn.ts";
import { publishedStructure } from "../../../support/platform/published/publishedStructure.ts";
import { rawCall } from "../../../support/platform/scripted/rawCall.ts";

describe("the check against the published structure of the API (put its file beside the project or in BOOMI_OPENAPI)", function () {
  this.timeout(30_000);
  before(function () {
    if (!publishedStructure()) this.skip();
  });

  let platform: PlatformStandIn;
  beforeEach(async () => {
    platform = await PlatformStandIn.start(store(), { now: () => now });
  });

  const faultsOf = async (method: string, path: string, body?: Row | string): Promise<string> => {
    await rawCall(platform, method, path, body);
    const faults = platform.structureFaults.splice(0).join("\n");
    await platform.stop();
    return faults;
  };

  it("finds a key that is misspelt", async () => {
    const body = { name: "New", description: "lower case", installationType: "SINGLE" };
    assert.match(await faultsOf("POST", "PublisherIntegrationPack", body), /\(description\)/);
  });

  it("finds a value of a wrong type, deep inside", async () => {
    const body = {
      id: ids.upToDate,
      releaseSchedule: "IMMEDIATELY",
      ReleasePackagedComponents: {
        ReleasePackagedComponent: [{ componentId: ids.createOrder, version: 1.1 }],
      },
    };
    assert.match(await faultsOf("POST", "ReleaseIntegrationPack", body), /version must be string/);
  });

  it("finds a filter by what cannot be filtered by, however deep", async () => {
    const nested = { operator: "EQUALS", property: "integrationPackId", argument: [ids.upToDate] };
    const body = { QueryFilter: { expression: { operator: "or", nestedExpression: [nested] } } };
    assert.match(
      await faultsOf("POST", "AccountGroupIntegrationPack/query", body),
      /property must be equal to/,
    );
  });

  it("finds an operation that there is not, and a body of the wrong kind", async () => {
    assert.match(await faultsOf("GET", `ReleaseIntegrationPack/${ids.upToDate}`), /no such operation/);
    platform = await PlatformStandIn.start(store(), { now: () => now });
    assert.match(await faultsOf("POST", "PublisherIntegrationPack/queryMore", { token: "1" }), /of the type/);
  });

  it("fails whoever stops a stand-in that met a fault", async () => {
    await rawCall(platform, "POST", "PublisherIntegrationPack", { name: "New", description: "" });
    await assert.rejects(platform.stop(), /not as the API is published/);
  });

  it("finds nothing in what every object answers", async () => {
    platform.conditions.modes = talkativeModes;
    const reads = [
      ["GET", `Account/${platform.access.accountId}`],
      ["GET", "PackagedComponentManifest/k-create-1.0"],
      ...["Account", "AccountGroup", "AccountGroupAccount", "AccountGroupIntegrationPack"].map(query),
      ...["ComponentMetadata", "DeployedPackage", "Environment", "PackagedComponent"].map(query),
      query("PublisherIntegrationPack"),
    ] as const;
    for (const [method, path] of reads) {
      assert.equal((await rawCall(platform, method, path)).status, 200, path);
    }
    assert.deepEqual(platform.structureFaults, []);
    await platform.stop();
  });
});

function query(object: string): readonly ["POST", string] {
  return ["POST", `${object}/query`];
}
