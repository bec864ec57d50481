import { Denial } from "./refusal.ts";

/** Privileges of Boomi's users, in the platform's words. */
export const allPrivileges = [
  "API",
  "API Publisher Integration Pack",
  "Integration Pack",
  "Account Group Management",
  "ACCOUNT_ADMIN",
  "PACKAGE_MANAGEMENT",
  "Build Read Access",
  "DEPLOY",
  "ATOM_MANAGEMENT",
] as const;

export type Privilege = (typeof allPrivileges)[number];

/** Users as there are in most accounts, beside those who may do everything. */
export const users = {
  everything: allPrivileges,
  withoutAccountAdmin: allPrivileges.filter((privilege) => privilege !== "ACCOUNT_ADMIN"),
  withoutAtomManagement: allPrivileges.filter((privilege) => privilege !== "ATOM_MANAGEMENT"),
  withoutBuild: allPrivileges.filter((privilege) => privilege !== "Build Read Access"),
  releaseOnly: ["API", "API Publisher Integration Pack", "Integration Pack"],
} as const satisfies Readonly<Record<string, readonly Privilege[]>>;

const publishing: readonly Privilege[] = ["API Publisher Integration Pack", "Integration Pack"];

const needed: Readonly<Record<string, readonly Privilege[]>> = {
  PublisherIntegrationPack: publishing,
  ReleaseIntegrationPack: publishing,
  ReleaseIntegrationPackStatus: publishing,
  AccountGroupIntegrationPack: [...publishing, "Account Group Management"],
  Account: ["API", "ACCOUNT_ADMIN"],
  AccountGroup: ["API", "ACCOUNT_ADMIN"],
  AccountGroupAccount: ["API", "ACCOUNT_ADMIN"],
  PackagedComponent: ["API", "PACKAGE_MANAGEMENT"],
  PackagedComponentManifest: ["API", "PACKAGE_MANAGEMENT"],
  Component: ["Build Read Access"],
  ComponentMetadata: ["Build Read Access"],
  DeployedPackage: ["API", "DEPLOY"],
  IntegrationPackEnvironmentAttachment: ["API", "DEPLOY"],
  Environment: ["API", "ATOM_MANAGEMENT"],
};

/** Refuses without saying what is missing, as the platform does. */
export function requirePrivileges(object: string, granted: ReadonlySet<Privilege>): void {
  const isAllowed = (needed[object] ?? ["API"]).every((privilege) => granted.has(privilege));
  if (!isAllowed) throw new Denial("The user is not allowed to perform this operation.");
}
