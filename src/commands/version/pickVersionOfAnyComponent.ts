import { t } from "@vscode/l10n";
import type { PackagingFacet } from "../../backend/backend.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { pick } from "../ask/pick.ts";
import { pickVersion } from "../ask/pickVersion.ts";
import type { Question } from "../ask/question.ts";
import type { Services } from "../command.ts";

/**
 * Asks for a component, also one that is in no pack, and for a packaged version of it. Resolves to the package id, or to
 * nothing when the person cancels.
 */
export async function pickVersionOfAnyComponent(
  { backend }: Services,
  packaging: PackagingFacet,
  question: Question<PackagedVersion>,
): Promise<string | undefined> {
  const picks = (await packaging.listComponents()).map(({ componentId, name, type }) => ({
    label: withoutIcons(name),
    description: componentTypeName(type),
    value: componentId,
  }));
  const componentId = await pick(question.title, picks, t("There are no components."));
  if (componentId === undefined) return undefined;
  return pickVersion(await backend.get(), componentId, question);
}
