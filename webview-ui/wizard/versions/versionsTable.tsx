import { t } from "@vscode/l10n";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents, WizardPack } from "../../../src/protocol/wizard.ts";
import { ActionLink } from "../../shared/actionLink.tsx";
import type { ColumnOrder } from "../../shared/columnOrder.ts";
import { SortButton, sortDirection } from "../../shared/sortButton.tsx";
import { componentTypeName } from "../../../src/model/pack/componentTypeName.ts";
import { changeName } from "../changeName.ts";
import { packWords } from "../packWords.ts";
import { StackingCell, StackingRow, StackingTable } from "../stackingTable.tsx";
import { VersionCell } from "../versionCell.tsx";
import { findVersion } from "../state/findVersion.ts";
import { versionColumns, type VersionColumn, type VersionsTableRow } from "./tableView.ts";

interface VersionsTableProps {
  readonly shown: WizardPack;
  /** The rows in view, in the order of the view. */
  readonly rows: readonly VersionsTableRow[];
  readonly order: ColumnOrder<VersionColumn> | undefined;
  readonly onSort: (order: ColumnOrder<VersionColumn> | undefined) => void;
  readonly unavailable: ComponentVersions;
  readonly versions: VersionsOfComponents | undefined;
  readonly onSelect: (component: PackComponent) => void;
  /** Whether another version is chosen than when the wizard was opened. */
  readonly canReset: (componentId: string) => boolean;
  readonly onReset: (componentId: string) => void;
  /** Undefined where Deleted marks cannot be taken away. */
  readonly onUndelete: ((componentId: string) => void) | undefined;
  readonly onViewDetails: (version: PackagedVersion) => void;
  /** The component whose details the user left: its link gets the focus. */
  readonly cameFrom: string | undefined;
  /** Undefined where versions cannot be compared. */
  readonly onCompare: ((componentId: string) => void) | undefined;
}

/** The pack's components with their versions. The pending version is the chosen one. */
export function VersionsTable(props: VersionsTableProps) {
  const { rows, shown, order, onSort } = props;
  const words = packWords(shown.pack.deploymentModel);
  const titles = titlesOf(words.latestVersion);
  const sorted = versionColumns.map((column) => ({
    name: titles[column],
    direction: sortDirection(column, order),
    header: <SortButton column={column} title={titles[column]} order={order} onSort={onSort} />,
  }));
  return (
    <StackingTable kind="components" label={words.components} columns={[...sorted, { name: titles.actions }]}>
      {rows.map(({ component, change }, index) => (
        <VersionsRow
          {...props}
          key={component.componentId}
          index={index}
          component={component}
          titles={titles}
          change={change}
        />
      ))}
    </StackingTable>
  );
}

function titlesOf(latestVersion: string) {
  return {
    name: t("Component Name"),
    type: t("Component Type"),
    current: t("Current Version"),
    pending: t("Pending Version"),
    latest: latestVersion,
    actions: t("Actions"),
  };
}

interface VersionsRowProps extends VersionsTableProps {
  readonly component: PackComponent;
  readonly index: number;
  readonly titles: ReturnType<typeof titlesOf>;
  readonly change: ReleaseChange;
}

function VersionsRow({ component, index, titles, change, ...props }: VersionsRowProps) {
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
        {isUpToDate ? <span class="none">{t("Up to date")}</span> : cell(latestVersion)}
      </StackingCell>
      <StackingCell column={titles.actions} isActions>
        <PlacedLink
          name={t("View Details")}
          componentName={componentName}
          takesFocus={props.cameFrom === componentId}
          onActivate={details && (() => props.onViewDetails(details))}
        />
        {onCompare && currentVersion !== "" && (
          <PlacedLink
            name={t("Compare")}
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
    <ActionLink label={t("{0}: {1}", name, componentName)} takesFocus={takesFocus} onActivate={onActivate}>
      {name}
    </ActionLink>
  ) : (
    <span class="not-yet" aria-hidden="true">
      {name}
    </span>
  );
}

interface PendingVersionProps extends Pick<
  VersionsTableProps,
  "shown" | "onSelect" | "canReset" | "onReset" | "onUndelete"
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
  if (component.deleted) {
    return (
      <div class="pending">
        <span class="version-line">
          <span class="tag removed">{t("Deleted")}</span>
        </span>
        {onUndelete && (
          <span class="cell-link">
            <ActionLink label={t("Undelete: {0}", componentName)} onActivate={() => onUndelete(componentId)}>
              {t("Undelete")}
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
        <span class="obstacle">{t("{0} can no longer be released", unavailable)}</span>
      )}
      <span class="cell-link">
        <ActionLink
          label={t("Select another version: {0}", componentName)}
          onActivate={() => onSelect(component)}
        >
          {t("Select another version")}
        </ActionLink>
        {canReset(componentId) && (
          <ActionLink label={t("Reset: {0}", componentName)} onActivate={() => onReset(componentId)}>
            {t("Reset")}
          </ActionLink>
        )}
      </span>
    </div>
  );
}
