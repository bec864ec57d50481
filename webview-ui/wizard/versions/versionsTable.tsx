import { t } from "@vscode/l10n";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents, WizardPack } from "../../../src/protocol/wizard.ts";
import { ActionLink } from "../../shared/actionLink.tsx";
import { componentTypeName } from "../../../src/model/pack/componentTypeName.ts";
import { changeName } from "../changeName.ts";
import { packWords } from "../packWords.ts";
import { StackingCell, StackingRow, StackingTable } from "../stackingTable.tsx";
import { VersionCell } from "../versionCell.tsx";
import { findVersion } from "../state/findVersion.ts";

interface VersionsTableProps {
  readonly shown: WizardPack;
  /** One change for each component of the pack, in the pack's order. */
  readonly changes: readonly ReleaseChange[];
  readonly unavailable: ComponentVersions;
  readonly versions: VersionsOfComponents | undefined;
  readonly onSelect: (component: PackComponent) => void;
  readonly onViewDetails: (packageId: string) => void;
  /** Undefined where versions cannot be compared. */
  readonly onCompare: ((componentId: string) => void) | undefined;
}

/** The pack's components with their versions. The pending version is the chosen one. */
export function VersionsTable(props: VersionsTableProps) {
  const { pack } = props.shown;
  const words = packWords(pack.deploymentModel);
  const changes = new Map(props.changes.map((change) => [change.componentId, change]));
  const columns = columnsOf(words.latestVersion);
  return (
    <StackingTable kind="components" label={words.components} columns={columns}>
      {pack.components.map((component, index) => (
        <VersionsRow
          {...props}
          key={component.componentId}
          index={index}
          component={component}
          columns={columns}
          change={changes.get(component.componentId)}
        />
      ))}
    </StackingTable>
  );
}

function columnsOf(latestVersion: string) {
  return [
    t("Component Name"),
    t("Component Type"),
    t("Current Version"),
    t("Pending Version"),
    latestVersion,
    t("Actions"),
  ] as const;
}

interface VersionsRowProps extends VersionsTableProps {
  readonly component: PackComponent;
  readonly index: number;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly change: ReleaseChange | undefined;
}

function VersionsRow({ component, index, columns, change, ...props }: VersionsRowProps) {
  const { componentId, componentName, componentType, currentVersion, latestVersion, deleted } = component;
  const { versions, shown } = props;
  const find = (text: string) => findVersion(versions, componentId, text);
  const details = find(deleted ? currentVersion : (change?.to ?? ""));
  const cell = (text: string) => (
    <VersionCell text={text} version={find(text)} releaseBranch={shown.releaseBranch} />
  );
  return (
    <StackingRow name={componentName} index={index}>
      <StackingCell column={columns[1]}>{componentTypeName(componentType)}</StackingCell>
      <StackingCell column={columns[2]}>{cell(currentVersion)}</StackingCell>
      <StackingCell column={columns[3]}>
        <PendingVersion
          {...props}
          component={component}
          change={change}
          version={deleted ? undefined : details}
          unavailable={props.unavailable[componentId]}
        />
      </StackingCell>
      <StackingCell column={columns[4]}>{cell(latestVersion)}</StackingCell>
      <StackingCell column={columns[5]} isActions>
        {details ? (
          <ActionLink
            label={t("View Details: {0}", componentName)}
            onActivate={() => props.onViewDetails(details.packageId)}
          >
            {t("View Details")}
          </ActionLink>
        ) : (
          <span class="not-yet" aria-hidden="true">
            {t("View Details")}
          </span>
        )}
        {props.onCompare &&
          currentVersion !== "" &&
          change &&
          !["unchanged", "removed"].includes(change.kind) && (
            <ActionLink
              label={t("Compare: {0}", componentName)}
              onActivate={() => props.onCompare?.(componentId)}
            >
              {t("Compare")}
            </ActionLink>
          )}
      </StackingCell>
    </StackingRow>
  );
}

interface PendingVersionProps extends Pick<VersionsTableProps, "shown" | "onSelect"> {
  readonly component: PackComponent;
  readonly change: ReleaseChange | undefined;
  /** The packaged version that is chosen, where it is known. */
  readonly version: PackagedVersion | undefined;
  /** A chosen version that can no longer be released. */
  readonly unavailable: string | undefined;
}

/** The chosen version with what it changes, and the link to choose another one. */
function PendingVersion(props: PendingVersionProps) {
  const { component, change, version, unavailable, shown, onSelect } = props;
  if (component.deleted) return <span class="tag">{t("Deleted")}</span>;
  return (
    <div class="pending">
      {unavailable === undefined ? (
        <VersionCell text={change?.to ?? ""} version={version} releaseBranch={shown.releaseBranch}>
          {change && change.to !== "" && <span class={`tag ${change.kind}`}>{changeName(change.kind)}</span>}
        </VersionCell>
      ) : (
        <span class="obstacle">{t("{0} cannot be released any more", unavailable)}</span>
      )}
      <span class="cell-link">
        <ActionLink
          label={t("Select another version: {0}", component.componentName)}
          onActivate={() => onSelect(component)}
        >
          {t("Select another version")}
        </ActionLink>
      </span>
    </div>
  );
}
