import assert from "node:assert/strict";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { readPreselectedVersions } from "../../../src/backend/readPreselectedVersions.ts";
import { component, packOf } from "../../support/arbitrary/arbitraryPack.ts";

describe("readPreselectedVersions", () => {
  const read: string[][] = [];
  const backend = {
    listVersions: (componentIds: readonly string[]) => {
      read.push([...componentIds]);
      return Promise.resolve(new Map<string, readonly PackagedVersion[]>());
    },
  };
  const orders = packOf(
    component("latest", { currentVersion: "1", latestVersion: "2" }),
    component("pending", { currentVersion: "1", pendingVersion: "2", latestVersion: "3" }),
    component("upToDate", { currentVersion: "1" }),
    component("chosen", { currentVersion: "1", latestVersion: "2" }),
  );

  beforeEach("forget what was read", () => void read.splice(0));

  it("reads versions only where branches decide and nothing is chosen", async () => {
    const versions = await readPreselectedVersions(backend, orders, "main", { chosen: "hotfix" });
    assert.deepEqual(versions, { latest: "2", pending: "2", upToDate: "1", chosen: "hotfix" });
    assert.deepEqual(read, [["latest"]]);
  });

  it("reads nothing if every version is chosen", async () => {
    const chosen = { latest: "1", pending: "1", upToDate: "1", chosen: "1" };
    assert.deepEqual(await readPreselectedVersions(backend, orders, "main", chosen), chosen);
    assert.deepEqual(read, []);
  });

  const refusing = (code: "Forbidden" | "Unreachable") => ({
    listVersions: () => Promise.reject(new IntegrationPacksError(code, "Refused.")),
  });

  it("preselects what the pack offers for a user who may not read versions", async () => {
    const versions = await readPreselectedVersions(refusing("Forbidden"), orders, "main");
    assert.deepEqual(versions, { latest: "2", pending: "2", upToDate: "1", chosen: "2" });
  });

  it("preselects nothing if versions cannot be read for another reason", async () => {
    const reading = readPreselectedVersions(refusing("Unreachable"), orders, "main");
    await assert.rejects(reading, { code: "Unreachable" });
  });
});
