import type { WizardRequest } from "../../src/protocol/wizard.ts";
import type { KeptState, WizardState } from "./wizardState.ts";

/** The props of every page of the wizard. */
export interface WizardProps {
  readonly state: WizardState;
  readonly change: (next: (before: WizardState) => WizardState) => void;
  readonly post: (request: WizardRequest) => void;
}

/** A change of the kept state alone, for `WizardProps.change`. */
export function keeping(next: (before: KeptState) => KeptState): (before: WizardState) => WizardState {
  return (before) => ({ ...before, kept: next(before.kept) });
}
