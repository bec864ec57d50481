import { mayRun } from "../../scheduleQueue.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { NewAttempt, ReleaseAttempt } from "./releaseAttempt.ts";
import type { SendingCondition } from "./releaseRecords.ts";
import type { ScheduleRecord } from "./scheduleRecord.ts";

/** What the records say in the step that records the sending. */
export interface SendingState {
  readonly holdsClaim: boolean;
  /** The pack's attempts whose end is not known. */
  readonly open: readonly ReleaseAttempt[];
  readonly scheduled: ScheduleRecord | undefined;
  readonly now: Date;
}

/** Whether a request may be sent, by one rule for every implementation of the records. @throws as `ReleaseRecords.recordSending` */
export function checkSending(
  { packName, scheduleId }: NewAttempt,
  { permission, acknowledged }: SendingCondition,
  { holdsClaim, open, scheduled, now }: SendingState,
): void {
  if (!holdsClaim) throw platformReleaseErrors.claimLost(packName);
  if (open.some(({ state }) => state === "accepted")) throw platformReleaseErrors.underWay(packName);
  const unconfirmed = open.find(
    ({ state, attemptId }) => state === "unknown" && !acknowledged.includes(attemptId),
  );
  if (unconfirmed) throw platformReleaseErrors.earlierUnknown(packName, unconfirmed.sentAt);
  const isSame = (scheduled?.scheduleId ?? "") === scheduleId;
  const isAllowed = permission === undefined || (scheduled && mayRun(scheduled.scheduled, permission, now));
  if (!isSame || !isAllowed) throw platformReleaseErrors.scheduleChanged(packName);
}
