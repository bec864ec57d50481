import type { ConfirmedRequest } from "../../../src/protocol/wizard/wizardRequest.ts";
import type { StoredState } from "./wizardState.ts";

/**
 * The confirmed request once more, as one that changes the scheduled release that exists. Undefined unless it was rejected
 * because of a release that the pack does not show, and the pack is still as it was confirmed.
 */
export function changeExisting({
  submission,
  confirmed,
  shown,
  notice,
}: StoredState): ConfirmedRequest | undefined {
  const isElsewhere =
    submission?.state === "rejected" &&
    submission.code === "AlreadyScheduled" &&
    shown?.pack.scheduled === undefined &&
    notice === undefined;
  return isElsewhere && confirmed && !confirmed.replaceScheduled
    ? { ...confirmed, replaceScheduled: true }
    : undefined;
}
