import * as l10n from "@vscode/l10n";
import { runCommand, type Settings } from "../../contributions.ts";
import { platformAccount } from "../../session/account/platformAccount.ts";
import { readSettingOr } from "../../ui/settings/readSetting.ts";
import { pick, type ValuePick } from "../../ui/ask/pick.ts";
import { writeSetting } from "../../ui/settings/settings.ts";
import type { Services } from "../command.ts";

type BackendSetting = Settings["integrationPacks.backend"];

/** Asks for a backend and writes it to the settings. Asks for the sign-in first if the platform needs it. */
export async function selectBackend({ credentials }: Services): Promise<void> {
  const current = readSettingOr("integrationPacks.backend", undefined);
  const mark = (backend: BackendSetting) => (backend === current ? l10n.t("current") : "");
  const picks: ValuePick<BackendSetting>[] = [
    {
      value: "local",
      label: l10n.t("Local Store"),
      description: mark("local"),
      detail: l10n.t("The bundled store. Works offline, without signing in."),
    },
    {
      value: "platform",
      label: l10n.t("Boomi Platform"),
      description: mark("platform"),
      detail: l10n.t("A Boomi account, through its Platform API. You sign in with an API token."),
    },
  ];
  const chosen = (
    await pick(l10n.t("Select Backend"), picks, "", l10n.t("Select where integration packs are stored"))
  )?.value;
  if (chosen === undefined || chosen === current) return;
  const isSignedIn = chosen === "local" || (await credentials.find(platformAccount())) !== undefined;
  // The sign-in writes the setting itself, after the platform has accepted the token.
  if (isSignedIn) {
    await writeSetting("integrationPacks.backend", chosen);
  } else {
    await runCommand("integrationPacks.signIn");
  }
}
