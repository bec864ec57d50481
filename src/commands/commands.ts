import type { CommandId } from "../contributions.ts";
import type { Command } from "./command.ts";
import { addComponents } from "./pack/addComponents.ts";
import { clearFilter } from "./pack/clearFilter.ts";
import { createPack } from "./pack/createPack.ts";
import { deletePack } from "./pack/deletePack.ts";
import { editPack } from "./pack/editPack.ts";
import { filterPacks } from "./pack/filterPacks.ts";
import { removeComponent } from "./pack/removeComponent.ts";
import { setPendingVersion } from "./pack/setPendingVersion.ts";
import { undeleteComponent } from "./pack/undeleteComponent.ts";
import { applyPendingUpdate } from "./release/applyPendingUpdate.ts";
import { cancelSchedule } from "./release/cancelSchedule.ts";
import { compareWithPrevious } from "./release/compareWithPrevious.ts";
import { compareWithReleased } from "./release/compareWithReleased.ts";
import { copyReleaseNotes } from "./release/copyReleaseNotes.ts";
import { editSchedule } from "./release/editSchedule.ts";
import { openReleaseNotes } from "./release/openReleaseNotes.ts";
import { releaseNow } from "./release/releaseNow.ts";
import { releaseOtherVersions } from "./release/releaseOtherVersions.ts";
import { releasePack } from "./release/releasePack.ts";
import { rollBack } from "./release/rollBack.ts";
import { schedulePack } from "./release/schedulePack.ts";
import { showReleaseHistory } from "./release/showReleaseHistory.ts";
import { refresh } from "./session/refresh.ts";
import { retry } from "./session/retry.ts";
import { selectBackend } from "./session/selectBackend.ts";
import { selectTimeZone } from "./session/selectTimeZone.ts";
import { showLog } from "./session/showLog.ts";
import { signIn } from "./session/signIn.ts";
import { signOut } from "./session/signOut.ts";
import { addToAccountGroup } from "./sharing/addToAccountGroup.ts";
import { createAccount } from "./sharing/createAccount.ts";
import { createGroup } from "./sharing/createGroup.ts";
import { deleteAccount } from "./sharing/deleteAccount.ts";
import { deleteGroup } from "./sharing/deleteGroup.ts";
import { installPack } from "./sharing/installPack.ts";
import { removeFromAccountGroup } from "./sharing/removeFromAccountGroup.ts";
import { uninstallPack } from "./sharing/uninstallPack.ts";
import { exportSnapshot } from "./store/exportSnapshot.ts";
import { importSnapshot } from "./store/importSnapshot.ts";
import { loadSampleData } from "./store/loadSampleData.ts";
import { restoreBackup } from "./store/restoreBackup.ts";
import { useEarlierStore } from "./store/useEarlierStore.ts";
import { compareWith } from "./version/compareWith.ts";
import { copyId } from "./version/copyId.ts";
import { createVersion } from "./version/createVersion.ts";
import { deleteVersion } from "./version/deleteVersion.ts";
import { restoreVersion } from "./version/restoreVersion.ts";
import { viewDetails } from "./version/viewDetails.ts";

/** The function behind every command. */
export const commands: Readonly<Record<CommandId, Command>> = {
  "integrationPacks.release": releasePack,
  "integrationPacks.schedule": schedulePack,
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
  "integrationPacks.useEarlierStore": useEarlierStore,
  "integrationPacks.loadSampleData": loadSampleData,
  "integrationPacks.selectBackend": selectBackend,
  "integrationPacks.selectTimeZone": selectTimeZone,
  "integrationPacks.signIn": signIn,
  "integrationPacks.signOut": signOut,
  "integrationPacks.refresh": refresh,
  "integrationPacks.filterPacks": filterPacks,
  "integrationPacks.clearFilter": clearFilter,
  "integrationPacks.retry": retry,
  "integrationPacks.showLog": showLog,
  "integrationPacks.copyId": copyId,
};
