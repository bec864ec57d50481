import type { CommandId } from "../contributions.ts";
import type { Command } from "./command.ts";
import { applyPendingUpdate } from "./applyPendingUpdate.ts";
import { cancelSchedule } from "./cancelSchedule.ts";
import { copyId } from "./copyId.ts";
import { editSchedule } from "./editSchedule.ts";
import { exportSnapshot } from "./exportSnapshot.ts";
import { clearFilter, filterPacks } from "./filterPacks.ts";
import { importSnapshot } from "./importSnapshot.ts";
import { loadSampleData } from "./loadSampleData.ts";
import { refresh, retry } from "./refresh.ts";
import { release, releaseOtherVersions } from "./release.ts";
import { releaseNow } from "./releaseNow.ts";
import { schedule } from "./schedule.ts";
import { selectBackend } from "./selectBackend.ts";
import { showLog } from "./showLog.ts";
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
  "integrationPacks.importSnapshot": importSnapshot,
  "integrationPacks.exportSnapshot": exportSnapshot,
  "integrationPacks.loadSampleData": loadSampleData,
  "integrationPacks.selectBackend": selectBackend,
  "integrationPacks.refresh": refresh,
  "integrationPacks.filterPacks": filterPacks,
  "integrationPacks.clearFilter": clearFilter,
  "integrationPacks.retry": retry,
  "integrationPacks.showLog": showLog,
  "integrationPacks.copyId": copyId,
};
