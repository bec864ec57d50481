import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { confirm } from "../../ui/confirm.ts";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import type { Call, Services } from "../command.ts";
import { pickVersionOfAnyComponent } from "./pickVersionOfAnyComponent.ts";

/** Deletes a packaged version. A person is asked first. */
export async function deleteVersion(services: Services, call: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const version = await packagedVersionOf(services, call.args[0], () =>
    pickVersionOfAnyComponent(services, packaging, {
      title: t("Delete Packaged Version"),
      offer: ({ deleted }) => !deleted,
      none: t("This component has no version that could be deleted."),
    }),
  );
  if (!version) return;
  const { packageId, packageVersion, componentName } = version;
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
