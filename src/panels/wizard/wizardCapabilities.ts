import type { Backend } from "../../backend/backend.ts";
import type { WizardActionName, WizardCapabilities } from "../../protocol/wizard/wizardPack.ts";
import type { WizardActions } from "./wizardActions.ts";

const actionNames: readonly WizardActionName[] = ["compare", "releaseNotes", "addToAccountGroup", "signIn"];

/** What the wizard offers on this backend. */
export function wizardCapabilities(
  { schedules, editing, accountGroups }: Backend,
  actions: WizardActions,
): WizardCapabilities {
  const isOffered = (name: WizardActionName) =>
    actions[name] !== undefined && (name !== "addToAccountGroup" || accountGroups !== undefined);
  return {
    canSchedule: schedules !== undefined,
    canUndelete: editing !== undefined,
    ...(schedules?.hasUncertainZone && { hasUncertainZone: schedules.hasUncertainZone }),
    pendingUpdates: pendingUpdates(schedules),
    canConfirmLeaving: editing?.confirmLeaving !== undefined,
    actions: actionNames.filter(isOffered),
  };
}

function pendingUpdates(schedules: Backend["schedules"]): WizardCapabilities["pendingUpdates"] {
  if (!schedules?.announcesUpdates) return "none";
  return schedules.applyPendingUpdate ? "here" : "byAccounts";
}
