import { canBeChosen } from "../../../src/model/pack/packagedVersion.ts";
import { chosenVersions } from "./chosenVersions.ts";
import { findVersion } from "./findVersion.ts";
import type { WizardState } from "./wizardState.ts";

/** Finds the chosen versions that cannot be released, once the packaged versions are known. */
export function checkAvailability(state: WizardState): WizardState {
  const { stored, received } = state;
  const { versions } = received;
  if (!stored.shown || !versions) return state;
  const chosen = chosenVersions({ ...stored, unavailable: {} });
  const unavailable = stored.shown.pack.components.flatMap(({ componentId, currentVersion }) => {
    const version = chosen[componentId] ?? "";
    const isKnown = Object.hasOwn(versions, componentId);
    if (version === "" || version === currentVersion || !isKnown) return [];
    const found = findVersion(versions, componentId, version);
    return found && canBeChosen(found) ? [] : [[componentId, version] as const];
  });
  return { ...state, stored: { ...stored, unavailable: Object.fromEntries(unavailable) } };
}
