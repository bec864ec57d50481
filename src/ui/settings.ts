import * as vscode from "vscode";
import { readSetting, type Settings } from "../contributions.ts";
import { systemTimeZone } from "../model/schedule/timeZone.ts";

/** The IANA time zone of release dates: the setting's, or the system's when the setting is empty. */
export function schedulerTimeZone(): string {
  return readSetting("integrationPacks.scheduler.timeZone", "").trim() || systemTimeZone();
}

/** What to do with scheduled releases whose window passed while no editor ran. */
export function missedReleases(): Settings["integrationPacks.scheduler.missedReleases"] {
  return readSetting("integrationPacks.scheduler.missedReleases", "release");
}

/** Calls `changed` when the setting for missed releases changes. */
export function onDidChangeMissedReleases(changed: () => void): vscode.Disposable {
  const setting: keyof Settings = "integrationPacks.scheduler.missedReleases";
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) changed();
  });
}

/** A setting that names a place that data comes from or goes to. */
type RestrictedSetting =
  | "integrationPacks.local.storePath"
  | "integrationPacks.platform.baseUrl"
  | "integrationPacks.platform.accountId"
  | "integrationPacks.platform.overrideAccount";

/** Reads a restricted setting. While the workspace is not trusted, only the user's own value counts. */
export function readRestrictedSetting(key: RestrictedSetting): string {
  const values = vscode.workspace.getConfiguration().inspect<string>(key);
  if (vscode.workspace.isTrusted) return readSetting(key, values?.defaultValue ?? "").trim();
  return (values?.globalValue ?? values?.defaultValue ?? "").trim();
}

/** Changes a setting for the workspace, or for the user when no folder is open or the workspace is not trusted. */
export async function writeSetting<Key extends keyof Settings>(
  key: Key,
  value: Settings[Key],
): Promise<void> {
  const target =
    vscode.workspace.workspaceFolders && vscode.workspace.isTrusted
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration().update(key, value, target);
}

/** Calls `reopen` when another backend or store is to be used, or the backend has other options. */
export function onDidChangeBackendSettings(reopen: () => unknown): vscode.Disposable {
  const settings: readonly (keyof Settings)[] = [
    "integrationPacks.backend",
    "integrationPacks.local.storePath",
    "integrationPacks.platform.baseUrl",
    "integrationPacks.platform.accountId",
    "integrationPacks.platform.overrideAccount",
    "integrationPacks.platform.requestsPerSecond",
    "integrationPacks.platform.scheduleWith",
  ];
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (settings.some((setting) => change.affectsConfiguration(setting))) reopen();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => reopen()),
  );
}
