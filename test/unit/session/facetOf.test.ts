import assert from "node:assert/strict";
import type { PackagingFacet } from "../../../src/backend/facets/packagingFacet.ts";
import { facetOf, type FacetName } from "../../../src/session/facetOf.ts";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";

const none = {};

describe("a facet of the backend", () => {
  const reasons: Readonly<Record<FacetName, RegExp>> = {
    schedules: /cannot schedule/,
    editing: / here\./,
    accountGroups: / here\./,
    managedAccounts: / here\./,
    packaging: / here\./,
    snapshots: /Only the local store/,
  };
  for (const name of Object.keys(reasons) as FacetName[]) {
    it(`is rejected with Unsupported and the reason if the backend lacks it: ${name}`, async () => {
      const services = { backend: { get: () => Promise.resolve(none) } };
      await assert.rejects(
        facetOf(services, name),
        (error) =>
          error instanceof IntegrationPacksError &&
          error.code === "Unsupported" &&
          reasons[name].test(error.message),
      );
    });
  }

  it("is returned if the backend has it", async () => {
    const packaging: PackagingFacet = {
      listComponents: () => Promise.resolve([]),
      createVersion: () => Promise.resolve(""),
      deleteVersion: () => Promise.resolve(),
      restoreVersion: () => Promise.resolve(),
    };
    const services = { backend: { get: () => Promise.resolve({ packaging }) } };
    assert.equal(await facetOf(services, "packaging"), packaging);
  });
});
