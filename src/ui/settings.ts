import * as vscode from "vscode";
import { readSetting, type Settings } from "../contributions.ts";
import { systemTimeZone } from "../model/schedule/timeZone.ts";

/** The IANA zone in which release dates are meant: the setting's, else the system's. */
export function schedulerTimeZone(): string {
  return readSetting("integrationPacks.scheduler.timeZone", "").trim() || systemTimeZone();
}

/** What to do with scheduled releases whose hour passed while no editor ran. */
export function missedReleases(): Settings["integrationPacks.scheduler.missedReleases"] {
  return readSetting("integrationPacks.scheduler.missedReleases", "release");
}

/** Tells that another answer to missed releases is to be used from now on. */
export function onDidChangeMissedReleases(changed: () => void): vscode.Disposable {
  const setting: keyof Settings = "integrationPacks.scheduler.missedReleases";
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) changed();
  });
}

/** Settings that say where data comes from or goes to: until the workspace is trusted, only the user's own count. */
type RestrictedSetting =
  | "integrationPacks.local.storePath"
  | "integrationPacks.platform.baseUrl"
  | "integrationPacks.platform.accountId"
  | "integrationPacks.platform.overrideAccount";

export function readRestrictedSetting(key: RestrictedSetting): string {
  const values = vscode.workspace.getConfiguration().inspect<string>(key);
  if (vscode.workspace.isTrusted) return readSetting(key, values?.defaultValue ?? "").trim();
  return (values?.globalValue ?? values?.defaultValue ?? "").trim();
}

/** Changes a setting for the workspace, or for the user where no folder is open, or it is not trusted. */
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

/** Tells that another backend, or another store, is to be used from now on. */
export function onDidChangeBackendSettings(reopen: () => Promise<void>): vscode.Disposable {
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
      if (settings.some((setting) => change.affectsConfiguration(setting))) void reopen();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void reopen()),
  );
}
