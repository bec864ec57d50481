import { t } from "@vscode/l10n";
import { packNameKey, type IntegrationPack, type PackComponent } from "../../pack/pack.ts";
import { canBeChosen } from "../../pack/packagedVersion.ts";
import { differencesFrom } from "../../schedule/confirmedState.ts";
import { describeDifference } from "../../schedule/describeDifference.ts";
import type { ConfirmedState } from "../../schedule/scheduledRelease.ts";
import type { PlannableVersions } from "../plannableVersion.ts";
import { findKnownVersion } from "../findKnownVersion.ts";
import type { PlannedComponent, PlannedPack, ReplacedSchedule } from "../releasePlan.ts";

/**
 * Why the plan no longer fits the pack, as sentences; none where it fits. Not among them: a newer latest version, another
 * pending version, a renamed component, and a component that was never released and is not in the plan. `isOwnSchedule`: the
 * pack's scheduled release was sent under this plan, and its outcome is not known.
 */
export function planDrift(
  planned: PlannedPack,
  pack: IntegrationPack,
  versions: PlannableVersions,
  isOwnSchedule = false,
): string[] {
  const present = new Map(pack.components.map((component) => [component.componentId, component]));
  return [
    ...nameDrift(planned, pack),
    ...componentDrift(planned, pack),
    ...planned.components.flatMap((component) =>
      versionDrift(component, present.get(component.componentId), versions),
    ),
    ...(isOwnSchedule ? [] : scheduleDrift(planned, pack)),
  ];
}

/** The components that have another name now. The id decides, so that is only worth knowing. */
export function renamedComponents({ components }: PlannedPack, pack: IntegrationPack): string[] {
  const names = new Map(pack.components.map((each) => [each.componentId, each.componentName]));
  return components.flatMap(({ componentId, name }) => {
    const found = names.get(componentId) ?? name;
    return found === name ? [] : [t('"{0}" is named "{1}" now.', name, found)];
  });
}

/** Rule 18: ids decide, but a reviewer who read one name must not release another pack. */
function nameDrift({ name }: PlannedPack, pack: IntegrationPack): string[] {
  if (packNameKey(pack.name) === packNameKey(name)) return [];
  return [t('The pack with this ID is named "{0}", not "{1}".', pack.name, name)];
}

/** Ids, current versions and Deleted marks: the same as for a scheduled release that somebody confirmed (rule 12). */
function componentDrift({ components }: PlannedPack, pack: IntegrationPack): string[] {
  const names = new Map(components.map(({ componentId, name }) => [componentId, name]));
  const confirmed: ConfirmedState = components.map(({ componentId, from, to }) => ({
    componentId,
    currentVersion: from,
    deleted: to === null,
  }));
  return differencesFrom(confirmed, pack).map((difference) => {
    if (difference.kind !== "removed") return describeDifference(difference);
    const { componentId } = difference;
    return describeDifference({ ...difference, componentName: names.get(componentId) ?? componentId });
  });
}

/** A version that stays may be deleted or not shareable: nobody chooses it. */
function versionDrift(
  { componentId, name, from, to, packageId }: PlannedComponent,
  component: PackComponent | undefined,
  versions: PlannableVersions,
): string[] {
  if (!component || to === null) return [];
  const shown = component.componentName || name;
  const found = findKnownVersion(versions, componentId, to);
  const stays = to === from || to === component.currentVersion;
  if (!found) {
    // Where versions cannot be read, the pack itself offers some.
    const isOffered =
      !versions.has(componentId) && (to === component.pendingVersion || to === component.latestVersion);
    return stays || isOffered ? [] : [t('"{0}" has no version {1}.', shown, to)];
  }
  if (packageId !== undefined && found.packageId !== packageId) {
    return [t('Version {0} of "{1}" is another packaged version than the planned one.', to, shown)];
  }
  if (stays || canBeChosen(found)) return [];
  return [
    found.deleted
      ? t('Version {0} of "{1}" was deleted.', to, shown)
      : t('Version {0} of "{1}" may not be shared.', to, shown),
  ];
}

function scheduleDrift({ replaces }: PlannedPack, { scheduled }: IntegrationPack): string[] {
  if (!scheduled) {
    return replaces
      ? [t("The plan replaces the release scheduled for {0}, but none is scheduled.", dateOf(replaces))]
      : [];
  }
  if (!replaces) {
    return [t("A release is scheduled for {0}, which the plan does not replace.", dateOf(scheduled))];
  }
  const { date, timeZone } = scheduled;
  return date === replaces.date && timeZone === (replaces.timeZone ?? timeZone)
    ? []
    : [t("A release is scheduled for {0}, not for {1}.", dateOf(scheduled), dateOf(replaces))];
}

function dateOf({ date, timeZone }: ReplacedSchedule): string {
  return timeZone ? `${date} (${timeZone})` : date;
}
