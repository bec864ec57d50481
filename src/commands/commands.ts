import type { CommandId } from "../contributions.ts";
import {
  asksBeforeReplacing,
  asksByPicking,
  asksInModal,
  opensWizard,
  reads,
  type CommandEntry,
} from "./confirmation.ts";
import { addComponents } from "./pack/addComponents.ts";
import { clearFilter } from "./pack/clearFilter.ts";
import { createPack } from "./pack/createPack.ts";
import { deletePack } from "./pack/deletePack.ts";
import { editPack } from "./pack/editPack.ts";
import { filterPacks } from "./pack/filterPacks.ts";
import { removeComponent } from "./pack/removeComponent.ts";
import { setPendingVersion } from "./pack/setPendingVersion.ts";
import { showOverview } from "./pack/showOverview.ts";
import { showPack } from "./pack/showPack.ts";
import { undeleteComponent } from "./pack/undeleteComponent.ts";
import { applyPlan } from "./plan/applyPlan.ts";
import { checkPlan } from "./plan/checkPlan.ts";
import { comparePlan } from "./plan/comparePlan.ts";
import { createPlan } from "./plan/createPlan.ts";
import { draftOppositePlan } from "./plan/draftOppositePlan.ts";
import { openPlanNotes } from "./plan/openPlanNotes.ts";
import { updatePlan } from "./plan/updatePlan.ts";
import { applyPendingUpdate } from "./release/applyPendingUpdate.ts";
import { cancelSchedule } from "./release/cancelSchedule.ts";
import { compareScheduledWithReleased } from "./release/compareScheduledWithReleased.ts";
import { compareWithPrevious } from "./release/compareWithPrevious.ts";
import { compareWithReleased } from "./release/compareWithReleased.ts";
import { copyReleaseNotes } from "./release/copyReleaseNotes.ts";
import { editSchedule } from "./release/editSchedule.ts";
import { openReleaseNotes } from "./release/openReleaseNotes.ts";
import { releaseNow } from "./release/releaseNow.ts";
import { releaseOtherVersions } from "./release/releaseOtherVersions.ts";
import { releasePack } from "./release/releasePack.ts";
import { releaseSeveral } from "./release/releaseSeveral.ts";
import { rollBack } from "./release/rollBack.ts";
import { schedulePack } from "./release/schedulePack.ts";
import { showCalendar } from "./release/showCalendar.ts";
import { showReleaseHistory } from "./release/showReleaseHistory.ts";
import { moveRecords } from "./session/moveRecords.ts";
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
import { exportInstallations } from "./sharing/exportInstallations.ts";
import { installPack } from "./sharing/installPack.ts";
import { readInstallations } from "./sharing/readInstallations.ts";
import { removeFromAccountGroup } from "./sharing/removeFromAccountGroup.ts";
import { showInstallations } from "./sharing/showInstallations.ts";
import { uninstallPack } from "./sharing/uninstallPack.ts";
import { exportSnapshot } from "./store/exportSnapshot.ts";
import { importSnapshot } from "./store/importSnapshot.ts";
import { loadSampleData } from "./store/loadSampleData.ts";
import { restoreBackup } from "./store/restoreBackup.ts";
import { moveStore } from "./store/moveStore.ts";
import { useEarlierStore } from "./store/useEarlierStore.ts";
import { compareWith } from "./version/compareWith.ts";
import { copyId } from "./version/copyId.ts";
import { createVersion } from "./version/createVersion.ts";
import { deleteVersion } from "./version/deleteVersion.ts";
import { restoreVersion } from "./version/restoreVersion.ts";
import { viewDetails } from "./version/viewDetails.ts";

