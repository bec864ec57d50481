import assert from "node:assert/strict";
import { packagedVersion } from "../support/fixtures/packagedVersion.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import type { ContractPart } from "./harness.ts";

export const versionsContract: ContractPart = (withBackend) => {
  describe("versions", () => {
    it("lists each component's versions newest first by date, deleted ones included", () =>
      withBackend(async (backend) => {
        const versions = await backend.listVersions([ids.createOrder, ids.orderApi]);
        assert.deepEqual([...versions.keys()].sort(), [ids.createOrder, ids.orderApi].sort());
        const texts = (componentId: string) =>
          versions.get(componentId)?.map(({ packageVersion }) => packageVersion);
        assert.deepEqual(texts(ids.createOrder), ["2.0-deleted", "2.0-private", "hotfix-7", "1.1", "1.0"]);
        assert.deepEqual(texts(ids.orderApi), ["10", "9"]);
      }));

    it("returns one version, the same as in the list", () =>
      withBackend(async (backend) => {
        const version = await backend.getVersion("k-create-1.1");
        const expected = packagedVersion(ids.createOrder, "Create Order", "1.1", "2026-02-10T09:00:00Z", {
          packageId: "k-create-1.1",
          componentVersion: 4,
          notes: "Faster",
        });
        assert.deepEqual(version, expected);
        const listed = (await backend.listVersions([ids.createOrder])).get(ids.createOrder);
        assert.deepEqual(
          listed?.find(({ packageId }) => packageId === version.packageId),
          version,
        );
        assert.equal((await backend.getVersion("k-create-private")).shareable, false);
        assert.equal((await backend.getVersion("k-create-deleted")).deleted, true);
      }));

    it("lists nothing for no components", () =>
      withBackend(async (backend) => {
        assert.equal((await backend.listVersions([])).size, 0);
      }));

    it("lists the components that a version includes, the packaged component first", () =>
      withBackend(async (backend) => {
        const included = await backend.listIncludedComponents("k-create-1.0");
        assert.deepEqual(included[0], {
          componentId: ids.createOrder,
          name: "Create Order",
          type: "process",
          version: 3,
          folder: "Orders",
          modifiedBy: "dev@example.com",
          modifiedDate: "2026-01-09T09:00:00Z",
        });
        assert.deepEqual(included.map(({ name }) => name).sort(), [
          "Create Order",
          "Map Order",
          "Order Profile",
        ]);
      }));

    it("returns the XML of an included component, possibly wrapped by the backend", () =>
      withBackend(async (backend) => {
        const xml = await backend.getComponentXml("k-create-1.0", "c-map");
        assert.ok(xml.includes("<Component name='Map Order'/>"), xml);
        const other = await backend.getComponentXml("k-create-1.0", "c-profile");
        assert.ok(!other.includes("Map Order"), other);
      }));

    it("lists deployments, the latest first", () =>
      withBackend(async (backend) => {
        const deployments = await backend.listDeployments("k-create-1.0");
        assert.deepEqual(
          deployments.map(({ environment, active }) => [environment, active]),
          [
            ["Production", true],
            ["Test", false],
          ],
        );
        assert.deepEqual(await backend.listDeployments("k-create-1.1"), []);
      }));

    it("lists the packs whose current or pending version it is, not those of earlier releases", () =>
      withBackend(async (backend) => {
        const carrying = async (packageId: string) =>
          (await backend.listCarryingPacks(packageId)).map(({ name, released, pending }) => [
            name,
            released,
            pending,
          ]);
        assert.deepEqual(await carrying("k-create-1.0"), [["Scheduled", true, false]]);
        assert.deepEqual(await carrying("k-create-1.1"), [["Order to Cash", true, false]]);
        assert.deepEqual(await carrying("k-api-9"), [["Order to Cash", false, true]]);
        assert.deepEqual(await carrying("k-api-10"), []);
      }));

    it("rejects an unknown component or version with NotFound, and says to refresh", () =>
      withBackend(async (backend) => {
        await rejectsWith(backend.listVersions([ids.createOrder, "no-c"]), "NotFound", /no-c/, /Refresh/);
        for (const ask of [
          () => backend.getVersion("no-k"),
          () => backend.listIncludedComponents("no-k"),
          () => backend.getComponentXml("no-k", "c-map"),
          () => backend.listDeployments("no-k"),
          () => backend.listCarryingPacks("no-k"),
        ]) {
          await rejectsWith(ask(), "NotFound", /no-k/, /Refresh/);
        }
        await rejectsWith(backend.getComponentXml("k-create-1.0", "no-c"), "NotFound", /no-c/);
      }));
  });
};
