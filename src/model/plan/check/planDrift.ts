import * as l10n from "@vscode/l10n";
import { packNameKey, type IntegrationPack, type PackComponent } from "../../pack/pack.ts";
import { canBeChosen } from "../../pack/packagedVersion.ts";
import { differencesFrom, type ConfirmedDifference } from "../../schedule/confirmedState.ts";
import { describeDifference } from "../../schedule/describeDifference.ts";
import type { ConfirmedState } from "../../schedule/scheduledRelease.ts";
import type { PlannableVersions } from "../plannableVersion.ts";
import { findKnownVersion } from "../findKnownVersion.ts";
import type { PlanDifference, PlanPlace } from "./planCheck.ts";
import type { PlannedComponent, PlannedPack, ReplacedSchedule } from "../releasePlan.ts";

/**
 * Why the plan no longer fits the pack; nothing where it fits. Not among them: a newer latest version, another
 * pending version, a renamed component, and a component that was never released and is not in the plan. `isOwnSchedule`: the
 * pack's scheduled release was sent under this plan, and its outcome is not known.
 */
export function planDrift(
  planned: PlannedPack,
  pack: IntegrationPack,
  versions: PlannableVersions,
  isOwnSchedule: boolean,
): PlanDifference[] {
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
export function renamedComponents({ components }: PlannedPack, pack: IntegrationPack): PlanDifference[] {
  const names = new Map(pack.components.map((each) => [each.componentId, each.componentName]));
  return components.flatMap(({ componentId, name }) => {
    const found = names.get(componentId) ?? name;
    if (found === name) return [];
    return [{ text: l10n.t('"{0}" is named "{1}" now.', name, found), place: { key: "name", componentId } }];
  });
}

/** Rule 18: ids decide, but a reviewer who read one name must not release another pack. */
function nameDrift({ name }: PlannedPack, pack: IntegrationPack): PlanDifference[] {
  if (packNameKey(pack.name) === packNameKey(name)) return [];
  const text = l10n.t('The pack with this ID is named "{0}", not "{1}".', pack.name, name);
  return [{ text, place: { key: "name" } }];
}

/** Ids, current versions and Deleted marks: the same as for a scheduled release that somebody confirmed (rule 12). */
function componentDrift({ components }: PlannedPack, pack: IntegrationPack): PlanDifference[] {
  const names = new Map(components.map(({ componentId, name }) => [componentId, name]));
  const confirmed: ConfirmedState = components.map(({ componentId, from, to }) => ({
    componentId,
    currentVersion: from,
    deleted: to === null,
  }));
  return differencesFrom(confirmed, pack).map((difference) => {
    const { componentId, kind } = difference;
    const componentName =
      kind === "removed" ? (names.get(componentId) ?? componentId) : difference.componentName;
    return { text: describeDifference({ ...difference, componentName }), place: placeOf(difference) };
  });
}

function placeOf({ componentId, kind }: ConfirmedDifference): PlanPlace {
  switch (kind) {
    case "currentVersion":
      return { key: "from", componentId };
    case "added":
      return { key: "components" };
    case "removed":
      return { key: "componentId", componentId };
    case "markedDeleted":
    case "undeleted":
      return { key: "to", componentId };
  }
}

/** A version that stays may be deleted or not shareable: nobody chooses it. */
function versionDrift(
  { componentId, name, from, to, packageId }: PlannedComponent,
  component: PackComponent | undefined,
  versions: PlannableVersions,
): PlanDifference[] {
  if (!component || to === null) return [];
  const shown = component.componentName || name;
  const found = findKnownVersion(versions, componentId, to);
  const stays = to === from || to === component.currentVersion;
  const wrongVersion = (text: string): PlanDifference[] => [{ text, place: { key: "to", componentId } }];
  if (!found) {
    // Where versions cannot be read, the pack itself offers some.
    const isOffered =
      !versions.has(componentId) && (to === component.pendingVersion || to === component.latestVersion);
    return stays || isOffered ? [] : wrongVersion(l10n.t('"{0}" has no version {1}.', shown, to));
  }
  if (packageId !== undefined && found.packageId !== packageId) {
    const text = l10n.t('Version {0} of "{1}" is another packaged version than the planned one.', to, shown);
    return [{ text, place: { key: "packageId", componentId } }];
  }
  if (stays || canBeChosen(found)) return [];
  return wrongVersion(
    found.deleted
      ? l10n.t('Version {0} of "{1}" was deleted.', to, shown)
      : l10n.t('Version {0} of "{1}" may not be shared.', to, shown),
  );
}

function scheduleDrift({ replaces }: PlannedPack, { scheduled }: IntegrationPack): PlanDifference[] {
  const text = scheduleDifference(replaces, scheduled);
  return text === undefined ? [] : [{ text, place: { key: "replaces" } }];
}

function scheduleDifference(
  replaces: ReplacedSchedule | undefined,
  scheduled: ReplacedSchedule | undefined,
): string | undefined {
  if (!scheduled) {
    return (
      replaces &&
      l10n.t("The plan replaces the release scheduled for {0}, but none is scheduled.", dateOf(replaces))
    );
  }
  if (!replaces) {
    return l10n.t("A release is scheduled for {0}, which the plan does not replace.", dateOf(scheduled));
  }
  const { date, timeZone } = scheduled;
  return date === replaces.date && timeZone === (replaces.timeZone ?? timeZone)
    ? undefined
    : l10n.t("A release is scheduled for {0}, not for {1}.", dateOf(scheduled), dateOf(replaces));
}

function dateOf({ date, timeZone }: ReplacedSchedule): string {
  return timeZone ? `${date} (${timeZone})` : date;
}
