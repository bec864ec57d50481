import { t } from "@vscode/l10n";
import type { PackagingFacet } from "../../backend/backend.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { confirm } from "../../ui/confirm.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { Call, Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick, pickVersion } from "../ask/pickers.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

/** Deletes a packaged version; a person is asked first. */
export async function deleteVersion(services: Services, call: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const packageId = await packageIdOf(services, packaging, call, {
    title: t("Delete Packaged Version"),
    offer: ({ deleted }) => !deleted,
    none: t("This component has no version that could be deleted."),
  });
  if (packageId === undefined) return;
  const { packageVersion, componentName } = await (await services.backend.get()).getVersion(packageId);
  const agreed =
    !call.byPerson ||
    (await confirm(
      t('Delete version "{0}" of "{1}"?', packageVersion, componentName),
      t("It can be restored. Until then no integration pack can get it, and its text stays in use."),
      t("Delete"),
    ));
  if (!agreed) return;
  await packaging.deleteVersion(packageId);
  services.log.info(`Deleted packaged version ${packageId}`);
}

/** Brings a deleted packaged version back. */
export async function restoreVersion(services: Services, call: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const packageId = await packageIdOf(services, packaging, call, {
    title: t("Restore Packaged Version"),
    offer: ({ deleted }) => deleted,
    none: t("This component has no deleted version."),
  });
  if (packageId === undefined) return;
  await packaging.restoreVersion(packageId);
  services.log.info(`Restored packaged version ${packageId}`);
}

interface VersionQuestion {
  readonly title: string;
  readonly offer: (version: PackagedVersion) => boolean;
  readonly none: string;
}

/** The packaged version that a command is about; of any component, also of one that is in no pack. */
async function packageIdOf(
  { backend }: Services,
  packaging: PackagingFacet,
  { args }: Call,
  { title, offer, none }: VersionQuestion,
): Promise<string | undefined> {
  const given = textArgument(args, 0) ?? rowSubject(args[0]).packageId;
  if (given !== undefined) return given;
  const picks = (await packaging.listComponents()).map(({ componentId, name, type }) => ({
    label: withoutIcons(name),
    description: componentTypeName(type),
    value: componentId,
  }));
  const componentId = await pick(title, picks, t("There are no components."));
  if (componentId === undefined) return undefined;
  return pickVersion(title, await backend.get(), componentId, offer, none);
}
