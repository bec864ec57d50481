import * as vscode from "vscode";

/** The id of every view. */
export const viewIds = {
  packs: "integrationPacks.packs",
  scheduledReleases: "integrationPacks.scheduledReleases",
} as const;

/** The view types of the webview panels. */
export const panelIds = {
  wizard: "integrationPacks.wizard",
  details: "integrationPacks.details",
} as const;

/** Every command. The table in commands/ has one entry for each, or it does not compile. */
export type CommandId =
  | "integrationPacks.release"
  | "integrationPacks.schedule"
  | "integrationPacks.releaseOtherVersions"
  | "integrationPacks.editSchedule"
  | "integrationPacks.cancelSchedule"
  | "integrationPacks.releaseNow"
  | "integrationPacks.applyPendingUpdate"
  | "integrationPacks.viewDetails"
  | "integrationPacks.importSnapshot"
  | "integrationPacks.exportSnapshot"
  | "integrationPacks.loadSampleData"
  | "integrationPacks.selectBackend"
  | "integrationPacks.refresh"
  | "integrationPacks.filterPacks"
  | "integrationPacks.clearFilter"
  | "integrationPacks.retry"
  | "integrationPacks.showLog"
  | "integrationPacks.copyId";

/** Every setting with the type of its value. */
export interface Settings {
  "integrationPacks.backend": "local" | "platform";
  "integrationPacks.local.storePath": string;
  "integrationPacks.scheduler.timeZone": string;
  "integrationPacks.scheduler.missedReleases": "release" | "ask" | "skip";
}

/** Every context key with the type of its value. */
interface ContextKeys {
  "integrationPacks.filtered": boolean;
}

/** Reads a setting; a restricted one counts only as far as the user's own settings go until the workspace is trusted. */
export function readSetting<Key extends keyof Settings>(key: Key, fallback: Settings[Key]): Settings[Key] {
  return vscode.workspace.getConfiguration().get<Settings[Key]>(key, fallback);
}

export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
