import * as l10n from "@vscode/l10n";
import type { PackagingFacet } from "../../backend/facets/packagingFacet.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { pick } from "../../ui/ask/pick.ts";
import { pickVersion } from "../ask/pickVersion.ts";
import type { Question } from "../ask/question.ts";
import type { Services } from "../command.ts";

/**
 * Asks for a component, also one that is in no pack, and for a packaged version of it. Resolves to the package id, or to
 * nothing when the person cancels.
 */
export async function pickVersionOfAnyComponent(
  { backend }: Pick<Services, "backend">,
  packaging: Pick<PackagingFacet, "listComponents">,
  question: Question<PackagedVersion>,
): Promise<string | undefined> {
  const picks = (await packaging.listComponents()).map(({ componentId, name, type }) => ({
    label: name,
    description: componentTypeName(type),
    value: componentId,
  }));
  const picked = await pick(
    question.title,
    picks,
    l10n.t("There are no components."),
    l10n.t("Select a component"),
  );
  return picked && pickVersion(await backend.get(), picked.value, question);
}
