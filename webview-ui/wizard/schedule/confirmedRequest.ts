import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import type { ConfirmedRequest } from "../../../src/protocol/wizard/wizardRequest.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { chosenVersions, leftOutComponents } from "../state/chosenVersions.ts";
import type { StoredState } from "../state/wizardState.ts";

/** The request for what the page shows: the versions, the date, and the fingerprint of the pack that the user confirms. */
export function confirmedRequest(stored: StoredState, { pack, timeZone }: WizardPack): ConfirmedRequest {
  const confirmed = {
    versions: chosenVersions(stored),
    leftOut: leftOutComponents(stored).map(({ componentId }) => componentId),
    expected: packFingerprint(pack),
    replaceScheduled: pack.scheduled !== undefined,
  };
  return stored.option === "immediate"
    ? { type: "release", ...confirmed }
    : { type: "schedule", ...confirmed, date: stored.date, timeZone: timeZone ?? "" };
}
