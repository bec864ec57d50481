import assert from "node:assert/strict";
import fc from "fast-check";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import type { IntegrationPack, PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { packagedVersion } from "../fixtures/packagedVersion.ts";

// Packs for tests of what a release does.

/** The version texts of every component, oldest first. */
export const versionTexts = ["1", "2", "3", "4"];

/** Finds a version of any component but `unversioned`. Version 3 is not shareable, version 4 is deleted. */
export function findVersion(componentId: string, packageVersion: string): PackagedVersion | undefined {
  const at = versionTexts.indexOf(packageVersion);
  if (at < 0 || componentId === "unversioned") return undefined;
  return packagedVersion(componentId, componentId, packageVersion, `2026-01-0${at + 1}T00:00:00Z`, {
    componentVersion: at,
    shareable: packageVersion !== "3",
    deleted: packageVersion === "4",
  });
}

/** A component of a pack. By default it was never released. */
export function component(componentId: string, differences: Partial<PackComponent> = {}): PackComponent {
  return {
    componentId,
    componentName: `The ${componentId}`,
    componentType: "process",
    currentVersion: "",
    pendingVersion: "",
    latestVersion: "",
    deleted: false,
    ...differences,
  };
}

/** A pack with these components. */
export function packOf(...components: readonly PackComponent[]): IntegrationPack {
  return {
    packId: "p",
    name: "Orders",
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components,
  };
}

const maybeText = fc.constantFrom("", ...versionTexts);
const arbitraryComponents = fc.uniqueArray(
  fc.record({
    componentId: fc.constantFrom("a", "b", "__proto__", "constructor", "1"),
    componentName: fc.constant("A component"),
    componentType: fc.constant("process" as const),
    currentVersion: maybeText,
    pendingVersion: maybeText,
    latestVersion: fc.constantFrom("", "1", "2"),
    deleted: fc.boolean(),
  }),
  { selector: ({ componentId }) => componentId },
);
/** Packs. Ids of components may be names that every object has, such as `constructor`. */
export const arbitraryPack = arbitraryComponents.map((components) => packOf(...components));
/** Versions that a release requests. The pack may lack their components. */
export const arbitraryRequest = fc.dictionary(
  fc.constantFrom("a", "b", "1"),
  fc.constantFrom(...versionTexts),
);

/** The version of a component. Reads own keys only, as an id may be a name that every object has. */
export function versionIn(
  versions: Readonly<Record<string, string>>,
  componentId: string,
): string | undefined {
  return new Map(Object.entries(versions)).get(componentId);
}

/** The result of `work`, or the `IntegrationPacksError` that it throws. */
export function outcomeOf<T>(work: () => T): T | IntegrationPacksError {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof IntegrationPacksError, String(error));
    return error;
  }
}
