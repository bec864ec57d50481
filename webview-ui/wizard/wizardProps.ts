import type { WizardRequest } from "../../src/protocol/wizard/wizardRequest.ts";
import { changePack, packView, type PageState } from "./state/pageState.ts";
import type { StoredState, WizardState } from "./state/wizardState.ts";

/** The props of what concerns all packs of the wizard. */
export interface PageProps {
  readonly page: PageState;
  readonly changePage: (next: (before: PageState) => PageState) => void;
  readonly post: (request: WizardRequest) => void;
}

/** The props of what concerns one pack. */
export interface WizardProps {
  readonly state: WizardState;
  readonly change: (next: (before: WizardState) => WizardState) => void;
  readonly post: (request: WizardRequest) => void;
}

/** The props of what concerns the pack at the position. Of several packs, its requests name it. */
export function packProps({ page, changePage, post }: PageProps, at: number): WizardProps {
  const state = packView(page, at);
  const packId = state.stored.named?.packId;
  return {
    state,
    change: (next) => changePage((before) => changePack(before, at, next)),
    post: packId === undefined ? post : (request) => post(withPack(request, packId)),
  };
}

function withPack(request: WizardRequest, packId: string): WizardRequest {
  const { type } = request;
  return type === "undelete" ||
    type === "confirmLeaving" ||
    type === "showPack" ||
    type === "addToAccountGroup" ||
    type === "compare" ||
    type === "releaseNotes"
    ? { ...request, packId }
    : request;
}

/** A change of the stored state alone, for `WizardProps.change`. */
export function changeStored(
  next: (before: StoredState) => StoredState,
): (before: WizardState) => WizardState {
  return (before) => ({ ...before, stored: next(before.stored) });
}
