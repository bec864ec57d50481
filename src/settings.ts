import * as vscode from "vscode";
import { readSetting, type Settings } from "./contributions.ts";
import { systemTimeZone } from "./model/releaseWindow.ts";

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

/** Tells that another backend, or another store, is to be used from now on. */
export function onDidChangeBackendSettings(reopen: () => Promise<void>): vscode.Disposable {
  const settings: readonly (keyof Settings)[] = [
    "integrationPacks.backend",
    "integrationPacks.local.storePath",
  ];
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (settings.some((setting) => change.affectsConfiguration(setting))) void reopen();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void reopen()),
  );
}
