import { t } from "@vscode/l10n";
import type { RadioGroup } from "@vscode/webview-ui-toolkit";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { canBeChosen, newestFirst, type PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { formatDate } from "../../shared/format.ts";
import { changeName } from "../words.ts";

interface SelectVersionDialogProps {
  readonly component: PackComponent;
  /** Newest first; left out while they are being read. */
  readonly versions: readonly PackagedVersion[] | undefined;
  /** The version chosen so far; `""` for none. */
  readonly chosen: string;
  readonly onSelect: (packageVersion: string) => void;
  readonly onCancel: () => void;
}

/** Lets the user choose one of a component's versions that may be released. */
export function SelectVersionDialog(props: SelectVersionDialogProps) {
  const { component, versions, onSelect, onCancel } = props;
  const [selected, setSelected] = useState(props.chosen);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const offered = versions?.filter(
    (version) => canBeChosen(version) || version.packageVersion === component.currentVersion,
  );
  const canSelect = offered?.some(({ packageVersion }) => packageVersion === selected) === true;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="select-version-title"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id="select-version-title">{t("Select Version")}</h2>
      <p>{component.componentName}</p>
      {!offered && <vscode-progress-ring aria-label={t("Reading the versions…")} />}
      {offered?.length === 0 && (
        <p class="obstacle">
          {t("This component has no version that may be released. Allow sharing when you package it.")}
        </p>
      )}
      {offered && offered.length > 0 && (
        <VersionRadios {...props} offered={offered} selected={selected} onChange={setSelected} />
      )}
      <div class="buttons">
        <vscode-button disabled={!canSelect} onClick={() => onSelect(selected)}>
          {t("Select Version")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={onCancel}>
          {t("Cancel")}
        </vscode-button>
      </div>
    </dialog>
  );
}

interface VersionRadiosProps extends SelectVersionDialogProps {
  readonly offered: readonly PackagedVersion[];
  readonly selected: string;
  readonly onChange: (packageVersion: string) => void;
}

/** The radio buttons are found by their place: two versions may differ in white space alone. */
function VersionRadios({ component, versions, offered, selected, onChange }: VersionRadiosProps) {
  const group = useRef<RadioGroup>(null);
  const current = versions?.find(({ packageVersion }) => packageVersion === component.currentVersion);
  const place = offered.findIndex(({ packageVersion }) => packageVersion === selected);
  useEffect(() => {
    const radios = group.current?.querySelectorAll<HTMLElement>("vscode-radio");
    (radios?.[place] ?? radios?.[0])?.focus();
  }, []);
  return (
    <vscode-radio-group
      ref={group}
      class="versions"
      orientation="vertical"
      aria-label={t("Versions of {0}", component.componentName)}
      value={String(place)}
      onChange={() => {
        const version = offered[Number(group.current?.value)];
        if (version) onChange(version.packageVersion);
      }}
    >
      {offered.map((version, at) => (
        <vscode-radio key={version.packageId} value={String(at)}>
          <VersionLine
            component={component}
            version={version}
            isRollBack={current !== undefined && newestFirst(current, version) < 0}
          />
        </vscode-radio>
      ))}
    </vscode-radio-group>
  );
}

interface VersionLineProps {
  readonly component: PackComponent;
  readonly version: PackagedVersion;
  /** Whether choosing it goes back to a version older than the current one. */
  readonly isRollBack: boolean;
}

/** The spaces keep the parts apart where the line is read out as the name of its radio button. */
function VersionLine({ component, version, isRollBack }: VersionLineProps) {
  const { packageVersion, createdDate, createdBy, notes } = version;
  return (
    <span class="version">
      <span class="version-text">{packageVersion}</span>{" "}
      {packageVersion === component.currentVersion && <span class="tag">{t("Current")}</span>}{" "}
      {packageVersion === component.latestVersion && <span class="tag">{t("Latest")}</span>}{" "}
      {isRollBack && <span class="tag rollBack">{changeName("rollBack")}</span>}{" "}
      <span class="secondary">{t("{0} by {1}", formatDate(createdDate), createdBy)}</span>{" "}
      {notes !== "" && <span class="notes">{notes}</span>}
    </span>
  );
}
