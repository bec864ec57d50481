import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../../backend/backendReads.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { otherBranchMark } from "../../model/pack/otherBranchMark.ts";
import { pick } from "../../ui/ask/pick.ts";
import { formatDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import type { Question } from "./question.ts";

/** Asks for a packaged version of the component. Resolves to its package id, or to nothing when the person cancels. */
export async function pickVersion(
  backend: BackendReads,
  componentId: string,
  { title, offer = () => true, none }: Question<PackagedVersion>,
): Promise<string | undefined> {
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  const branch = releaseBranch();
  const picks = versions.filter(offer).map((version) => ({
    label: version.packageVersion,
    description: joinParts([
      otherBranchMark(version, branch),
      formatDate(version.createdDate),
      version.createdBy,
    ]),
    detail: version.notes,
    value: version.packageId,
  }));
  return (await pick(title, picks, none, l10n.t("Select a version")))?.value;
}
