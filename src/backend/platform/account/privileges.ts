/** What a user needs to work with one kind of the platform's objects, by Boomi's own names. */
export interface Privileges {
  readonly privileges: readonly string[];
  /** The features that Boomi must have enabled for the account. */
  readonly features?: readonly string[];
}

const packFeatures = ["Integration Pack", "Publisher Integration Pack"];
const publishing: Privileges = {
  privileges: ["API Publisher Integration Pack", "Integration Pack"],
  features: packFeatures,
};
const accounts: Privileges = { privileges: ["API", "Account Administration (ACCOUNT_ADMIN)"] };
const packaging: Privileges = {
  privileges: ["API", "Packaged Component Management (PACKAGE_MANAGEMENT)"],
};
const building: Privileges = { privileges: ["Build Read Access"] };
const deploying: Privileges = { privileges: ["API", "Packaged Component Deployment (DEPLOY)"] };

const table: Readonly<Record<string, Privileges>> = {
  PublisherIntegrationPack: publishing,
  ReleaseIntegrationPack: publishing,
  ReleaseIntegrationPackStatus: publishing,
  AccountGroupIntegrationPack: {
    privileges: [...publishing.privileges, "Account Group Management"],
    features: packFeatures,
  },
  Account: accounts,
  AccountGroup: accounts,
  AccountGroupAccount: accounts,
  PackagedComponent: packaging,
  PackagedComponentManifest: packaging,
  Component: building,
  ComponentMetadata: building,
  DeployedPackage: deploying,
  IntegrationPackEnvironmentAttachment: deploying,
  Environment: { privileges: ["API", "Runtime Management or its read-only form (ATOM_MANAGEMENT)"] },
  AuditLog: { privileges: ["API", "View Audit Logs"] },
};

/** Source: the API reference's notes on each object. */
export function privilegesFor(object: string): Privileges {
  return (Object.hasOwn(table, object) ? table[object] : undefined) ?? { privileges: ["API"] };
}
