import { t } from "@vscode/l10n";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { WizardPack } from "../../../src/protocol/wizard.ts";
import { ActionLink } from "../../shared/actionLink.tsx";
import { componentTypeName } from "../../../src/model/pack/componentTypeName.ts";
import { changeName, wordsOf } from "../words.ts";

interface VersionsTableProps {
  readonly shown: WizardPack;
  /** One for each component of the pack, in its order. */
  readonly changes: readonly ReleaseChange[];
  readonly unavailable: ComponentVersions;
  readonly versions: Readonly<Record<string, readonly PackagedVersion[]>> | undefined;
  readonly onSelect: (component: PackComponent) => void;
  readonly onViewDetails: (packageId: string) => void;
  /** Left out where versions cannot be compared. */
  readonly onCompare: ((componentId: string) => void) | undefined;
}

/** The components with their versions; the pending one is what the release would carry. */
export function VersionsTable(props: VersionsTableProps) {
  const { pack } = props.shown;
  const words = wordsOf(pack.deploymentModel);
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
  const details = shownVersion(component, change, props.versions?.[componentId]);
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
  /** A chosen version that cannot be released any more. */
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

/** The version that a row's details are about: the one that is chosen; of a leaving component the current one. */
function shownVersion(
  { deleted, currentVersion }: PackComponent,
  change: ReleaseChange | undefined,
  versions: readonly PackagedVersion[] | undefined,
): PackagedVersion | undefined {
  const shown = deleted ? currentVersion : change?.to;
  return versions?.find(({ packageVersion }) => packageVersion === shown);
}
