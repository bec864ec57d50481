import type { IntegrationPack } from "../pack/pack.ts";
import type { ComponentVersions } from "./release.ts";

/** The current version of each released component. */
export function releasedVersions(pack: IntegrationPack): ComponentVersions {
  return versionsOf(pack, ({ currentVersion }) => currentVersion);
}

/** The current versions after the scheduled release. Without one: the current versions now. */
export function versionsAfterSchedule(pack: IntegrationPack): ComponentVersions {
  const scheduled = new Map(Object.entries(pack.scheduled?.versions ?? {}));
  return versionsOf(pack, ({ componentId, currentVersion, deleted }) =>
    deleted && pack.scheduled ? "" : (scheduled.get(componentId) ?? currentVersion),
  );
}

function versionsOf(
  { components }: IntegrationPack,
  versionOf: (component: IntegrationPack["components"][number]) => string,
): ComponentVersions {
  const versions = components.map((component) => [component.componentId, versionOf(component)] as const);
  return Object.fromEntries(versions.filter(([, version]) => version !== ""));
}
