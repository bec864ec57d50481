import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { readSetting, type Settings } from "../contributions.ts";
import { errors } from "../errors.ts";

type BackendSetting = Settings["integrationPacks.backend"];

interface BackendPick extends vscode.QuickPickItem {
  readonly backend: BackendSetting;
}

/** Asks where packs are to live, and keeps the answer in the workspace's settings (without a folder: in the user's). */
export async function selectBackend(): Promise<void> {
  const current = readSetting("integrationPacks.backend", "local");
  const mark = (backend: BackendSetting) => (backend === current ? t("current") : "");
  const picks: BackendPick[] = [
    {
      backend: "local",
      label: t("Local Store"),
      description: mark("local"),
      detail: t("The bundled store: works at once, offline, with nothing to sign in to."),
    },
    {
      backend: "platform",
      label: t("Boomi Platform"),
      description: mark("platform"),
      detail: t("A Boomi account, through its Platform API. Not in this version of the extension yet."),
    },
  ];
  const picked = await vscode.window.showQuickPick(picks, { title: t("Select Backend") });
  if (!picked || picked.backend === current) return;
  if (picked.backend === "platform") {
    throw errors.unsupported(
      t("This version of the extension cannot reach the Boomi Platform yet. The local store stays in use."),
    );
  }
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration().update("integrationPacks.backend", picked.backend, target);
}
