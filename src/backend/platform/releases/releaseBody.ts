import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { ComponentVersions } from "../../../model/release/release.ts";
import { urlPart } from "../http/urlPart.ts";

/** How a request reaches the platform: as a new release, or as a change of the pack's scheduled one. */
export type Route = "create" | "update";

/** When the platform is to release the pack: at once, or on a local calendar date, `yyyy-MM-dd`. */
export type ReleaseDate =
  | { readonly releaseSchedule: "IMMEDIATELY" }
  | { readonly releaseSchedule: "RELEASE_ON_SPECIFIED_DATE"; readonly releaseOnDate: string };

export function releasePath(packId: string, route: Route): string {
  return route === "update" ? `ReleaseIntegrationPack/${urlPart(packId)}` : "ReleaseIntegrationPack";
}

/** Names every component that stays, each with its version: what happens to one that is left out is not documented. */
export function releaseBody(
  { packId, name, installationType }: Pick<IntegrationPack, "packId" | "name" | "installationType">,
  versions: ComponentVersions,
  date: ReleaseDate,
) {
  const components = Object.entries(versions).map(([componentId, version]) => ({ componentId, version }));
  return {
    id: packId,
    name,
    installationType,
    ...date,
    ReleasePackagedComponents: { ReleasePackagedComponent: components },
  };
}
