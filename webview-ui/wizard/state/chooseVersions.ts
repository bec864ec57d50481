import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { versionIn, type ComponentVersions } from "../../../src/model/release/release.ts";
import { checkAvailability } from "./checkAvailability.ts";
import { chosenVersions, leftOutComponents } from "./chosenVersions.ts";
import { nothingPicked, type StoredState, type WizardState } from "./wizardState.ts";

/** Chooses the latest version of each component. Components that are up to date get their current version. */
export function chooseLatest(state: WizardState): WizardState {
  return chooseForAll(state, ({ latestVersion, currentVersion }) => latestVersion || currentVersion);
}

/** Chooses the current version of each component. Components that were never released keep what is chosen. */
export function chooseCurrent(state: WizardState): WizardState {
  return chooseForAll(state, ({ currentVersion }) => currentVersion);
}

/** Chooses for all components what the wizard chose when it was opened. */
export function resetAll(state: WizardState): WizardState {
  return pick(state, openedWith(state.stored));
}

/** Chooses for one component what the wizard chose when it was opened. */
export function resetVersion(state: WizardState, componentId: string): WizardState {
  const { [componentId]: _picked, ...picked } = state.stored.picked;
  const version = versionIn(openedWith(state.stored), componentId);
  return pick(state, version === undefined ? picked : { ...picked, [componentId]: version });
}

/** The ids of the components for which another version is chosen than when the wizard was opened. */
export function changedSinceOpening(stored: StoredState): ReadonlySet<string> {
  const wasLeftOut = new Set(leftOutAtFirst(stored).map(({ componentId }) => componentId));
  const atFirst = openedWith(stored);
  const chosen = chosenVersions(stored);
  const changed = stayingComponents(stored.shown).filter(({ componentId }) => {
    const opened =
      versionIn(atFirst, componentId) ??
      (wasLeftOut.has(componentId) ? "" : versionIn(stored.preselected, componentId));
    return opened !== undefined && (versionIn(chosen, componentId) ?? "") !== opened;
  });
  return new Set(changed.map(({ componentId }) => componentId));
}

/** Adds a component that is left out, with its preselected version. */
export function addComponent(state: WizardState, componentId: string): WizardState {
  const { picked, preselected } = state.stored;
  return pick(state, { ...picked, [componentId]: versionIn(preselected, componentId) ?? "" });
}

/** The components that the wizard was opened without. */
function leftOutAtFirst({ start, shown }: StoredState): readonly PackComponent[] {
  return leftOutComponents({
    ...nothingPicked,
    ...(shown && { shown }),
    ...(start && { start }),
    picked: start?.versions ?? {},
  });
}

/** The versions that the wizard was opened with, such as those of a scheduled release, as far as they can be picked. */
function openedWith({ start, shown }: StoredState): ComponentVersions {
  const staying = new Set(stayingComponents(shown).map(({ componentId }) => componentId));
  return Object.fromEntries(Object.entries(start?.versions ?? {}).filter(([id]) => staying.has(id)));
}

function chooseForAll(state: WizardState, choose: (component: PackComponent) => string): WizardState {
  const { picked, shown } = state.stored;
  const leftOut = new Set(leftOutComponents(state.stored));
  const chosen = stayingComponents(shown)
    .filter((component) => !leftOut.has(component))
    .map((component) => [component.componentId, choose(component)] as const)
    .filter(([, version]) => version !== "");
  return pick(state, { ...picked, ...Object.fromEntries(chosen) });
}

function pick(state: WizardState, picked: ComponentVersions): WizardState {
  return checkAvailability({ ...state, stored: { ...state.stored, picked, unavailable: {} } });
}

function stayingComponents(shown: StoredState["shown"]): readonly PackComponent[] {
  return shown?.pack.components.filter(({ deleted }) => !deleted) ?? [];
}
