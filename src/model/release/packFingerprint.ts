import type { IntegrationPack } from "../pack/pack.ts";

/** Two packs with the same fingerprint release the same thing: it holds what a user confirms, not what is merely offered. */
export function packFingerprint(pack: IntegrationPack): string {
  const { scheduled } = pack;
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
  return JSON.stringify([pack.packId, components, schedule]);
}
