import { t } from "@vscode/l10n";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents, WizardPack } from "../../../src/protocol/wizard.ts";
import { ActionLink } from "../../shared/actionLink.tsx";
import { componentTypeName } from "../../../src/model/pack/componentTypeName.ts";
import { changeName } from "../changeName.ts";
import { packWords } from "../packWords.ts";
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
  return (
    <div class="table">
      <table aria-label={words.components}>
        <thead>
          <tr>
            <th scope="col">{t("Component Name")}</th>
            <th scope="col">{t("Component Type")}</th>
            <th scope="col">{t("Current Version")}</th>
            <th scope="col">{t("Pending Version")}</th>
            <th scope="col">{words.latestVersion}</th>
            <th scope="col">{t("Actions")}</th>
          </tr>
        </thead>
        <tbody>
          {pack.components.map((component) => (
            <VersionsRow
              {...props}
              key={component.componentId}
              component={component}
              change={changes.get(component.componentId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface VersionsRowProps extends VersionsTableProps {
  readonly component: PackComponent;
  readonly change: ReleaseChange | undefined;
}

function VersionsRow({ component, change, ...props }: VersionsRowProps) {
  const { componentId, componentName, componentType, currentVersion, latestVersion, deleted } = component;
  const details = findVersion(props.versions, componentId, deleted ? currentVersion : (change?.to ?? ""));
  return (
    <tr>
      <th scope="row">{componentName}</th>
      <td>{componentTypeName(componentType)}</td>
      <td>{currentVersion === "" ? <None /> : currentVersion}</td>
      <td>
        <PendingVersion component={component} change={change} unavailable={props.unavailable[componentId]} />
      </td>
      <td>{latestVersion === "" ? <None /> : latestVersion}</td>
      <td class="actions">
        {!deleted && (
          <ActionLink
            label={t("Select another version: {0}", componentName)}
            onActivate={() => props.onSelect(component)}
          >
            {t("Select another version")}
          </ActionLink>
        )}
        {details && (
          <ActionLink
            label={t("View Details: {0}", componentName)}
            onActivate={() => props.onViewDetails(details.packageId)}
          >
            {t("View Details")}
          </ActionLink>
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
      </td>
    </tr>
  );
}

interface PendingVersionProps {
  readonly component: PackComponent;
  readonly change: ReleaseChange | undefined;
  /** A chosen version that can no longer be released. */
  readonly unavailable: string | undefined;
}

function PendingVersion({ component, change, unavailable }: PendingVersionProps) {
  if (component.deleted) return <span class="tag">{t("Deleted")}</span>;
  if (unavailable !== undefined) {
    return <span class="obstacle">{t("{0} cannot be released any more", unavailable)}</span>;
  }
  if (!change || change.to === "") return <None />;
  return (
    <span class="pending">
      {change.to} <span class={`tag ${change.kind}`}>{changeName(change.kind)}</span>
    </span>
  );
}

function None() {
  return <span class="none">{t("None")}</span>;
}
