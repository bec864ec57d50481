import * as l10n from "@vscode/l10n";
import type {
  DeployedVersion,
  InstallationDetails,
} from "../../../model/installation/installationReading.ts";
import type { PackComponent } from "../../../model/pack/pack.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import { bulkGetIfAllowed, chunksOf } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { equals, oneOf, orIfForbidden, query } from "../http/queries.ts";
import { packAttachmentSchema, runningPackageSchema } from "../http/readers.ts";
import type { PackInstances } from "./accountInstances.ts";

/** How many ids go into one `or`. */
const filterSize = 100;

/** A version with the id of its environment. */
type VersionRow = Omit<DeployedVersion, "environment"> & { readonly environmentId: string };

/**
 * Where the pack is installed in the account of the client. A version is one that a deployed package of the account names,
 * never one that it would have by Boomi's rules. What the user may not read is left out, and named in `limits`.
 */
export async function readAccountDetails(
  client: PlatformClient,
  instances: PackInstances,
  components: readonly PackComponent[],
): Promise<InstallationDetails> {
  const limits: string[] = [];
  const [attached, versions] = await Promise.all([
    orIfForbidden(readAttachments(client, instances), ({ message }) => {
      limits.push(l10n.t("Its environments are not shown: {0}", message));
      return undefined;
    }),
    orIfForbidden(readVersions(client, instances, components), ({ message }) => {
      limits.push(l10n.t("Its versions are not shown: {0}", message));
      return undefined;
    }),
  ]);
  const ids = [...(attached ?? []), ...(versions ?? []).map(({ environmentId }) => environmentId)];
  const known = await bulkGetIfAllowed(
    client,
    objectKinds.environment,
    ids.filter((id) => id !== ""),
  );
  const nameOf = (id: string) => known.get(id)?.name || id;
  return {
    ...(attached && { environments: attached.map(nameOf).sort(compareNames) }),
    ...(versions && {
      versions: versions.map(({ environmentId, ...version }) => ({
        ...version,
        environment: nameOf(environmentId),
      })),
    }),
    ...(limits.length > 0 && { limits: limits.join(" ") }),
  };
}

/** The ids of the environments that the installations are attached to. */
async function readAttachments(client: PlatformClient, { instanceIds }: PackInstances): Promise<string[]> {
  const ids = new Set<string>();
  for (const chunk of chunksOf(instanceIds, filterSize)) {
    const filter = oneOf("integrationPackInstanceId", chunk);
    const { rows } = await query(
      client,
      "IntegrationPackEnvironmentAttachment",
      packAttachmentSchema,
      filter,
    );
    for (const { integrationPackInstanceId, environmentId } of rows) {
      if (chunk.includes(integrationPackInstanceId)) ids.add(environmentId);
    }
  }
  return [...ids];
}

/** The versions of the pack's components that active deployed packages name, by component, latest first. */
async function readVersions(
  client: PlatformClient,
  { processes }: PackInstances,
  components: readonly PackComponent[],
): Promise<VersionRow[]> {
  // Boomi does not say whether a deployed package names the publisher's component or the account's own wrapper of it.
  const names = new Map<string, { readonly componentId: string; readonly componentName: string }>();
  for (const { componentId, componentName } of components) {
    names.set(componentId, { componentId, componentName });
  }
  for (const { originalProcessId, wrapperProcessId, name } of processes) {
    const original = names.get(originalProcessId) ?? {
      componentId: originalProcessId || wrapperProcessId,
      componentName: name || originalProcessId || wrapperProcessId,
    };
    for (const id of [originalProcessId, wrapperProcessId]) if (id !== "") names.set(id, original);
  }
  const versions: VersionRow[] = [];
  for (const chunk of chunksOf([...names.keys()], filterSize)) {
    const filter = {
      operator: "and" as const,
      nestedExpression: [equals("active", "true"), oneOf("componentId", chunk)],
    };
    const { rows } = await query(client, "DeployedPackage", runningPackageSchema, filter);
    for (const { componentId, packageVersion, environmentId, deployedDate, active } of rows) {
      const component = names.get(componentId);
      if (!component || !active || packageVersion === "") continue;
      versions.push({ ...component, packageVersion, environmentId, deployedAt: deployedDate });
    }
  }
  return versions.sort(
    (one, other) =>
      compareNames(one.componentName, other.componentName) ||
      Date.parse(other.deployedAt) - Date.parse(one.deployedAt),
  );
}