/** What is behind every command, and how it is confirmed. */
export const commands: Readonly<Record<CommandId, CommandEntry>> = {
  "integrationPacks.release": opensWizard(releasePack),
  "integrationPacks.releaseSeveral": opensWizard(releaseSeveral),
  "integrationPacks.schedule": opensWizard(schedulePack),
  "integrationPacks.releaseOtherVersions": opensWizard(releaseOtherVersions),
  "integrationPacks.editSchedule": opensWizard(editSchedule),
  "integrationPacks.cancelSchedule": asksInModal(cancelSchedule),
  "integrationPacks.releaseNow": asksInModal(releaseNow),
  "integrationPacks.releaseAnyway": asksInModal(releaseNow),
  "integrationPacks.applyPendingUpdate": asksInModal(applyPendingUpdate),
  "integrationPacks.viewDetails": reads(viewDetails),
  "integrationPacks.compareWithReleased": reads(compareWithReleased),
  "integrationPacks.compareScheduledWithReleased": reads(compareScheduledWithReleased),
  "integrationPacks.compareWith": reads(compareWith),
  "integrationPacks.compareWithPrevious": reads(compareWithPrevious),
  "integrationPacks.showReleaseHistory": reads(showReleaseHistory),
  "integrationPacks.rollBack": opensWizard(rollBack),
  "integrationPacks.rollBackToRelease": opensWizard(rollBack),
  "integrationPacks.openReleaseNotes": reads(openReleaseNotes),
  "integrationPacks.copyReleaseNotes": reads(copyReleaseNotes),
  "integrationPacks.createPlan": reads(createPlan),
  "integrationPacks.checkPlan": reads(checkPlan),
  "integrationPacks.comparePlan": reads(comparePlan),
  "integrationPacks.updatePlan": reads(updatePlan),
  "integrationPacks.applyPlan": opensWizard(applyPlan),
  "integrationPacks.draftOppositePlan": reads(draftOppositePlan),
  "integrationPacks.openPlanNotes": reads(openPlanNotes),
  "integrationPacks.showPack": reads(showPack),
  "integrationPacks.showOverview": reads(showOverview),
  "integrationPacks.showCalendar": reads(showCalendar),
  "integrationPacks.createPack": asksByPicking(createPack),
  "integrationPacks.editPack": asksByPicking(editPack),
  "integrationPacks.deletePack": asksInModal(deletePack),
  "integrationPacks.addComponents": asksByPicking(addComponents),
  "integrationPacks.removeComponent": asksByPicking(removeComponent),
  "integrationPacks.undeleteComponent": asksByPicking(undeleteComponent),
  "integrationPacks.setPendingVersion": asksByPicking(setPendingVersion),
  "integrationPacks.createVersion": asksByPicking(createVersion),
  "integrationPacks.deleteVersion": asksInModal(deleteVersion),
  "integrationPacks.restoreVersion": asksInModal(restoreVersion),
  "integrationPacks.addToAccountGroup": asksByPicking(addToAccountGroup),
  "integrationPacks.removeFromAccountGroup": asksInModal(removeFromAccountGroup),
  "integrationPacks.createGroup": asksByPicking(createGroup),
  "integrationPacks.deleteGroup": asksInModal(deleteGroup),
  "integrationPacks.createAccount": asksByPicking(createAccount),
  "integrationPacks.deleteAccount": asksInModal(deleteAccount),
  "integrationPacks.installPack": asksByPicking(installPack),
  "integrationPacks.uninstallPack": asksInModal(uninstallPack),
  "integrationPacks.showInstallations": reads(showInstallations),
  "integrationPacks.readInstallations": reads(readInstallations),
  "integrationPacks.exportInstallations": reads(exportInstallations),
  "integrationPacks.importSnapshot": asksBeforeReplacing(importSnapshot),
  "integrationPacks.exportSnapshot": asksBeforeReplacing(exportSnapshot),
  "integrationPacks.restoreBackup": asksInModal(restoreBackup),
  "integrationPacks.useEarlierStore": asksInModal(useEarlierStore),
  "integrationPacks.moveStore": asksInModal(moveStore),
  "integrationPacks.moveRecords": asksInModal(moveRecords),
  "integrationPacks.loadSampleData": asksBeforeReplacing(loadSampleData),
  "integrationPacks.selectBackend": reads(selectBackend),
  "integrationPacks.selectTimeZone": reads(selectTimeZone),
  "integrationPacks.signIn": reads(signIn),
  "integrationPacks.signOut": reads(signOut),
  "integrationPacks.refresh": reads(refresh),
  "integrationPacks.filterPacks": reads(filterPacks),
  "integrationPacks.clearFilter": reads(clearFilter),
  "integrationPacks.retry": reads(retry),
  "integrationPacks.showLog": reads(showLog),
  "integrationPacks.copyId": reads(copyId),
};
