import * as l10n from "@vscode/l10n";
import type { Services } from "../command.ts";
import { packIdOf } from "./packIdOf.ts";
import { pickComponent } from "./pickComponent.ts";
import { pickVersion } from "./pickVersion.ts";

/** Asks for a pack, a component of it, and a packaged version of that. Resolves to the package id, or to nothing. */
export async function pickPackVersion(
  services: Pick<Services, "backend">,
  title: string,
): Promise<string | undefined> {
  const packId = await packIdOf(services, undefined, {
    title,
    none: l10n.t("There are no integration packs."),
  });
  if (packId === undefined) return undefined;
  const backend = await services.backend.get();
  const pack = await backend.getPack(packId);
  const picked = await pickComponent(pack, { title, none: l10n.t('"{0}" has no components.', pack.name) });
  if (!picked) return undefined;
  return pickVersion(backend, picked.value, {
    title,
    none: l10n.t("This component has no packaged versions."),
  });
}
