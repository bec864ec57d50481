import * as l10n from "@vscode/l10n";
import type { IntegrationPack, PackComponent, UnsettledRelease } from "./pack.ts";
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
      .map(({ componentName }) => l10n.t('"{0}" left the pack.', componentName)),
    ...describeSchedule(before.scheduled, after.scheduled),
    ...describeUnsettled(before.unsettled, after.unsettled),
  ];
}

function describeComponent(before: PackComponent | undefined, after: PackComponent): string[] {
  const name = after.componentName;
  if (!before) return [l10n.t('"{0}" was added to the pack.', name)];
  const changes = [
    before.currentVersion !== after.currentVersion && describeCurrent(before, after),
    before.deleted !== after.deleted &&
      (after.deleted
        ? l10n.t('"{0}" was marked Deleted.', name)
        : l10n.t('"{0}" is no longer marked Deleted.', name)),
    before.pendingVersion !== after.pendingVersion &&
      (after.pendingVersion === ""
        ? l10n.t('"{0}" no longer has a pending version.', name)
        : l10n.t('"{0}" now has the pending version "{1}".', name, after.pendingVersion)),
  ];
  return changes.filter((change) => typeof change === "string");
}

function describeCurrent(before: PackComponent, after: PackComponent): string {
  const { componentName, currentVersion } = after;
  if (currentVersion === "") return l10n.t('"{0}" is no longer released.', componentName);
  if (before.currentVersion === "")
    return l10n.t('"{0}" was released in version "{1}".', componentName, currentVersion);
  return l10n.t(
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
  if (!after) return before ? [l10n.t("The release is no longer scheduled for {0}.", before.date)] : [];
  const when = withZone(after.date, after);
  const isUnknown = after.state === "unknown";
  if (!before) {
    return [
      isUnknown
        ? l10n.t("It is not known whether a release is scheduled for {0}.", when)
        : l10n.t("A release was scheduled for {0}.", when),
    ];
  }
  if (before.date !== after.date || before.timeZone !== after.timeZone) {
    return [
      isUnknown
        ? l10n.t(
            "It is not known whether the scheduled release was moved from {0} to {1}.",
            before.date,
            when,
          )
        : l10n.t("The scheduled release was moved from {0} to {1}.", before.date, when),
    ];
  }
  return sameVersions(before.versions, after.versions)
    ? []
    : [l10n.t("The versions of the scheduled release were changed.")];
}

function describeUnsettled(
  before: UnsettledRelease | undefined,
  after: UnsettledRelease | undefined,
): string[] {
  if (before?.attemptId === after?.attemptId && before?.state === after?.state) return [];
  if (!after) return [l10n.t("The outcome of the release that was sent before is known now.")];
  return after.state === "running"
    ? [l10n.t("A release that was sent by {0} is running.", after.sentBy)]
    : [l10n.t("The outcome of a release that was sent by {0} is unknown.", after.sentBy)];
}
