import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import type { WizardPack, WizardRequest } from "../../../src/protocol/wizard.ts";
import { chosenVersions, type KeptState } from "../wizardState.ts";

/** Asks for the release that the page shows: its versions, its date, and the state of the pack that the user confirms. */
export function confirmedRequest(kept: KeptState, { pack, timeZone }: WizardPack): WizardRequest {
  const confirmed = {
    versions: chosenVersions(kept),
    expected: packFingerprint(pack),
    replaceScheduled: pack.scheduled !== undefined,
  };
  return kept.option === "immediate"
    ? { type: "release", ...confirmed }
    : { type: "schedule", ...confirmed, date: kept.date, timeZone };
}
