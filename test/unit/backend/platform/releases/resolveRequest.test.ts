import assert from "node:assert/strict";
import { versionFinder } from "../../../../../src/backend/platform/releases/resolveRequest.ts";
import type { IntegrationPack, PackComponent } from "../../../../../src/model/pack/pack.ts";
import { packFingerprint } from "../../../../../src/model/release/packFingerprint.ts";
import { ids } from "../../../../support/fixtures/store.ts";
import { scriptedVersion, scriptedVersions } from "../../../../support/platform/scripted/scriptedVersions.ts";
import { changes, withPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

describe("a request for a release", function () {
  this.timeout(30_000);

  it("is a Conflict while the platform runs another one, whatever was confirmed", () =>
    withPlatform(async ({ backend, platform }) => {
      platform.conditions.looksUntilDone = 1_000_000;
      await rejectsWith(
        backend.release({ packId: ids.upToDate, versions: { [ids.createOrder]: "1.0" } }),
        "OutcomeUnknown",
        /still releasing/,
      );
      const pack = await backend.getPack(ids.upToDate);
      assert.equal(pack.unsettled?.state, "running");
      for (const expected of [undefined, packFingerprint(pack)]) {
        const again = backend.release({ packId: ids.upToDate, ...(expected !== undefined && { expected }) });
        await rejectsWith(again, "Conflict", /under way/);
      }
      assert.equal(changes(platform).length, 1);
    }));

  it("names every version itself where none are to be preselected", () =>
    withPlatform(async ({ backend, platform }) => {
      const request = { packId: ids.orderToCash, preselect: false, versions: { [ids.orderApi]: "9" } };
      await rejectsWith(backend.release(request), "InvalidRequest", /No version of "Create Order" is chosen/);
      assert.deepEqual(changes(platform), []);
      const { versions } = await backend.release({ ...request, preselect: true });
      assert.deepEqual(versions, { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" });
    }));

  it("of a pack that is not the confirmed one sends nothing", () =>
    withPlatform(async ({ backend, platform }) => {
      const expected = packFingerprint(await backend.getPack(ids.upToDate));
      await rejectsWith(backend.release({ packId: ids.orderToCash, expected }), "Conflict");
      assert.deepEqual(changes(platform), []);
    }));
});

describe("the versions that a release may choose from", () => {
  const component = (componentId: string, more: Partial<PackComponent> = {}): PackComponent => ({
    componentId,
    componentName: componentId,
    componentType: "process",
    currentVersion: "1",
    pendingVersion: "",
    latestVersion: "",
    deleted: false,
    ...more,
  });
  const pack: IntegrationPack = {
    packId: "p",
    name: "Orders",
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components: [component("a"), component("b"), component("c", { deleted: true }), component("d")],
  };
  const versions = ["a", "b", "c", "d"].map((id) => scriptedVersion(id, "2"));

  it("are read of the components that it changes, and of no other one", async () => {
    const { reader, asked } = scriptedVersions({ versions });
    const find = await versionFinder(reader, pack, { a: "2", b: "1", c: "2" });
    assert.deepEqual(
      asked.filter((each) => each.startsWith("PackagedComponent")),
      ["PackagedComponent/query a"],
    );
    assert.equal(find("a", "2")?.shareable, true);
    for (const [id, version] of [
      ["a", "3"],
      ["b", "2"],
      ["c", "2"],
      ["d", "2"],
    ] as const) {
      assert.equal(find(id, version), undefined);
    }
  });

  it("are not read for a release that changes no version", async () => {
    const { reader, asked } = scriptedVersions({ versions });
    const find = await versionFinder(reader, pack, { a: "1" });
    assert.deepEqual([asked, find("a", "1")], [[], undefined]);
  });
});
