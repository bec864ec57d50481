import type { Backend } from "../../backend/backend.ts";
import type { WizardActionName, WizardCapabilities } from "../../protocol/wizard.ts";
import type { WizardActions } from "./wizardActions.ts";

const actionNames: readonly WizardActionName[] = ["compare", "releaseNotes", "addToAccountGroup", "signIn"];

/** What the wizard offers on this backend. */
export function wizardCapabilities(
  { schedules, accountGroups }: Backend,
  actions: WizardActions,
): WizardCapabilities {
  const isOffered = (name: WizardActionName) =>
    actions[name] !== undefined && (name !== "addToAccountGroup" || accountGroups !== undefined);
  return {
    canSchedule: schedules !== undefined,
    ...(schedules?.fixedTimeZone !== undefined && { fixedTimeZone: schedules.fixedTimeZone }),
    appliesPendingUpdates: schedules?.applyPendingUpdate !== undefined,
    actions: actionNames.filter(isOffered),
  };
}
