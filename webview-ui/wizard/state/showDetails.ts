import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { WizardState } from "./wizardState.ts";

/** Shows the details of a packaged version of a component in place of the step. */
export function showDetails(state: WizardState, version: PackagedVersion): WizardState {
  const { componentId, componentName, packageId, packageVersion } = version;
  const details = { packageId, title: `${componentName} ${packageVersion}`, contents: {} };
  return { ...state, received: { ...state.received, details, cameFrom: componentId } };
}

/** Goes back from the details to the step. */
export function leaveDetails({ stored, received }: WizardState): WizardState {
  const { details: _details, ...rest } = received;
  return { stored, received: rest };
}
