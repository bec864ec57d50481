import type { IntegrationPack } from "../pack/pack.ts";

/**
 * A text that changes when what a person confirms with a release changes: current and pending versions, Deleted marks, and
 * the scheduled release. A new latest version does not change it.
 */
export function packFingerprint(pack: IntegrationPack): string {
  const { scheduled, unsettled } = pack;
  const components = pack.components
    .map(({ componentId, currentVersion, pendingVersion, deleted }) => [
      componentId,
      currentVersion,
      pendingVersion,
      deleted,
    ])
    .sort();
  const schedule = scheduled && [
    scheduled.date,
    scheduled.timeZone,
    Object.entries(scheduled.versions).sort(),
  ];
  const confirmed = [pack.packId, components, schedule];
  return JSON.stringify(unsettled ? [...confirmed, [unsettled.attemptId, unsettled.state]] : confirmed);
}
