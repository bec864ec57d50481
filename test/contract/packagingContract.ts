import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import type { PackagingFacet } from "../../src/backend/facets/packagingFacet.ts";
import type { NewPackagedVersion } from "../../src/model/pack/packagedVersion.ts";
import { ids, now } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import type { ContractPart, WithBackend } from "./harness.ts";

const newVersion = {
  component: { componentId: ids.createOrder },
  packageVersion: "3.0",
  notes: "All new",
  shareable: true,
  xml: "",
};

export const packagingContract: ContractPart = (withBackend) => {
  const withPackaging = packagingRunner(withBackend);

  describe("packaging versions, if the backend supports it", () => {
    it("lists all components sorted by name", () =>
      withPackaging(async (_, packaging) => {
        assert.deepEqual(await packaging.listComponents(), [
          { componentId: ids.cancelOrder, name: "Cancel Order", type: "process" },
          { componentId: ids.createOrder, name: "Create Order", type: "process" },
          { componentId: ids.orderApi, name: "Order API", type: "webservice" },
          { componentId: ids.invoice, name: "Send Invoice", type: "process" },
        ]);
      }));

    it("packages the next revision, which becomes the latest version and includes its component", () =>
      withPackaging(async (backend, packaging, user) => {
        const xml = packaging.packagesBuild ? "" : "<Component/>";
        const packageId = await packaging.createVersion({ ...newVersion, xml });
        const made = await backend.getVersion(packageId);
        assert.deepEqual(made, {
          packageId,
          componentId: ids.createOrder,
          componentName: "Create Order",
          componentType: "process",
          packageVersion: "3.0",
          componentVersion: 8,
          createdDate: made.createdDate,
          createdBy: user,
          notes: "All new",
          shareable: true,
          deleted: false,
          branchName: "main",
          folder: "Orders",
        });
        assert.equal(Math.floor(Date.parse(made.createdDate) / 1000), Math.floor(now.getTime() / 1000));
        assert.deepEqual(await backend.listIncludedComponents(packageId), [
          {
            componentId: ids.createOrder,
            name: "Create Order",
            type: "process",
            version: 8,
            folder: "Orders",
            modifiedBy: user,
            modifiedDate: made.createdDate,
          },
        ]);
        if (!packaging.packagesBuild) {
          assert.equal(await backend.getComponentXml(packageId, ids.createOrder), xml);
        }
        const { components } = await backend.getPack(ids.upToDate);
        assert.equal(components[0]?.latestVersion, "3.0");
      }));

    it("packages the first version of a new component", () =>
      withPackaging(async (backend, packaging) => {
        const component = { name: " Returns API ", type: "webservice", folder: "Returns" } as const;
        const create = () => packaging.createVersion({ ...newVersion, component, shareable: false });
        if (packaging.packagesBuild) {
          const before = await packaging.listComponents();
          await rejectsWith(create(), "InvalidRequest", /build/);
          await rejectsWith(
            packaging.createVersion({ ...newVersion, xml: "<a/>" }),
            "InvalidRequest",
            /build/,
          );
          assert.deepEqual(await packaging.listComponents(), before);
          return;
        }
        const packageId = await create();
        const { componentId, ...made } = await backend.getVersion(packageId);
        assert.equal(made.componentName, "Returns API");
        assert.equal(made.componentType, "webservice");
        assert.equal(made.componentVersion, 1);
        assert.equal(made.folder, "Returns");
        assert.equal(made.shareable, false);
        assert.equal(await backend.getComponentXml(packageId, componentId), "");
        const listed = await packaging.listComponents();
        assert.ok(listed.some((each) => each.componentId === componentId && each.name === "Returns API"));
      }));

    it("rejects a version text that another version has, even a deleted one", () =>
      withPackaging(async (backend, packaging) => {
        const create = (packageVersion: string) => packaging.createVersion({ ...newVersion, packageVersion });
        await rejectsWith(create("1.0"), "InvalidRequest", /already/);
        await rejectsWith(create(" 1.0 "), "InvalidRequest", /already/);
        await rejectsWith(create("2.0-deleted"), "InvalidRequest", /Restore it/);
        await rejectsWith(create(" "), "InvalidRequest", /^Enter a version/);
        await rejectsWith(create("\0"), "InvalidRequest", /cannot be stored/);
        assert.equal((await backend.listVersions([ids.createOrder])).get(ids.createOrder)?.length, 5);
        await create("1.00");
      }));

    it("rejects an unknown component and a new component without a name, and creates nothing", () =>
      withPackaging(async (_, packaging) => {
        const before = await packaging.listComponents();
        const create = (component: NewPackagedVersion["component"]) =>
          packaging.createVersion({ ...newVersion, component });
        await rejectsWith(create({ componentId: "no-component" }), "NotFound", /no-component/);
        await rejectsWith(create({ name: " ", type: "process", folder: "" }), "InvalidRequest");
        assert.deepEqual(await packaging.listComponents(), before);
      }));

    it("rule 11: changes neither pending nor released versions", () =>
      withPackaging(async (backend, packaging) => {
        const before = await backend.history(ids.upToDate);
        await packaging.createVersion(newVersion);
        const { components } = await backend.getPack(ids.upToDate);
        assert.deepEqual(
          components.map(({ currentVersion, pendingVersion }) => [currentVersion, pendingVersion]),
          [["hotfix-7", ""]],
        );
        assert.deepEqual(await backend.history(ids.upToDate), before);
      }));

    it("deletes a version that no pack needs, and restores it", () =>
      withPackaging(async (backend, packaging) => {
        await packaging.deleteVersion("k-api-10");
        assert.equal((await backend.getVersion("k-api-10")).deleted, true);
        const latest = async () => (await backend.getPack(ids.orderToCash)).components[2]?.latestVersion;
        assert.equal(await latest(), "9");
        await rejectsWith(packaging.deleteVersion("k-api-10"), "InvalidRequest", /already/);
        await packaging.restoreVersion("k-api-10");
        assert.equal((await backend.getVersion("k-api-10")).deleted, false);
        assert.equal(await latest(), "10");
        await rejectsWith(packaging.restoreVersion("k-api-10"), "InvalidRequest", /not deleted/);
      }));

    it("refuses to delete a version that is released, pending or scheduled, and names the packs", () =>
      withPackaging(async (backend, packaging) => {
        await rejectsWith(
          packaging.deleteVersion("k-create-hotfix"),
          "InvalidRequest",
          /"Up to Date"/,
          /Choose/,
        );
        await rejectsWith(packaging.deleteVersion("k-create-1.0"), "InvalidRequest", /"Scheduled"/);
        await rejectsWith(packaging.deleteVersion("k-api-9"), "InvalidRequest", /"Order to Cash"/);
        await rejectsWith(
          packaging.deleteVersion("k-create-1.1"),
          "InvalidRequest",
          /"Order to Cash", "Scheduled"/,
        );
        assert.equal((await backend.getVersion("k-create-1.1")).deleted, false);
      }));

    it("deletes a version that only earlier releases carry, and the history still shows it", () =>
      withPackaging(async (backend, packaging) => {
        await backend.release({ packId: ids.orderToCash, versions: { [ids.orderApi]: "10" } });
        await packaging.deleteVersion("k-cancel-1.0");
        const [latest, earlier] = await backend.history(ids.orderToCash);
        assert.equal(latest?.versions[ids.cancelOrder], undefined);
        if (backend.historyLimits === undefined) assert.equal(earlier?.versions[ids.cancelOrder], "1.0");
      }));

    it("packages from the branch that is named, else from main, where branches can be chosen", () =>
      withPackaging(async (backend, packaging) => {
        if (!packaging.packagesBuild) return;
        const branchOf = async (version: Partial<NewPackagedVersion>) =>
          (await backend.getVersion(await packaging.createVersion({ ...newVersion, ...version }))).branchName;
        assert.equal(await branchOf({ packageVersion: "3.0", branchName: " fix " }), "fix");
        assert.equal(await branchOf({ packageVersion: "3.1", branchName: "" }), "main");
        assert.equal(await branchOf({ packageVersion: "3.2" }), "main");
      }));

    it("rejects an unknown version with NotFound", () =>
      withPackaging(async (_, packaging) => {
        await rejectsWith(packaging.deleteVersion("no-version"), "NotFound", /no-version/);
        await rejectsWith(packaging.restoreVersion("no-version"), "NotFound", /no-version/);
      }));
  });
};

/** Runs a test if the backend packages versions. */
function packagingRunner(withBackend: WithBackend) {
  return (test: (backend: Backend, packaging: PackagingFacet, user: string) => Promise<void>) =>
    withBackend(async (backend, { user }) => {
      if (backend.packaging) await test(backend, backend.packaging, user);
    });
}
