import type { PackagedVersion } from "../pack/packagedVersion.ts";

/** The part of a packaged version that a release plan depends on. */
export type PlannableVersion = Pick<
  PackagedVersion,
  "packageId" | "packageVersion" | "componentVersion" | "createdDate" | "shareable" | "deleted" | "branchName"
>;

/** Packaged versions by component id. Components whose versions are not known are absent. */
export type PlannableVersions = ReadonlyMap<string, readonly PlannableVersion[]>;
