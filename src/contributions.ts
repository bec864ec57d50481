import * as vscode from "vscode";

/** The ids of the views. */
export const viewIds = {
  packs: "integrationPacks.packs",
  scheduledReleases: "integrationPacks.scheduledReleases",
  accountGroups: "integrationPacks.accountGroups",
} as const;

export type ViewId = (typeof viewIds)[keyof typeof viewIds];

/** Why a view could not be read. The manifest has a welcome text for each. */
export type ViewProblem =
  | "signedOut"
  | "signInFailed"
  | "keychainLocked"
  | "unreachable"
  | "rateLimited"
  | "forbidden"
  | "damagedStore"
  | "storeUnavailable"
  | "recordsUnavailable"
  | "unexpected";

/** What a view shows at its top level, as `when` clauses in package.json match it. */
export type ViewState = "loading" | "empty" | "filled" | `problem ${ViewProblem}`;

/** The part of the manifest that is registered as it stands there. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/** The ids of the commands in the manifest. `npm run check` fails if they differ from `CommandId`. */
export function contributedCommands({ packageJSON }: vscode.Extension<unknown>): string[] {
  return (packageJSON as Manifest).contributes.commands.map(({ command }) => command);
}

/** The ids of the tools in the manifest. A test compares them with the table in agents/tools/tools.ts. */
export function contributedTools({ packageJSON }: vscode.Extension<unknown>): string[] {
  return (packageJSON as Manifest).contributes.languageModelTools.map(({ name }) => name);
}

/** The ids of the commands. The table in commands/commands.ts must have an entry for each. */
export type CommandId =
  | "integrationPacks.release"
  | "integrationPacks.releaseSeveral"
  | "integrationPacks.schedule"
  | "integrationPacks.releaseOtherVersions"
  | "integrationPacks.editSchedule"
  | "integrationPacks.cancelSchedule"
  | "integrationPacks.releaseNow"
  | "integrationPacks.releaseAnyway"
  | "integrationPacks.applyPendingUpdate"
  | "integrationPacks.viewDetails"
  | "integrationPacks.compareWithReleased"
  | "integrationPacks.compareScheduledWithReleased"
  | "integrationPacks.compareWith"
  | "integrationPacks.compareWithPrevious"
  | "integrationPacks.showReleaseHistory"
  | "integrationPacks.rollBack"
  | "integrationPacks.rollBackToRelease"
  | "integrationPacks.openReleaseNotes"
  | "integrationPacks.copyReleaseNotes"
  | "integrationPacks.createPlan"
  | "integrationPacks.checkPlan"
  | "integrationPacks.comparePlan"
  | "integrationPacks.updatePlan"
  | "integrationPacks.applyPlan"
  | "integrationPacks.draftOppositePlan"
  | "integrationPacks.openPlanNotes"
  | "integrationPacks.showPack"
  | "integrationPacks.showOverview"
  | "integrationPacks.showCalendar"
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
  | "integrationPacks.showInstallations"
  | "integrationPacks.readInstallations"
  | "integrationPacks.exportInstallations"
  | "integrationPacks.importSnapshot"
  | "integrationPacks.exportSnapshot"
  | "integrationPacks.restoreBackup"
  | "integrationPacks.useEarlierStore"
  | "integrationPacks.moveStore"
  | "integrationPacks.moveRecords"
  | "integrationPacks.loadSampleData"
  | "integrationPacks.selectBackend"
  | "integrationPacks.selectTimeZone"
  | "integrationPacks.signIn"
  | "integrationPacks.signOut"
  | "integrationPacks.refresh"
  | "integrationPacks.filterPacks"
  | "integrationPacks.clearFilter"
  | "integrationPacks.retry"
  | "integrationPacks.showLog"
  | "integrationPacks.copyId";

/** The ids of the colors that the manifest contributes. */
export const colorIds = [
  "integrationPacks.changedForeground",
  "integrationPacks.newForeground",
  "integrationPacks.removedForeground",
  "integrationPacks.scheduledForeground",
] as const;

/** A color that the manifest contributes. */
export type ColorId = (typeof colorIds)[number];

/** The settings with the types of their values. `readSetting` in ui/ reads them, and rejects a value of another type. */
export interface Settings {
  "integrationPacks.backend": "local" | "platform";
  "integrationPacks.local.storePath": string;
  "integrationPacks.platform.baseUrl": string;
  "integrationPacks.platform.accountId": string;
  "integrationPacks.platform.overrideAccount": string;
  "integrationPacks.platform.records": string;
  "integrationPacks.platform.requestsPerSecond": number;
  "integrationPacks.platform.scheduleWith": "platform" | "workspace";
  "integrationPacks.release.branch": string;
  "integrationPacks.scheduler.timeZone": string;
  "integrationPacks.scheduler.missedReleases": "release" | "ask" | "skip";
}

/** The context keys for the capabilities of the active backend. */
export type CapabilityKey =
  | "integrationPacks.canApplyPendingUpdate"
  | "integrationPacks.canEdit"
  | "integrationPacks.canSetPendingVersion"
  | "integrationPacks.canShare"
  | "integrationPacks.canManageAccounts"
  | "integrationPacks.canPackage"
  | "integrationPacks.canSnapshot";

/** The context keys with the types of their values. */
interface ContextKeys extends Record<CapabilityKey, boolean>, Record<`${ViewId}.state`, ViewState> {
  "integrationPacks.filtered": boolean;
}

/**
 * The only argument of a command that the extension itself calls for a person who pressed a button or picked an entry. The
 * command treats `ids` as arguments and shows its failure. No other extension, task, link or keybinding can make one.
 */
export class OwnCall {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    this.ids = ids;
  }
}

/** Runs a command for a person, with the ids that are known. The command asks for the rest and shows its failure. */
export async function runCommand(id: CommandId, ...ids: string[]): Promise<void> {
  await vscode.commands.executeCommand(id, new OwnCall(ids));
}

/** Sets a context key for `when` clauses. */
export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
