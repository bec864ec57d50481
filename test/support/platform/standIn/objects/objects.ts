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
} from "./componentObjects.ts";
import { packagedComponents } from "./packagedComponents.ts";
import type { PlatformModes } from "../modes.ts";
import { publisherIntegrationPacks } from "./packObjects.ts";
import type { PlatformObject } from "../platformObject.ts";
import type { ReleaseDesk } from "./releaseDesk.ts";
import { releaseIntegrationPackStatuses, releaseIntegrationPacks } from "./releaseObjects.ts";
import type { PlatformState } from "./state.ts";

/** What all objects of the API know. */
export interface World {
  readonly state: PlatformState;
  readonly desk: ReleaseDesk;
  /** The address at which a release is followed. */
  readonly statusUrl: (requestId: string) => string;
  readonly modes: () => PlatformModes;
  /** Whose requests these are. */
  readonly user: string;
  readonly now: () => Date;
}

/** The objects of the API by their names, all over one state. */
export function platformObjects(world: World): ReadonlyMap<string, PlatformObject> {
  const { state } = world;
  return new Map([
    ["Account", accounts(state)],
    ["AccountGroup", accountGroups(state)],
    ["AccountGroupAccount", accountGroupAccounts(state)],
    ["AccountGroupIntegrationPack", accountGroupIntegrationPacks(world)],
    ["Component", componentXmls(state)],
    ["ComponentMetadata", componentMetadata(state)],
    ["DeployedPackage", deployedPackages(state)],
    ["Environment", environments(state)],
    ["PackagedComponent", packagedComponents(world)],
    ["PackagedComponentManifest", packagedComponentManifests(state)],
    ["PublisherIntegrationPack", publisherIntegrationPacks(world)],
    ["ReleaseIntegrationPack", releaseIntegrationPacks(world)],
    ["ReleaseIntegrationPackStatus", releaseIntegrationPackStatuses(world)],
  ]);
}
