import { formatDeepLink } from "../link/deepLink.ts";
import type { IntegrationPack, PackComponent, PackProperties, PackSummary } from "../pack/pack.ts";
import type { ComponentVersions } from "../release/release.ts";
import { scheduleReport, type ScheduleReport } from "./scheduleReport.ts";

/** Packs as JSON for programs: `PackRow` where packs are listed, `PackContent` where one is shown. */
export interface PacksReport<Pack extends PackRow | PackContent> {
  readonly formatVersion: 1;
  readonly packs: readonly Pack[];
}

/** What a pack can be opened with. */
interface Linked {
  /** Opens the pack in VS Code; left out where links were not asked for. */
  readonly link?: string;
}

/** A pack in a list, without its components. */
export interface PackRow
  extends
    PackProperties,
    Linked,
    Pick<PackSummary, "componentCount" | "changeCount" | "releasable" | "released" | "lastReleasedAt"> {
  /** Left out where no release is scheduled. */
  readonly scheduled?: ScheduleReport;
  /** Left out where the end of every release is known. */
  readonly unsettled?: PackSummary["unsettled"];
}

/** A pack with its components. */
export interface PackContent extends PackProperties, Linked {
  readonly components: readonly PackComponent[];
  /** Left out where no release is scheduled. */
  readonly scheduled?: ScheduleReport & { readonly versions: ComponentVersions };
  /** Left out where the end of every release is known. */
  readonly unsettled?: IntegrationPack["unsettled"];
  /** Why the pack cannot be released as it was read; left out where nothing is in doubt. */
  readonly doubt?: IntegrationPack["doubt"];
}

/** The report of packs. */
export function packsReport<Pack extends PackRow | PackContent>(packs: readonly Pack[]): PacksReport<Pack> {
  return { formatVersion: 1, packs };
}

/** The pack with a link that opens it in VS Code. */
export function withLink<Pack extends PackRow | PackContent>(pack: Pack): Pack {
  return { ...pack, link: formatDeepLink({ kind: "pack", packId: pack.packId }) };
}

// Each key is written out: a field that the model gets is not published by accident.

/** The row of a pack. */
export function packRow(summary: PackSummary): PackRow {
  const { lastReleasedAt, scheduled, unsettled } = summary;
  return {
    ...propertiesOf(summary),
    componentCount: summary.componentCount,
    changeCount: summary.changeCount,
    releasable: summary.releasable,
    released: summary.released,
    ...(lastReleasedAt !== undefined && { lastReleasedAt }),
    ...(scheduled && { scheduled: scheduleReport(scheduled) }),
    ...(unsettled && { unsettled }),
  };
}

/** The content of a pack. */
export function packContent(pack: IntegrationPack): PackContent {
  const { scheduled, unsettled, doubt } = pack;
  return {
    ...propertiesOf(pack),
    components: pack.components.map(componentRow),
    ...(scheduled && { scheduled: { ...scheduleReport(scheduled), versions: scheduled.versions } }),
    ...(unsettled && { unsettled }),
    ...(doubt && { doubt }),
  };
}

function propertiesOf(pack: PackProperties): PackProperties {
  return {
    packId: pack.packId,
    name: pack.name,
    description: pack.description,
    installationType: pack.installationType,
    deploymentModel: pack.deploymentModel,
  };
}

function componentRow(component: PackComponent): PackComponent {
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
