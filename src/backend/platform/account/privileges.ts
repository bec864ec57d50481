/** What a user needs to work with one kind of the platform's objects, by Boomi's own names. */
export interface Privilege {
  readonly privilege: string;
  /** The feature that Boomi must have enabled for the account. */
  readonly feature?: string;
}

const publishing: Privilege = {
  privilege: "API Publisher Integration Pack",
  feature: "Publisher Integration Pack",
};
const packaging: Privilege = { privilege: "Packaged Component Management" };
const grouping: Privilege = { privilege: "Account Group Management" };
const reading: Privilege = { privilege: "Build Read" };

const privileges: Readonly<Record<string, Privilege>> = {
  PublisherIntegrationPack: publishing,
  ReleaseIntegrationPack: publishing,
  ReleaseIntegrationPackStatus: publishing,
  PackagedComponent: packaging,
  PackagedComponentManifest: packaging,
  DeployedPackage: packaging,
  Component: reading,
  ComponentMetadata: reading,
  AccountGroup: grouping,
  AccountGroupAccount: grouping,
  AccountGroupIntegrationPack: { privilege: "Account Group Management", feature: "Integration Pack" },
};

/** Source: the API reference's notes on each object. */
export function privilegeFor(object: string): Privilege {
  return (Object.hasOwn(privileges, object) ? privileges[object] : undefined) ?? { privilege: "API" };
}
