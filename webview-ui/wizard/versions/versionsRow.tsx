import * as l10n from "@vscode/l10n";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { componentTypeName } from "../../../src/model/pack/componentTypeName.ts";
import { changeName } from "../changes/changeName.ts";
import { StackingCell, StackingRow } from "../stackingTable.tsx";
import { VersionCell } from "../versionCell.tsx";
import { findVersion } from "../state/findVersion.ts";
import type { columnTitles } from "./versionsTable.tsx";

/** What the rows of a pack have in common. */
export interface VersionsRowProps {
  readonly shown: WizardPack;
  readonly titles: ReturnType<typeof columnTitles>;
  readonly unavailable: ComponentVersions;
  readonly versions: VersionsOfComponents | undefined;
  readonly onSelect: (component: PackComponent) => void;
  /** Whether another version is chosen than when the wizard was opened. */
  readonly canReset: boolean;
  readonly onReset: (componentId: string) => void;
  /** The ids of the components that are left out. */
  readonly leftOut: ReadonlySet<string>;
  readonly onAdd: (componentId: string) => void;
  /** Undefined where Deleted marks cannot be taken away. */
  readonly onUndelete: ((componentId: string) => void) | undefined;
  readonly onViewDetails: (version: PackagedVersion) => void;
  /** The component whose details the user left: its link gets the focus. */
  readonly cameFrom: string | undefined;
  /** Undefined where versions cannot be compared. */
  readonly onCompare: ((componentId: string) => void) | undefined;
}

interface OwnRowProps extends VersionsRowProps {
  readonly component: PackComponent;
  /** The position among all rows, from 0. */
  readonly index: number;
  readonly change: ReleaseChange;
}

/** A component of a pack with its versions. */
export function VersionsRow({ component, index, titles, change, ...props }: OwnRowProps) {
  const { componentId, componentName, componentType, currentVersion, latestVersion, deleted } = component;
  const { versions, shown, onCompare } = props;
  const find = (text: string) => findVersion(versions, componentId, text);
  const isUpToDate = latestVersion === "" && currentVersion !== "" && !deleted;
  const details = find(deleted ? currentVersion : change.to);
  const isComparable = !["unchanged", "removed"].includes(change.kind);
  const cell = (text: string) => (
    <VersionCell text={text} version={find(text)} releaseBranch={shown.releaseBranch} />
  );
  return (
    <StackingRow name={componentName} index={index}>
      <StackingCell column={titles.type}>{componentTypeName(componentType)}</StackingCell>
      <StackingCell column={titles.current}>{cell(currentVersion)}</StackingCell>
      <StackingCell column={titles.pending}>
        <PendingVersion
          {...props}
          component={component}
          change={change}
          version={deleted ? undefined : details}
          unavailable={props.unavailable[componentId]}
        />
      </StackingCell>
      <StackingCell column={titles.latest}>
        {isUpToDate ? <span class="none">{l10n.t("Up to date")}</span> : cell(latestVersion)}
      </StackingCell>
      <StackingCell column={titles.actions} isActions>
        <PlacedLink
          name={l10n.t("View Details")}
          componentName={componentName}
          takesFocus={props.cameFrom === componentId}
          onActivate={details && (() => props.onViewDetails(details))}
        />
        {onCompare && currentVersion !== "" && (
          <PlacedLink
            name={l10n.t("Compare")}
            componentName={componentName}
            onActivate={isComparable ? () => onCompare(componentId) : undefined}
          />
        )}
      </StackingCell>
    </StackingRow>
  );
}

interface PlacedLinkProps {
  readonly name: string;
  readonly componentName: string;
  readonly takesFocus?: boolean;
  /** Undefined where there is nothing to do. */
  readonly onActivate: (() => void) | undefined;
}

/** A link of a row. Where there is nothing to do, also because versions are still read, it is not seen but has its place. */
function PlacedLink({ name, componentName, takesFocus = false, onActivate }: PlacedLinkProps) {
  return onActivate ? (
    <ActionLink
      label={l10n.t("{0}: {1}", name, componentName)}
      takesFocus={takesFocus}
      onActivate={onActivate}
    >
      {name}
    </ActionLink>
  ) : (
    <span class="not-yet" aria-hidden="true">
      {name}
    </span>
  );
}

interface PendingVersionProps extends Pick<
  VersionsRowProps,
  "shown" | "onSelect" | "canReset" | "onReset" | "onUndelete" | "leftOut" | "onAdd"
> {
  readonly component: PackComponent;
  readonly change: ReleaseChange;
  /** The packaged version that is chosen, where it is known. */
  readonly version: PackagedVersion | undefined;
  /** A chosen version that can no longer be released. */
  readonly unavailable: string | undefined;
}

/** The chosen version with what it changes, and the link to choose another one. */
function PendingVersion(props: PendingVersionProps) {
  const { component, change, version, unavailable, shown, onSelect, canReset, onReset, onUndelete } = props;
  const { componentId, componentName } = component;
  if (props.leftOut.has(componentId)) {
    return (
      <div class="pending">
        <span class="version-line">
          <span class="tag unchanged">{l10n.t("Left out")}</span>
        </span>
        <span class="cell-link">
          <ActionLink label={l10n.t("Add: {0}", componentName)} onActivate={() => props.onAdd(componentId)}>
            {l10n.t("Add")}
          </ActionLink>
        </span>
      </div>
    );
  }
  if (component.deleted) {
    return (
      <div class="pending">
        <span class="version-line">
          <span class="tag removed">{l10n.t("Deleted")}</span>
        </span>
        {onUndelete && (
          <span class="cell-link">
            <ActionLink
              label={l10n.t("Undelete: {0}", componentName)}
              onActivate={() => onUndelete(componentId)}
            >
              {l10n.t("Undelete")}
            </ActionLink>
          </span>
        )}
      </div>
    );
  }
  return (
    <div class="pending">
      {unavailable === undefined ? (
        <VersionCell text={change.to} version={version} releaseBranch={shown.releaseBranch}>
          {change.to !== "" && <span class={`tag ${change.kind}`}>{changeName(change.kind)}</span>}
        </VersionCell>
      ) : (
        <span class="obstacle">{l10n.t("{0} can no longer be released", unavailable)}</span>
      )}
      <span class="cell-link">
        <ActionLink
          label={l10n.t("Select another version: {0}", componentName)}
          onActivate={() => onSelect(component)}
        >
          {l10n.t("Select another version")}
        </ActionLink>
        {canReset && (
          <ActionLink label={l10n.t("Reset: {0}", componentName)} onActivate={() => onReset(componentId)}>
            {l10n.t("Reset")}
          </ActionLink>
        )}
      </span>
    </div>
  );
}
