import * as vscode from "vscode";

/** The id of every view. */
export const viewIds = {
  packs: "integrationPacks.packs",
  scheduledReleases: "integrationPacks.scheduledReleases",
  accountGroups: "integrationPacks.accountGroups",
} as const;

/** The commands that the manifest contributes; a check holds them and `CommandId` together. */
export function contributedCommands({ packageJSON }: vscode.Extension<unknown>): string[] {
  const { contributes } = packageJSON as { contributes: { commands: { command: string }[] } };
  return contributes.commands.map(({ command }) => command);
}

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
  | "integrationPacks.compareWithReleased"
  | "integrationPacks.compareWith"
  | "integrationPacks.compareWithPrevious"
  | "integrationPacks.showReleaseHistory"
  | "integrationPacks.rollBack"
  | "integrationPacks.openReleaseNotes"
  | "integrationPacks.copyReleaseNotes"
  | "integrationPacks.createPack"
  | "integrationPacks.editPack"
  | "integrationPacks.deletePack"
  | "integrationPacks.addComponents"
  | "integrationPacks.removeComponent"
  | "integrationPacks.undeleteComponent"
  | "integrationPacks.setPendingVersion"
  | "integrationPacks.createVersion"
  | "integrationPacks.deleteVersion"
  | "integrationPacks.restoreVersion"
  | "integrationPacks.addToAccountGroup"
  | "integrationPacks.removeFromAccountGroup"
  | "integrationPacks.createGroup"
  | "integrationPacks.deleteGroup"
  | "integrationPacks.createAccount"
  | "integrationPacks.deleteAccount"
  | "integrationPacks.installPack"
  | "integrationPacks.uninstallPack"
  | "integrationPacks.importSnapshot"
  | "integrationPacks.exportSnapshot"
  | "integrationPacks.restoreBackup"
  | "integrationPacks.loadSampleData"
  | "integrationPacks.selectBackend"
  | "integrationPacks.signIn"
  | "integrationPacks.signOut"
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
  "integrationPacks.platform.baseUrl": string;
  "integrationPacks.platform.accountId": string;
  "integrationPacks.platform.overrideAccount": string;
  "integrationPacks.platform.requestsPerSecond": number;
  "integrationPacks.platform.scheduleWith": "platform" | "workspace";
  "integrationPacks.scheduler.timeZone": string;
  "integrationPacks.scheduler.missedReleases": "release" | "ask" | "skip";
}

/** The context keys that tell what the backend in use can do. */
export type CapabilityKey =
  | "integrationPacks.canApplyPendingUpdate"
  | "integrationPacks.canEdit"
  | "integrationPacks.canSetPendingVersion"
  | "integrationPacks.canShare"
  | "integrationPacks.canManageAccounts"
  | "integrationPacks.canPackage"
  | "integrationPacks.canSnapshot";

/** Every context key with the type of its value. */
interface ContextKeys extends Record<CapabilityKey, boolean> {
  "integrationPacks.filtered": boolean;
}

/** Reads a setting; a restricted one counts only as far as the user's own settings go until the workspace is trusted. */
export function readSetting<Key extends keyof Settings>(key: Key, fallback: Settings[Key]): Settings[Key] {
  return vscode.workspace.getConfiguration().get<Settings[Key]>(key, fallback);
}

/** Runs one of the commands as code does: with ids, and rejecting when it fails. */
export async function runCommand(id: CommandId, ...ids: string[]): Promise<void> {
  await vscode.commands.executeCommand(id, ...ids);
}

export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
