import type { CommandId } from "../contributions.ts";
import type { Command } from "./command.ts";
import { createGroup, deleteGroup } from "./accountGroups.ts";
import { addComponents } from "./addComponents.ts";
import { applyPendingUpdate } from "./applyPendingUpdate.ts";
import { cancelSchedule } from "./cancelSchedule.ts";
import { compareWith, compareWithPrevious, compareWithReleased } from "./compareWithReleased.ts";
import { copyId } from "./copyId.ts";
import { createPack } from "./createPack.ts";
import { createVersion } from "./createVersion.ts";
import { deletePack } from "./deletePack.ts";
import { deleteVersion, restoreVersion } from "./deleteVersion.ts";
import { editPack } from "./editPack.ts";
import { editSchedule } from "./editSchedule.ts";
import { exportSnapshot } from "./exportSnapshot.ts";
import { clearFilter, filterPacks } from "./filterPacks.ts";
import { importSnapshot } from "./importSnapshot.ts";
import { installPack, uninstallPack } from "./installPack.ts";
import { loadSampleData } from "./loadSampleData.ts";
import { createAccount, deleteAccount } from "./managedAccounts.ts";
import { refresh, retry } from "./refresh.ts";
import { release, releaseOtherVersions } from "./release.ts";
import { showReleaseHistory } from "./releaseHistory.ts";
import { copyReleaseNotes, openReleaseNotes } from "./releaseNotes.ts";
import { releaseNow } from "./releaseNow.ts";
import { removeComponent, undeleteComponent } from "./removeComponent.ts";
import { restoreBackup } from "./restoreBackup.ts";
import { rollBack } from "./rollBack.ts";
import { schedule } from "./schedule.ts";
import { selectBackend } from "./selectBackend.ts";
import { setPendingVersion } from "./setPendingVersion.ts";
import { addToAccountGroup, removeFromAccountGroup } from "./shareWithGroup.ts";
import { showLog } from "./showLog.ts";
import { signIn } from "./signIn.ts";
import { signOut } from "./signOut.ts";
import { viewDetails } from "./viewDetails.ts";

/** The command behind every id. */
export const commands: Readonly<Record<CommandId, Command>> = {
  "integrationPacks.release": release,
  "integrationPacks.schedule": schedule,
  "integrationPacks.releaseOtherVersions": releaseOtherVersions,
  "integrationPacks.editSchedule": editSchedule,
  "integrationPacks.cancelSchedule": cancelSchedule,
  "integrationPacks.releaseNow": releaseNow,
  "integrationPacks.applyPendingUpdate": applyPendingUpdate,
  "integrationPacks.viewDetails": viewDetails,
  "integrationPacks.compareWithReleased": compareWithReleased,
  "integrationPacks.compareWith": compareWith,
  "integrationPacks.compareWithPrevious": compareWithPrevious,
  "integrationPacks.showReleaseHistory": showReleaseHistory,
  "integrationPacks.rollBack": rollBack,
  "integrationPacks.openReleaseNotes": openReleaseNotes,
  "integrationPacks.copyReleaseNotes": copyReleaseNotes,
  "integrationPacks.createPack": createPack,
  "integrationPacks.editPack": editPack,
  "integrationPacks.deletePack": deletePack,
  "integrationPacks.addComponents": addComponents,
  "integrationPacks.removeComponent": removeComponent,
  "integrationPacks.undeleteComponent": undeleteComponent,
  "integrationPacks.setPendingVersion": setPendingVersion,
  "integrationPacks.createVersion": createVersion,
  "integrationPacks.deleteVersion": deleteVersion,
  "integrationPacks.restoreVersion": restoreVersion,
  "integrationPacks.addToAccountGroup": addToAccountGroup,
  "integrationPacks.removeFromAccountGroup": removeFromAccountGroup,
  "integrationPacks.createGroup": createGroup,
  "integrationPacks.deleteGroup": deleteGroup,
  "integrationPacks.createAccount": createAccount,
  "integrationPacks.deleteAccount": deleteAccount,
  "integrationPacks.installPack": installPack,
  "integrationPacks.uninstallPack": uninstallPack,
  "integrationPacks.importSnapshot": importSnapshot,
  "integrationPacks.exportSnapshot": exportSnapshot,
  "integrationPacks.restoreBackup": restoreBackup,
  "integrationPacks.loadSampleData": loadSampleData,
  "integrationPacks.selectBackend": selectBackend,
  "integrationPacks.signIn": signIn,
  "integrationPacks.signOut": signOut,
  "integrationPacks.refresh": refresh,
  "integrationPacks.filterPacks": filterPacks,
  "integrationPacks.clearFilter": clearFilter,
  "integrationPacks.retry": retry,
  "integrationPacks.showLog": showLog,
  "integrationPacks.copyId": copyId,
};
