import assert from "node:assert/strict";
import { ids } from "../../../../support/fixtures/store.ts";
import { on, refuse, type Fault } from "../../../../support/platform/standIn/faults.ts";
import { isRow, type Row } from "../../../../support/platform/standIn/platformObject.ts";
import { changes, withPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const newVersion = {
  component: { componentId: ids.createOrder },
  packageVersion: "3.0",
  notes: "New",
  shareable: true,
  xml: "",
} as const;

const creating = on("PackagedComponent", "create");

function answerChanged(changed: Row): Fault {
  return {
    kind: "changed",
    change: ({ body, ...wire }) => {
      const content: unknown = JSON.parse(body);
      return { ...wire, body: JSON.stringify({ ...(isRow(content) && content), ...changed }) };
    },
  };
}

describe("packaging on the platform", function () {
  this.timeout(30_000);

  it("sends the notes, the sharing and the branch, once", () =>
    withPlatform(async ({ backend, platform }) => {
      await backend.packaging.createVersion({ ...newVersion, branchName: "fix" });
      const { xml: _, component, ...sent } = newVersion;
      assert.deepEqual(
        platform.log.filter(creating).map(({ body }) => body),
        [{ ...component, ...sent, branchName: "fix" }],
      );
    }));

  for (const [name, changed] of [
    ["another component", { componentId: ids.invoice }],
    ["another version", { packageVersion: "2.9" }],
  ] as const) {
    it(`is not reported as done when the answer is about ${name}`, () =>
      withPlatform(async ({ backend, platform }) => {
        platform.faults.plan(creating, answerChanged(changed));
        await rejectsWith(
          backend.packaging.createVersion(newVersion),
          "Unreachable",
          /may have been carried out/,
        );
      }));
  }

  it("is not reported as done, nor as not done, when no answer came", () =>
    withPlatform(async ({ backend, platform }) => {
      platform.faults.plan(creating, { kind: "cutAfter" });
      await rejectsWith(
        backend.packaging.createVersion(newVersion),
        "Unreachable",
        /may have been carried out/,
      );
      const versions = (await backend.listVersions([ids.createOrder])).get(ids.createOrder);
      assert.equal(versions?.[0]?.packageVersion, "3.0");
      await rejectsWith(backend.packaging.createVersion(newVersion), "InvalidRequest", /already/);
      assert.equal(platform.log.filter(creating).length, 1);
    }));

  it("names the privilege that is missing", () =>
    withPlatform(async ({ backend, platform }) => {
      const privilege = /Packaged Component Management \(PACKAGE_MANAGEMENT\)/;
      platform.faults.plan(creating, refuse(403, "Not allowed."), 2);
      await rejectsWith(backend.packaging.createVersion(newVersion), "Forbidden", privilege);
      await rejectsWith(backend.packaging.restoreVersion("k-create-deleted"), "Forbidden", privilege);
      platform.faults.plan(on("PackagedComponent", "delete"), refuse(403, "Not allowed."));
      await rejectsWith(backend.packaging.deleteVersion("k-api-10"), "Forbidden", privilege);
    }));

  it("deletes nothing that a release scheduled elsewhere would change since it was read", () =>
    withPlatform(async ({ backend, platform }) => {
      await backend.listPacks();
      const pack = platform.state.packs.get(ids.upToDate);
      assert.ok(pack);
      pack.components = pack.components.map((component) => ({ ...component, pendingVersion: "1.0" }));
      await rejectsWith(backend.packaging.deleteVersion("k-create-1.0"), "InvalidRequest", /"Up to Date"/);
      assert.deepEqual(changes(platform), []);
    }));

  it("sends nothing for a branch that cannot be stored, or a version that is not deleted", () =>
    withPlatform(async ({ backend, platform }) => {
      const { packaging } = backend;
      await rejectsWith(
        packaging.createVersion({ ...newVersion, branchName: "fix\u0000" }),
        "InvalidRequest",
      );
      await rejectsWith(packaging.restoreVersion("k-create-1.0"), "InvalidRequest", /not deleted/);
      assert.deepEqual(changes(platform), []);
    }));

  it("restores a version that can no longer be read by its id", () =>
    withPlatform(
      async ({ backend }) => {
        await backend.packaging.restoreVersion("k-create-deleted");
        assert.equal((await backend.getVersion("k-create-deleted")).deleted, false);
      },
      { modes: { deletedVersions: "listed" } },
    ));

  it("that the platform refuses says why, and changes nothing", () =>
    withPlatform(async ({ backend, platform }) => {
      platform.faults.plan(creating, refuse(400, "The branch does not exist."));
      await rejectsWith(
        backend.packaging.createVersion(newVersion),
        "InvalidRequest",
        /branch does not exist/,
      );
    }));
});
