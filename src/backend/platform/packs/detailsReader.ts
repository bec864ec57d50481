import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { versionErrors } from "../../../errors/versionErrors.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { CarryingPack, Deployment, IncludedComponent } from "../../../model/pack/packagedVersion.ts";
import { Cache } from "./cache.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import type { Omissions } from "./omissions.ts";
import type { PackReader } from "./packReader.ts";
import { urlPart } from "../http/urlPart.ts";
import { bulkGetIfAllowed } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { equals, orNotFound, query } from "../http/queries.ts";
import { deployedPackageSchema, type manifestSchema } from "../http/readers.ts";
import type { VersionReader } from "./versionReader.ts";

/** How long manifests are cached, in ms. */
const lifetime = 600_000;

type Manifest = v.InferOutput<typeof manifestSchema>;

/** Options of the details reader. */
export interface DetailsReaderOptions {
  readonly client: PlatformClient;
  readonly versions: VersionReader;
  readonly packs: PackReader;
  readonly now: () => number;
  readonly omissions: Omissions;
}

/** Reads what a packaged version is made of, where it is deployed, and which packs carry it. */
export class DetailsReader {
  readonly #client: PlatformClient;
  readonly #versions: VersionReader;
  readonly #packs: PackReader;
  readonly #omissions: Omissions;
  readonly #manifests: Cache<Manifest>;

  constructor({ client, versions, packs, now, omissions }: DetailsReaderOptions) {
    this.#client = client;
    this.#manifests = new Cache(lifetime, now);
    this.#versions = versions;
    this.#packs = packs;
    this.#omissions = omissions;
  }

  /** The packaged component itself first, then by name. @throws `NotFound` */
  async listIncludedComponents(packageId: string): Promise<IncludedComponent[]> {
    const [{ componentId: primary }, contents] = await Promise.all([
      this.#versions.get(packageId),
      this.#manifest(packageId),
    ]);
    const ids = contents.map(({ id, version }) => `${id}~${version}`);
    const metadata = await bulkGetIfAllowed(this.#client, objectKinds.componentMetadata, ids);
    const included = contents.map(({ id, version }) => {
      const known = metadata.get(`${id}~${version}`);
      return {
        componentId: id,
        name: known?.name || id,
        type: known?.type ?? "",
        version,
        folder: known?.folderName ?? "",
        modifiedBy: known?.modifiedBy ?? "",
        modifiedDate: known?.modifiedDate ?? "1970-01-01T00:00:00Z",
      };
    });
    const rank = (component: IncludedComponent) => (component.componentId === primary ? 0 : 1);
    return included.sort((one, other) => rank(one) - rank(other) || compareNames(one.name, other.name));
  }

  /** Secrets in it are masked by the platform. @throws `NotFound` */
  async getComponentXml(packageId: string, componentId: string): Promise<string> {
    const contents = await this.#manifest(packageId);
    const included = contents.find(({ id }) => id === componentId);
    if (!included) throw versionErrors.includedComponentNotFound(componentId, packageId);
    try {
      const path = `Component/${urlPart(`${componentId}~${included.version}`)}`;
      return (await this.#client.read("Component", { method: "GET", path, accept: "application/xml" })).body;
    } catch (error) {
      if (error instanceof IntegrationPacksError && error.code === "NotFound") return "";
      throw error;
    }
  }

  /** The latest deployment first. @throws `NotFound` */
  async listDeployments(packageId: string): Promise<Deployment[]> {
    const [, { rows: listed, unreadable }] = await Promise.all([
      this.#versions.get(packageId),
      query(this.#client, "DeployedPackage", deployedPackageSchema, equals("packageId", packageId)),
    ]);
    this.#omissions.report("deployments", unreadable);
    // A row that names another version is not of this one.
    const rows = listed.filter((row) => row.packageId === "" || row.packageId === packageId);
    const ids = rows.map(({ environmentId }) => environmentId).filter((id) => id !== "");
    const environments = await bulkGetIfAllowed(this.#client, objectKinds.environment, ids);
    return rows
      .map(({ packageId: _, environmentId, ...deployment }) => ({
        environment: environments.get(environmentId)?.name || environmentId,
        ...deployment,
      }))
      .sort((one, other) => Date.parse(other.deployedDate) - Date.parse(one.deployedDate));
  }

  /** Sorted by name. @throws `NotFound` */
  async listCarryingPacks(packageId: string): Promise<CarryingPack[]> {
    const [{ componentId, packageVersion }, packs] = await Promise.all([
      this.#versions.get(packageId),
      this.#packs.list(),
    ]);
    return packs.flatMap(({ packId, name, components }) => {
      const carried = components.find((component) => component.componentId === componentId);
      const released = carried?.currentVersion === packageVersion;
      const pending = carried?.pendingVersion === packageVersion;
      return released || pending ? [{ packId, name, released, pending }] : [];
    });
  }

  /** What is in a packaged version never changes. */
  async #manifest(packageId: string): Promise<Manifest["componentInfo"]["rows"]> {
    const manifest = await this.#manifests.get(packageId, () => {
      const asked = this.#client.get(objectKinds.manifest, packageId);
      return orNotFound(asked, () => versionErrors.packagedVersionNotFound(packageId));
    });
    const { rows, unreadable } = manifest.componentInfo;
    this.#omissions.report("includedComponents", unreadable);
    return rows;
  }
}
