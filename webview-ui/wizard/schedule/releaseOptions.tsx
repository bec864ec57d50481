import * as l10n from "@vscode/l10n";
import type { DeploymentModel } from "../../../src/model/pack/pack.ts";
import type { ReleaseOption } from "../../../src/protocol/wizard/wizardStart.ts";
import { packWords } from "../packWords.ts";

interface ReleaseOptionsProps {
  readonly option: ReleaseOption;
  readonly canSchedule: boolean;
  readonly deploymentModel: DeploymentModel;
  readonly disabled: boolean;
  readonly onChange: (option: ReleaseOption) => void;
}

/** The choice between *Release immediately* and *Release on specified date*. */
export function ReleaseOptions(props: ReleaseOptionsProps) {
  const { option, canSchedule, deploymentModel, disabled, onChange } = props;
  const words = packWords(deploymentModel);
  return (
    <>
      <vscode-radio-group
        orientation="vertical"
        aria-label={l10n.t("Select a release option")}
        value={option}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value === "date" ? "date" : "immediate")}
      >
        <span slot="label">{l10n.t("Select a release option")}</span>
        <vscode-radio value="immediate">{words.releaseImmediately}</vscode-radio>
        <vscode-radio value="date" disabled={!canSchedule}>
          {words.releaseOnDate}
        </vscode-radio>
      </vscode-radio-group>
      {!canSchedule && <p class="secondary">{l10n.t("This backend cannot schedule releases.")}</p>}
    </>
  );
}
