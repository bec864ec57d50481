import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { confirm } from "../../ui/confirm.ts";
import type { Call, Services } from "../command.ts";
import { packageIdOf } from "./packageIdOf.ts";

/** Deletes a packaged version. A person is asked first. */
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
