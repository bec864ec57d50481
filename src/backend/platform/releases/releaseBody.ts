import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { ComponentVersions, ReleaseTrigger } from "../../../model/release/release.ts";
import type { PlatformPack } from "../packs/packReader.ts";
import { urlPart } from "../http/urlPart.ts";

/** A release that was checked and is to be made now. */
export interface ReleaseOrder {
  readonly pack: PlatformPack;
  /** Of every component that stays. */
  readonly versions: ComponentVersions;
  readonly trigger: ReleaseTrigger;
  readonly releasedBy: string;
  /** The platform keeps a scheduled release of the pack, which becomes this one. */
  readonly replacesPlatformSchedule: boolean;
  /** Told of the attempt once it is kept, before it is sent; nothing is sent when it rejects. */
  readonly onBegun?: (attemptKey: number) => Promise<void>;
}

/** A new release, or one that takes the place of the scheduled one that the platform keeps. */
export function releasePath(packId: string, replacesSchedule: boolean): string {
  return replacesSchedule ? `ReleaseIntegrationPack/${urlPart(packId)}` : "ReleaseIntegrationPack";
}

/** Every component that stays, each with its version: what happens to one that is left out is not documented. */
export function releaseBody(
  { packId, name, installationType }: Pick<IntegrationPack, "packId" | "name" | "installationType">,
  versions: ComponentVersions,
  when:
    | { readonly releaseSchedule: "IMMEDIATELY" }
    | { readonly releaseSchedule: "RELEASE_ON_SPECIFIED_DATE"; readonly releaseOnDate: string },
) {
  const components = Object.entries(versions).map(([componentId, version]) => ({ componentId, version }));
  return {
    id: packId,
    name,
    installationType,
    ...when,
    ReleasePackagedComponents: { ReleasePackagedComponent: components },
  };
}
