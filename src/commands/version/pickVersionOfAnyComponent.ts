import { t } from "@vscode/l10n";
import type { PackagingFacet } from "../../backend/backend.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { pick } from "../ask/pick.ts";
import { pickVersion } from "../ask/pickers.ts";
import type { Services } from "../command.ts";

interface VersionQuestion {
  readonly title: string;
  /** Whether a version is offered. */
  readonly offer: (version: PackagedVersion) => boolean;
  /** The message when there is none to offer. */
  readonly none: string;
}

/** The id of the packaged version that a person picks, also of a component that is in no pack; nothing when they cancel. */
export async function pickVersionOfAnyComponent(
  { backend }: Services,
  packaging: PackagingFacet,
  { title, offer, none }: VersionQuestion,
): Promise<string | undefined> {
  const picks = (await packaging.listComponents()).map(({ componentId, name, type }) => ({
    label: withoutIcons(name),
    description: componentTypeName(type),
    value: componentId,
  }));
  const componentId = await pick(title, picks, t("There are no components."));
  if (componentId === undefined) return undefined;
  return pickVersion(title, await backend.get(), componentId, offer, none);
}
