import {
  accountGroupAccounts,
  accountGroupIntegrationPacks,
  accountGroups,
  accounts,
  environments,
} from "./accountObjects.ts";
import {
  componentMetadata,
  componentXmls,
  deployedPackages,
  packagedComponentManifests,
  packagedComponents,
} from "./componentObjects.ts";
import { publisherIntegrationPacks } from "./packObjects.ts";
import type { PlatformObject } from "./platformObject.ts";
import type { ReleaseDesk } from "./releaseDesk.ts";
import { releaseIntegrationPackStatuses, releaseIntegrationPacks } from "./releaseObjects.ts";
import type { PlatformState } from "./state.ts";

/** The objects of the API by their names, all over one state. */
export function platformObjects(
  state: PlatformState,
  desk: ReleaseDesk,
  statusUrl: (requestId: string) => string,
): ReadonlyMap<string, PlatformObject> {
  return new Map([
    ["Account", accounts(state)],
    ["AccountGroup", accountGroups(state)],
    ["AccountGroupAccount", accountGroupAccounts(state)],
    ["AccountGroupIntegrationPack", accountGroupIntegrationPacks(state)],
    ["Component", componentXmls(state)],
    ["ComponentMetadata", componentMetadata(state)],
    ["DeployedPackage", deployedPackages(state)],
    ["Environment", environments(state)],
    ["PackagedComponent", packagedComponents(state)],
    ["PackagedComponentManifest", packagedComponentManifests(state)],
    ["PublisherIntegrationPack", publisherIntegrationPacks(state, desk)],
    ["ReleaseIntegrationPack", releaseIntegrationPacks(state, desk, statusUrl)],
    ["ReleaseIntegrationPackStatus", releaseIntegrationPackStatuses(desk)],
  ]);
}
