import * as v from "valibot";
import type { ComponentVersions } from "../release/release.ts";

/**
 * Package versions by component id, as they come from outside. Not `v.record`, which drops keys such as `constructor` in
 * silence: the choice for such a component would be lost, and its preselection released.
 */
export const componentVersionsSchema = v.custom<ComponentVersions>(isComponentVersions);

function isComponentVersions(value: unknown): value is ComponentVersions {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((version) => typeof version === "string")
  );
}
