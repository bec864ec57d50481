import * as l10n from "@vscode/l10n";
import type { Backend } from "../../../backend/backend.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { pick } from "../../../ui/ask/pick.ts";

/** Asks for another pack whose released versions the pack takes, and reads it. Nothing when the person cancels. */
export async function pickVersionsSource(
  backend: Pick<Backend, "listPackSummaries" | "getPack">,
  packId: string,
): Promise<IntegrationPack | undefined> {
  const packs = await backend.listPackSummaries();
  const pack = packs.find((each) => each.packId === packId);
  const offered = packs.filter((each) => each.packId !== packId && each.released);
  const picks = offered.map(({ packId: value, name, description }) => ({
    label: name,
    detail: description,
    value,
  }));
  const none = l10n.t("No other integration pack was released.");
  const title = l10n.t("Take Versions for {0}", pack?.name ?? packId);
  const picked = await pick(
    title,
    picks,
    none,
    l10n.t("Select the integration pack to take the released versions from"),
  );
  return picked && backend.getPack(picked.value);
}
