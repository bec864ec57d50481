import * as l10n from "@vscode/l10n";
import { ProgressRing } from "../../shared/controls/progressRing.tsx";
import type { RadioGroup } from "@vscode/webview-ui-toolkit";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { newestFirst, type PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import { formatDate } from "../../shared/formatDates.ts";
import { OtherBranchTag } from "../../shared/controls/otherBranchTag.tsx";
import { changeName } from "../changes/changeName.ts";
import type { VersionSelection } from "../state/wizardState.ts";
import { VersionOrigin } from "../versionCell.tsx";
import { findVersions, selectableVersions } from "./selectableVersions.ts";

/** The number of versions up to which the dialog has no search. */
const mostWithoutSearch = 8;

interface SelectVersionDialogProps {
  readonly component: PackComponent;
  /** Newest first; undefined while they are loading. */
  readonly versions: readonly PackagedVersion[] | undefined;
  readonly selection: VersionSelection;
  /** The branch that releases come from. */
  readonly releaseBranch: string;
  readonly onChange: (selection: VersionSelection) => void;
  readonly onSelect: (packageVersion: string) => void;
  readonly onViewDetails: (version: PackagedVersion) => void;
  /** Undefined where the selected version cannot be compared with the released one. */
  readonly onCompare: ((packageVersion: string) => void) | undefined;
  readonly onCancel: () => void;
}

/** A modal dialog in which the user picks one of the component's versions that can be released. */
export function SelectVersionDialog(props: SelectVersionDialogProps) {
  const { component, versions, selection, onChange, onSelect, onViewDetails, onCompare, onCancel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the first paint, which shows it open. Closing it returns the focus to the link that opened it.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  const offered = versions && selectableVersions(versions, component);
  const found = offered && findVersions(offered, selection.search);
  const selected = found?.find(({ packageVersion }) => packageVersion === selection.packageVersion);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="select-version-title"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onKeyDown={(event) => {
        // Buttons and links use the key themselves.
        const isOwn =
          event.target instanceof Element && event.target.closest("a, button, vscode-button") === null;
        if (event.key === "Enter" && isOwn && selected) onSelect(selected.packageVersion);
      }}
    >
      <h2 id="select-version-title">{l10n.t("Select Version")}</h2>
      <p>{component.componentName}</p>
      {!offered && <ProgressRing label={l10n.t("Reading the versions…")} />}
      {offered?.length === 0 && (
        <p class="obstacle">
          {l10n.t("This component has no version that may be released. Allow sharing when you package it.")}
        </p>
      )}
      {offered && offered.length > mostWithoutSearch && (
        <input
          type="search"
          class="search"
          placeholder={l10n.t("Search versions")}
          aria-label={l10n.t("Search versions")}
          defaultValue={selection.search}
          onInput={(event) => onChange({ ...selection, search: event.currentTarget.value })}
        />
      )}
      {found && found.length > 0 && <VersionRadios {...props} found={found} all={versions} />}
      {found?.length === 0 && offered && offered.length > 0 && (
        <p class="secondary" role="status">
          {l10n.t("No version matches.")}
        </p>
      )}
      <div class="buttons">
        <vscode-button disabled={!selected} onClick={() => selected && onSelect(selected.packageVersion)}>
          {l10n.t("Select Version")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={onCancel}>
          {l10n.t("Cancel")}
        </vscode-button>
        {/* Actions that select nothing. */}
        <div class="apart">
          <vscode-button
            appearance="secondary"
            disabled={!selected}
            onClick={() => selected && onViewDetails(selected)}
          >
            {l10n.t("View Details")}
          </vscode-button>
          {onCompare && (
            <vscode-button
              appearance="secondary"
              disabled={!selected || selected.packageVersion === component.currentVersion}
              onClick={() => selected && onCompare(selected.packageVersion)}
            >
              {l10n.t("Compare")}
            </vscode-button>
          )}
        </div>
      </div>
    </dialog>
  );
}

interface VersionRadiosProps extends SelectVersionDialogProps {
  /** The versions that the search finds. */
  readonly found: readonly PackagedVersion[];
  readonly all: readonly PackagedVersion[];
}

/** The value of a radio button is the id of the package, because two versions may differ in white space only. */
function VersionRadios({ component, all, releaseBranch, found, selection, onChange }: VersionRadiosProps) {
  const group = useRef<RadioGroup>(null);
  const current = all.find(({ packageVersion }) => packageVersion === component.currentVersion);
  const position = found.findIndex(({ packageVersion }) => packageVersion === selection.packageVersion);
  useEffect(() => {
    const radios = group.current?.querySelectorAll<HTMLElement>("vscode-radio");
    (radios?.[position] ?? radios?.[0])?.focus();
  }, []);
  return (
    <vscode-radio-group
      ref={group}
      class="versions"
      orientation="vertical"
      aria-label={l10n.t("Versions of {0}", component.componentName)}
      value={found[position]?.packageId ?? ""}
      onChange={() => {
        const version = found.find(({ packageId }) => packageId === group.current?.value);
        if (version) onChange({ ...selection, packageVersion: version.packageVersion });
      }}
    >
      {found.map((version) => (
        <vscode-radio key={version.packageId} value={version.packageId}>
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
      {packageVersion === component.currentVersion && <span class="tag">{l10n.t("Current")}</span>}{" "}
      {packageVersion === component.latestVersion && <span class="tag">{l10n.t("Latest")}</span>}{" "}
      {isRollBack && <span class="tag rollBack">{changeName("rollBack")}</span>}{" "}
      <OtherBranchTag version={version} releaseBranch={releaseBranch} />{" "}
      <span class="secondary">
        {formatDate(createdDate)} · <VersionOrigin version={version} />
      </span>{" "}
      {notes !== "" && <span class="notes">{notes}</span>}
    </span>
  );
}
