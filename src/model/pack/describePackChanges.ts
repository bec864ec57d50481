import { t } from "@vscode/l10n";
import type { IntegrationPack, PackComponent } from "./pack.ts";
import { sameVersions } from "../release/release.ts";
import type { ScheduledRelease } from "../schedule/scheduledRelease.ts";
import { withZone } from "../schedule/uncertainZone.ts";

/**
 * Describes what changed in a pack between two readings, as sentences for users. Covers everything in `packFingerprint`:
 * the result is empty exactly when the fingerprints are equal.
 */
export function describePackChanges(before: IntegrationPack, after: IntegrationPack): string[] {
  const earlier = new Map(before.components.map((component) => [component.componentId, component]));
  const remaining = new Set(after.components.map(({ componentId }) => componentId));
  return [
    ...after.components.flatMap((component) =>
      describeComponent(earlier.get(component.componentId), component),
    ),
    ...before.components
      .filter(({ componentId }) => !remaining.has(componentId))
      .map(({ componentName }) => t('"{0}" left the pack.', componentName)),
    ...describeSchedule(before.scheduled, after.scheduled),
  ];
}

function describeComponent(before: PackComponent | undefined, after: PackComponent): string[] {
  const name = after.componentName;
  if (!before) return [t('"{0}" was added to the pack.', name)];
  const changes = [
    before.currentVersion !== after.currentVersion && describeCurrent(before, after),
    before.deleted !== after.deleted &&
      (after.deleted ? t('"{0}" was marked Deleted.', name) : t('"{0}" is no longer marked Deleted.', name)),
    before.pendingVersion !== after.pendingVersion &&
      (after.pendingVersion === ""
        ? t('"{0}" has no pending version any more.', name)
        : t('"{0}" now has the pending version "{1}".', name, after.pendingVersion)),
  ];
  return changes.filter((change) => typeof change === "string");
}

function describeCurrent(before: PackComponent, after: PackComponent): string {
  const { componentName, currentVersion } = after;
  if (currentVersion === "") return t('"{0}" is not released any more.', componentName);
  if (before.currentVersion === "")
    return t('"{0}" was released in version "{1}".', componentName, currentVersion);
  return t(
    '"{0}" was released: version "{1}" instead of "{2}".',
    componentName,
    currentVersion,
    before.currentVersion,
  );
}

function describeSchedule(
  before: ScheduledRelease | undefined,
  after: ScheduledRelease | undefined,
): string[] {
  if (!after)
    return before ? [t("The release scheduled for {0} is not scheduled any more.", before.date)] : [];
  if (!before) return [t("A release was scheduled for {0}.", withZone(after.date, after))];
  if (before.date !== after.date || before.timeZone !== after.timeZone) {
    return [t("The scheduled release was moved from {0} to {1}.", before.date, withZone(after.date, after))];
  }
  return sameVersions(before.versions, after.versions)
    ? []
    : [t("The versions of the scheduled release were changed.")];
}
