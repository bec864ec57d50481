import * as vscode from "vscode";
import type { Settings } from "../../contributions.ts";
import { timeZoneErrors } from "../../errors/timeZoneErrors.ts";
import { defaultReleaseBranch } from "../../model/pack/branch.ts";
import { isTimeZone, systemTimeZone } from "../../model/schedule/timeZone.ts";
import { affectsSetting } from "./earlierNames.ts";
import { readSetting, readSettingOr } from "./readSetting.ts";

/**
 * The IANA time zone of release dates: the setting's, or the system's when the setting is empty.
 *
 * @throws `InvalidRequest` when the runtime does not know that zone
 */
export function schedulerTimeZone(): string {
  const timeZone = readSetting("integrationPacks.scheduler.timeZone").trim() || systemTimeZone();
  if (timeZone === undefined) throw timeZoneErrors.noSystemTimeZone();
  if (!isTimeZone(timeZone)) throw timeZoneErrors.unknownTimeZone(timeZone);
  return timeZone;
}

/** The branch that releases come from (rule 5); `""` when no branch is preferred, `main` if the setting is no text. */
export function releaseBranch(): string {
  return readSettingOr("integrationPacks.release.branch", defaultReleaseBranch).trim();
}

/** What to do with scheduled releases whose window passed while no editor ran. Asks if the setting does not say it. */
export function missedReleases(): Settings["integrationPacks.scheduler.missedReleases"] {
  return readSettingOr("integrationPacks.scheduler.missedReleases", "ask");
}

/** Calls `changed` when the setting for missed releases changes. */
export function onDidChangeMissedReleases(changed: () => void): vscode.Disposable {
  const setting: keyof Settings = "integrationPacks.scheduler.missedReleases";
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (affectsSetting(change, setting)) changed();
  });
}

/** Calls `changed` when a setting changes that says how packs are shown and released, on whichever backend. */
export function onDidChangeReleaseSettings(changed: () => unknown): vscode.Disposable {
  const settings: readonly (keyof Settings)[] = [
    "integrationPacks.release.branch",
    "integrationPacks.scheduler.timeZone",
  ];
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (settings.some((setting) => affectsSetting(change, setting))) changed();
  });
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
    "integrationPacks.platform.records",
    "integrationPacks.platform.requestsPerSecond",
    "integrationPacks.platform.scheduleWith",
  ];
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (settings.some((setting) => affectsSetting(change, setting))) reopen();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => reopen()),
  );
}
