import { lazy } from "../base/lazy.ts";
import type { InstallationFacet } from "./facets/installationFacet.ts";

/** A facet whose code is loaded when installations are first read: few sessions need it. */
export function lazyInstallations(
  identity: Pick<InstallationFacet, "asksEachAccount">,
  load: () => Promise<Omit<InstallationFacet, "asksEachAccount">>,
): InstallationFacet {
  const loaded = lazy(load);
  return {
    ...identity,
    read: async (packIds, options) => (await loaded()).read(packIds, options),
    latest: async (packId) => (await loaded()).latest(packId),
    readDetails: async (packId, accountId, signal) => (await loaded()).readDetails(packId, accountId, signal),
  };
}
