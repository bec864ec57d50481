import { t } from "@vscode/l10n";
import type { RadioGroup } from "@vscode/webview-ui-toolkit";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { canBeChosen, newestFirst, type PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { formatDate } from "../../shared/formatDates.ts";
import { OtherBranchTag } from "../../shared/otherBranchTag.tsx";
import { changeName } from "../changeName.ts";
import { VersionOrigin } from "../versionCell.tsx";

interface SelectVersionDialogProps {
  readonly component: PackComponent;
  /** Newest first; undefined while they are loading. */
  readonly versions: readonly PackagedVersion[] | undefined;
  /** The chosen version; `""` for none. */
  readonly chosen: string;
  /** The branch that releases come from. */
  readonly releaseBranch: string;
  readonly onSelect: (packageVersion: string) => void;
  readonly onCancel: () => void;
}

/** A modal dialog in which the user picks one of the component's versions that can be released. */
export function SelectVersionDialog(props: SelectVersionDialogProps) {
  const { component, versions, onSelect, onCancel } = props;
  const [selected, setSelected] = useState(props.chosen);
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the first paint, which shows it open. Closing it returns the focus to the link that opened it.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
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

/** The value of a radio button is its position, because two versions may differ in white space only. */
function VersionRadios(props: VersionRadiosProps) {
  const { component, versions, releaseBranch, offered, selected, onChange } = props;
  const group = useRef<RadioGroup>(null);
  const current = versions?.find(({ packageVersion }) => packageVersion === component.currentVersion);
  const position = offered.findIndex(({ packageVersion }) => packageVersion === selected);
  useEffect(() => {
    const radios = group.current?.querySelectorAll<HTMLElement>("vscode-radio");
    (radios?.[position] ?? radios?.[0])?.focus();
  }, []);
  return (
    <vscode-radio-group
      ref={group}
      class="versions"
      orientation="vertical"
      aria-label={t("Versions of {0}", component.componentName)}
      value={String(position)}
      onChange={() => {
        const version = offered[Number(group.current?.value)];
        if (version) onChange(version.packageVersion);
      }}
    >
      {offered.map((version, index) => (
        <vscode-radio key={version.packageId} value={String(index)}>
          <VersionLine
            component={component}
            version={version}
            releaseBranch={releaseBranch}
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
  readonly releaseBranch: string;
  /** Whether the version is older than the current one. */
  readonly isRollBack: boolean;
}

/** The spaces separate the parts in the name of the radio button, which screen readers read. */
function VersionLine({ component, version, releaseBranch, isRollBack }: VersionLineProps) {
  const { packageVersion, createdDate, notes } = version;
  return (
    <span class="version">
      <bdi class="version-text">{packageVersion}</bdi>{" "}
      {packageVersion === component.currentVersion && <span class="tag">{t("Current")}</span>}{" "}
      {packageVersion === component.latestVersion && <span class="tag">{t("Latest")}</span>}{" "}
      {isRollBack && <span class="tag rollBack">{changeName("rollBack")}</span>}{" "}
      <OtherBranchTag version={version} releaseBranch={releaseBranch} />{" "}
      <span class="secondary">
        {formatDate(createdDate)} · <VersionOrigin version={version} />
      </span>{" "}
      {notes !== "" && <span class="notes">{notes}</span>}
    </span>
  );
}
