import * as l10n from "@vscode/l10n";
import { useState } from "preact/hooks";
import type { PackComponent } from "../../../src/model/pack/pack.ts";

interface LeavingQuestionProps {
  /** The components that may leave. */
  readonly components: readonly PackComponent[];
  /** Called with the ids of those that leave. */
  readonly onConfirm: (componentIds: string[]) => void;
}

/** Asks which components leave the pack. None is checked before the user looked at them; the button says what it confirms. */
export function LeavingQuestion({ components, onConfirm }: LeavingQuestionProps) {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const toggle = (componentId: string) => {
    const next = new Set(leaving);
    if (!next.delete(componentId)) next.add(componentId);
    setLeaving(next);
  };
  return (
    <fieldset class="leaving">
      <legend>{l10n.t("Components that leave the pack with the next release")}</legend>
      {components.map(({ componentId, componentName, currentVersion }) => (
        <label key={componentId}>
          <input type="checkbox" checked={leaving.has(componentId)} onChange={() => toggle(componentId)} />
          <span>
            <bdi>{componentName}</bdi> <span class="secondary">{currentVersion}</span>
          </span>
        </label>
      ))}
      <div class="buttons">
        <vscode-button onClick={() => onConfirm([...leaving])}>
          {confirmation(leaving.size, components.length)}
        </vscode-button>
      </div>
    </fieldset>
  );
}

function confirmation(leaving: number, all: number): string {
  if (leaving === 0) return l10n.t("Confirm: All of Them Stay");
  if (leaving === all) return l10n.t("Confirm: All of Them Leave");
  return l10n.t("Confirm: {0} Leave, {1} Stay", leaving, all - leaving);
}
