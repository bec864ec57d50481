import { pickVersion } from "../state/chosenVersions.ts";
import { chosenVersions } from "../state/chosenVersions.ts";
import { showDetails } from "../state/showDetails.ts";
import type { StoredState } from "../state/wizardState.ts";
import { changeStored, type WizardProps } from "../wizardProps.ts";
import { SelectVersionDialog } from "./selectVersionDialog.tsx";

/** The dialog *Select Version* for a component of the pack. Nothing while it is closed. */
export function PackVersionSelection({ state, change, post }: WizardProps) {
  const { shown, selecting: selection } = state.stored;
  const selecting = shown?.pack.components.find(({ componentId }) => componentId === selection?.componentId);
  if (!shown || !selection || !selecting) return null;
  const { componentId } = selecting;
  const canCompare = shown.capabilities.actions.includes("compare") && selecting.currentVersion !== "";
  return (
    <SelectVersionDialog
      component={selecting}
      versions={state.received.versions?.[componentId]}
      releaseBranch={shown.releaseBranch}
      selection={selection}
      onChange={(next) => change(changeStored((before) => ({ ...before, selecting: next })))}
      onSelect={(version) =>
        change(changeStored((before) => withoutSelection(pickVersion(before, componentId, version))))
      }
      onViewDetails={(version) => change((before) => showDetails(before, version))}
      onCompare={
        canCompare
          ? (version) =>
              post({
                type: "compare",
                versions: { ...chosenVersions(state.stored), [componentId]: version },
                componentId,
              })
          : undefined
      }
      onCancel={() => change(changeStored(withoutSelection))}
    />
  );
}

/** The stored state with the dialog closed. */
function withoutSelection({ selecting: _selecting, ...stored }: StoredState): StoredState {
  return stored;
}
