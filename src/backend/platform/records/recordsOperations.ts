// The operations of `ReleaseRecords` on a transaction: the same for every implementation of the records.

export { claimPacks, isUnderWay } from "./claiming.ts";
export {
  recordAccepted,
  recordNotMade,
  recordReleased,
  recordScheduled,
  recordSending,
  recordUnknown,
} from "./recordAttempts.ts";
export {
  changeSchedule,
  findSchedule,
  finishSchedule,
  putSchedule,
  removePack,
  removeSchedule,
  showReleasing,
  takeBackSchedule,
} from "./recordSchedules.ts";
