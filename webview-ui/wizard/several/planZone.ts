import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import type { SeveralState } from "../state/severalState.ts";

/** The zone of the date of the plan that the wizard was opened with. Without one, that of the settings counts. */
export function zoneOfPlan({ opened }: SeveralState): Pick<WizardPack, "timeZone"> {
  return opened?.timeZone === undefined ? {} : { timeZone: opened.timeZone };
}

/** Whether nobody knows in which zone the date begins: the platform runs the releases. */
export function hasUncertainZone({ opened }: SeveralState, { capabilities }: WizardPack): boolean {
  const keeper = opened?.target.backend === "platform" ? opened.target.scheduleWith : undefined;
  return keeper === undefined ? capabilities.hasUncertainZone === true : keeper === "platform";
}
