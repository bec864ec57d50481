import type { WizardRequest } from "../../src/protocol/wizard.ts";
import type { StoredState, WizardState } from "./state/wizardState.ts";

/** The props of every step of the wizard. */
export interface WizardProps {
  readonly state: WizardState;
  readonly change: (next: (before: WizardState) => WizardState) => void;
  readonly post: (request: WizardRequest) => void;
}

/** A change of the stored state alone, for `WizardProps.change`. */
export function changeStored(
  next: (before: StoredState) => StoredState,
): (before: WizardState) => WizardState {
  return (before) => ({ ...before, stored: next(before.stored) });
}
