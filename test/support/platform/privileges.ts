import { Refusal } from "./refusal.ts";

/** What users of the API may be allowed, in the platform's words. */
export const allPrivileges = [
  "API",
  "API Publisher Integration Pack",
  "Packaged Component Management",
  "Account Group Management",
  "Build Read",
] as const;

export type Privilege = (typeof allPrivileges)[number];

const needed: Readonly<Record<string, Privilege>> = {
  PublisherIntegrationPack: "API Publisher Integration Pack",
  ReleaseIntegrationPack: "API Publisher Integration Pack",
  ReleaseIntegrationPackStatus: "API Publisher Integration Pack",
  PackagedComponent: "Packaged Component Management",
  PackagedComponentManifest: "Packaged Component Management",
  AccountGroup: "Account Group Management",
  AccountGroupAccount: "Account Group Management",
  AccountGroupIntegrationPack: "Account Group Management",
  Component: "Build Read",
};

/** Refuses without saying what is missing, as the platform does. */
export function requirePrivileges(object: string, granted: ReadonlySet<Privilege>): void {
  const privilege = needed[object];
  if (granted.has("API") && (privilege === undefined || granted.has(privilege))) return;
  throw new Refusal(403, "The user is not allowed to perform this operation.");
}
