import { isFromBranch, isFromOtherBranch } from "../pack/branch.ts";
import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import { canBeChosen, newestFirst, type PackagedVersion } from "../pack/packagedVersion.ts";
import { versionIn, type ComponentVersions } from "./release.ts";

/** The part of a version that the preselection depends on. */
export type PreselectableVersion = Pick<
  PackagedVersion,
  "packageVersion" | "branchName" | "createdDate" | "componentVersion" | "shareable" | "deleted"
>;

/** What the preselection depends on besides the pack (rule 5). */
export interface PreselectionBasis {
  /** The value of `integrationPacks.release.branch`; `""` for any branch. */
  readonly releaseBranch: string;
  /** The component's packaged versions; none where they are not known, and the latest version counts then. */
  readonly versionsOf: (componentId: string) => readonly PreselectableVersion[];
}

/**
 * The version that is preselected for the next release: the pending one, else the latest, else the current one. A latest
 * version of another branch yields to the newest one of the release branch, if that is newer than the current version (rule
 * 5).
 */
export function preselectedVersion(component: PackComponent, basis: PreselectionBasis): string {
  return component.pendingVersion || latestToRelease(component, basis) || component.currentVersion;
}

/** The preselected version of each component that stays in the pack. */
export function preselectedVersions(pack: IntegrationPack, basis: PreselectionBasis): ComponentVersions {
  const staying = pack.components.filter(({ deleted }) => !deleted);
  return Object.fromEntries(
    staying.map((component) => [component.componentId, preselectedVersion(component, basis)]),
  );
}

/**
 * The components whose versions must be read, because their branches decide the preselection. A version that is chosen
 * needs no preselection.
 */
export function decidedByBranches(pack: IntegrationPack, chosen: ComponentVersions): string[] {
  return pack.components
    .filter(
      (component) => dependsOnBranches(component) && versionIn(chosen, component.componentId) === undefined,
    )
    .map(({ componentId }) => componentId);
}

/** Whether the branches of the component's versions decide its preselection. */
export function dependsOnBranches({ pendingVersion, latestVersion, deleted }: PackComponent): boolean {
  return !deleted && pendingVersion === "" && latestVersion !== "";
}

function latestToRelease(component: PackComponent, { releaseBranch, versionsOf }: PreselectionBasis): string {
  if (!dependsOnBranches(component)) return component.latestVersion;
  const { componentId, currentVersion, latestVersion } = component;
  const versions = versionsOf(componentId);
  const latest = versions.find(({ packageVersion }) => packageVersion === latestVersion);
  if (!latest || !isFromOtherBranch(latest, releaseBranch)) return latestVersion;
  const current = versions.find(({ packageVersion }) => packageVersion === currentVersion);
  // Which versions are newer than a current one that nobody knows cannot be said.
  if (!current && currentVersion !== "") return latestVersion;
  const [newest] = versions
    .filter((version) => canBeChosen(version) && isFromBranch(version, releaseBranch))
    .filter((version) => !current || newestFirst(version, current) < 0)
    .sort(newestFirst);
  return newest?.packageVersion ?? latestVersion;
}
