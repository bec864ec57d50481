import assert from "node:assert/strict";
import { readKnownVersions } from "../../../src/backend/readKnownVersions.ts";
import { storeErrors } from "../../../src/backend/local/storeErrors.ts";
import { versionErrors } from "../../../src/errors/versionErrors.ts";
import type { KnownVersions } from "../../../src/model/release/versionChange.ts";
import { packagedVersion } from "../../support/fixtures/packagedVersion.ts";

const known: KnownVersions = new Map(
  ["a", "c"].map((id) => [id, [packagedVersion(id, id, "1", "2026-01-01T00:00:00Z")]]),
);

describe("reading the known versions of components", () => {
  const backend = {
    listVersions: (ids: readonly string[]): Promise<KnownVersions> => {
      const gone = ids.find((id) => !known.has(id));
      if (gone !== undefined) return Promise.reject(versionErrors.componentNotFound(gone));
      return Promise.resolve(new Map(ids.map((id) => [id, known.get(id) ?? []])));
    },
  };

  it("returns the versions of the components that still exist", async () => {
    assert.deepEqual([...(await readKnownVersions(backend, ["a", "gone", "c"])).keys()], ["a", "c"]);
    assert.equal((await readKnownVersions(backend, ["gone"])).size, 0);
    assert.equal((await readKnownVersions(backend, [])).size, 0);
  });

  it("rejects, rather than returning nothing, if the backend fails", async () => {
    const failing = { listVersions: () => Promise.reject(storeErrors.locked("file")) };
    await assert.rejects(readKnownVersions(failing, ["a"]), { code: "StoreUnavailable" });
  });
});
