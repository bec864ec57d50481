import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { canBeChosen, type PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { wordSearch } from "../../shared/wordSearch.ts";

/** The versions of a component that a release can contain: those that can be chosen, and the current one (rule 5). */
export function selectableVersions(
  versions: readonly PackagedVersion[],
  { currentVersion }: PackComponent,
): readonly PackagedVersion[] {
  return versions.filter((version) => canBeChosen(version) || version.packageVersion === currentVersion);
}

/** The versions whose text, notes, author or branch contain every word, in any letter case. */
export function findVersions(
  versions: readonly PackagedVersion[],
  search: string,
): readonly PackagedVersion[] {
  const matches = wordSearch(search);
  return versions.filter(({ packageVersion, notes, createdBy, branchName }) =>
    matches([packageVersion, notes, createdBy, branchName].join(" ")),
  );
}
