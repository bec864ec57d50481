import * as v from "valibot";
import type { ComponentVersions } from "./release.ts";

/**
 * Checks package versions by component id that come from outside. Not `v.record`: it silently drops keys such as
 * `constructor`, so the choice for such a component would be lost and its preselection released instead.
 */
export const componentVersionsSchema = v.custom<ComponentVersions>(isComponentVersions);

/** Whether the value is an object with a text for each key. */
export function isComponentVersions(value: unknown): value is ComponentVersions {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((version) => typeof version === "string")
  );
}
