import type { IntegrationPack, PackComponent } from "../model/pack/pack.ts";
import type { ScheduledRelease } from "../model/schedule/scheduledRelease.ts";
import type { ApiComponent, ApiPack, ApiSchedule } from "./integrationPacksApi.ts";

// Each key is written out: a field that the model gets is not published by accident.

/** The published form of a pack. */
export function toApiPack(pack: IntegrationPack): ApiPack {
  return {
    packId: pack.packId,
    name: pack.name,
    description: pack.description,
    installationType: pack.installationType,
    deploymentModel: pack.deploymentModel,
    components: pack.components.map(toApiComponent),
    ...(pack.scheduled && { scheduled: toApiSchedule(pack.scheduled) }),
  };
}

function toApiComponent(component: PackComponent): ApiComponent {
  return {
    componentId: component.componentId,
    componentName: component.componentName,
    componentType: component.componentType,
    currentVersion: component.currentVersion,
    pendingVersion: component.pendingVersion,
    latestVersion: component.latestVersion,
    deleted: component.deleted,
  };
}

/** The published form of a scheduled release. */
export function toApiSchedule(scheduled: ScheduledRelease): ApiSchedule {
  return {
    date: scheduled.date,
    timeZone: scheduled.timeZone,
    versions: { ...scheduled.versions },
    windowStart: scheduled.windowStart,
    windowEnd: scheduled.windowEnd,
  };
}
