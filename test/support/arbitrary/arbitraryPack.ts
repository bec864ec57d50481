import assert from "node:assert/strict";
import fc from "fast-check";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import type { IntegrationPack, PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";

// Packs whose releases are planned, and what comes of it.

/** The versions of every component, oldest first. */
export const texts = ["1", "2", "3", "4"];

/** Version 1 is the oldest; 3 is not shareable, 4 is deleted. */
export function findVersion(componentId: string, packageVersion: string): PackagedVersion | undefined {
  const at = texts.indexOf(packageVersion);
  if (at < 0 || componentId === "unversioned") return undefined;
  return {
    packageId: `${componentId}/${packageVersion}`,
    componentId,
    componentName: componentId,
    componentType: "process",
    packageVersion,
    componentVersion: at,
    createdDate: `2026-01-0${at + 1}T00:00:00Z`,
    createdBy: "dev@example.com",
    notes: "",
    shareable: packageVersion !== "3",
    deleted: packageVersion === "4",
    branchName: "main",
    folder: "",
  };
}

/** A component of a pack; it was never released, unless said otherwise. */
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

const maybeText = fc.constantFrom("", ...texts);
const anyComponents = fc.uniqueArray(
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
/** Packs, whose components may have ids that every object has as names. */
export const anyPack = anyComponents.map((components) => packOf(...components));
/** Versions that a release may ask for, of components that the pack may not have. */
export const anyRequest = fc.dictionary(fc.constantFrom("a", "b", "1"), fc.constantFrom(...texts));

/** Of the object itself: an id may be the name of what every object has. */
export function versionIn(
  versions: Readonly<Record<string, string>>,
  componentId: string,
): string | undefined {
  return new Map(Object.entries(versions)).get(componentId);
}

/** What comes of it: the result, or the error for users. */
export function outcomeOf<T>(work: () => T): T | IntegrationPacksError {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof IntegrationPacksError, String(error));
    return error;
  }
}
