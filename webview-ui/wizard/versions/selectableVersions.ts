import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { canBeChosen, type PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";

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
  const words = searchable(search).split(/\s+/).filter(Boolean);
  return versions.filter(({ packageVersion, notes, createdBy, branchName }) => {
    const text = searchable([packageVersion, notes, createdBy, branchName].join(" "));
    return words.every((word) => text.includes(word));
  });
}

function searchable(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
