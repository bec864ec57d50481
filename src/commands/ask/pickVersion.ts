import type { Backend } from "../../backend/backend.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { releaseBranch } from "../../ui/settings.ts";
import { pick } from "./pick.ts";
import type { Question } from "./question.ts";

/** Asks for a packaged version of the component. Resolves to its package id, or to nothing when the person cancels. */
export async function pickVersion(
  backend: Backend,
  componentId: string,
  { title, offer = () => true, none }: Question<PackagedVersion>,
): Promise<string | undefined> {
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  const branch = releaseBranch();
  const picks = versions.filter(offer).map((version) => ({
    label: withoutIcons(version.packageVersion),
    description: withoutIcons(joinParts([otherBranchMark(version, branch), version.createdBy])),
    detail: withoutIcons(version.notes),
    value: version.packageId,
  }));
  return pick(title, picks, none);
}
