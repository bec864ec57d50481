import type * as v from "valibot";
import { versionErrors } from "../../../errors/versionErrors.ts";
import { newestFirst, type Availability, type PackagedVersion } from "../../../model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../../model/release/release.ts";
import type { PlannableVersions } from "../../../model/plan/plannableVersion.ts";
import { Cache } from "./cache.ts";
import type { Omissions } from "./omissions.ts";
import type { PackReader } from "./packReader.ts";
import { PlannableVersionReader, queryVersions } from "./plannableVersionReader.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { bulkGetIfAllowed } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { equals, orIfForbidden, orUndefined, query } from "../http/queries.ts";
import { type metadataSchema, packagedComponentSchema } from "../http/readers.ts";

/** How long versions are cached, in ms. Only their sharing and their deletion ever change. */
const lifetime = 60_000;

type Row = v.InferOutput<typeof packagedComponentSchema>;
type Metadata = v.InferOutput<typeof metadataSchema>;

/** A version as far as a release depends on it. */
export type OfferedVersion = Availability & Pick<PackagedVersion, "packageVersion">;

/** Options of the version reader. */
export interface VersionReaderOptions {
  readonly client: PlatformClient;
  readonly packs: Pick<PackReader, "findComponent">;
  readonly now: () => number;
  readonly omissions: Omissions;
}

/** Reads packaged versions: those of many components by one query, their names and folders by one bulk call. */
export class VersionReader {
  readonly #options: VersionReaderOptions;
  readonly #versions: Cache<readonly PackagedVersion[] | undefined>;
  readonly #single: Cache<PackagedVersion>;
  readonly #plannable: PlannableVersionReader;

  constructor(options: VersionReaderOptions) {
    this.#options = options;
    this.#versions = new Cache(lifetime, options.now);
    this.#single = new Cache(lifetime, options.now);
    this.#plannable = new PlannableVersionReader(options);
  }

  /** @throws `NotFound` for a component that is in no pack and that the platform does not know */
  async list(componentIds: readonly string[]): Promise<Map<string, readonly PackagedVersion[]>> {
    const missing = [...new Set(componentIds)].filter((id) => this.#versions.peek(id) === undefined);
    if (missing.length > 0) this.#read(missing);
    const versions = new Map<string, readonly PackagedVersion[]>();
    for (const componentId of componentIds) {
      const found = await this.#versions.peek(componentId);
      if (!found) throw versionErrors.componentNotFound(componentId);
      versions.set(componentId, found);
    }
    return versions;
  }

  /** @throws `NotFound` */
  get(packageId: string): Promise<PackagedVersion> {
    return this.#single.get(packageId, () => this.#readSingle(packageId));
  }

  /** As it is right now. @throws `NotFound` */
  fresh(packageId: string): Promise<PackagedVersion> {
    return this.#single.set(packageId, this.#readSingle(packageId));
  }

  /**
   * The versions of the components of which other ones are chosen for a release. A user who may not read packaged components
   * can release the versions that packs themselves offer.
   *
   * @throws as `list`
   */
  listForRelease(chosen: ComponentVersions): Promise<ReadonlyMap<string, readonly OfferedVersion[]>> {
    return orIfForbidden(this.list(Object.keys(chosen)), (reason) => {
      const offered = new Map(Object.keys(chosen).map((id) => [id, this.#offeredInPacks(id)]));
      const isOffered = Object.entries(chosen).every(([id, chosenVersion]) =>
        offered.get(id)?.some(({ packageVersion }) => packageVersion === chosenVersion),
      );
      if (!isOffered) throw reason;
      return offered;
    });
  }

  /** The versions of the components as far as plans depend on them. Only their pages are read. */
  listForPlan(componentIds: readonly string[]): Promise<PlannableVersions> {
    return this.#plannable.list(componentIds);
  }

  /** Forgets the versions of the component: they were changed from here, or are to be read anew. */
  forget(componentId: string, packageId?: string): void {
    this.#versions.delete(componentId);
    this.#plannable.forget(componentId);
    if (packageId !== undefined) this.#single.delete(packageId);
  }

  clear(): void {
    this.#versions.clear();
    this.#plannable.clear();
    this.#single.clear();
  }

  /** Reads the components by one request, and caches each of them. */
  #read(componentIds: readonly string[]): void {
    const reading = this.#readAll(componentIds);
    for (const componentId of componentIds) {
      void this.#versions.set(
        componentId,
        reading.then((versions) => versions.get(componentId)),
      );
    }
  }

  async #readAll(componentIds: readonly string[]): Promise<Map<string, readonly PackagedVersion[]>> {
    const { client, omissions, packs } = this.#options;
    const [metadata, lists] = await Promise.all([
      this.#metadata(componentIds),
      queryVersions(client, componentIds),
    ]);
    const unreadable = lists.reduce((sum, list) => sum + list.unreadable, 0);
    omissions.report("versions", unreadable);
    // A component of a pack exists, also where nobody may read its name, or where it was deleted in the build.
    const existing = componentIds.filter((id) => metadata.has(id) || packs.findComponent(id) !== undefined);
    const versions = new Map<string, PackagedVersion[]>(existing.map((id) => [id, []]));
    for (const row of lists.flatMap(({ rows }) => rows)) {
      const known = versions.get(row.componentId) ?? [];
      versions.set(row.componentId, known);
      known.push(this.#toVersion(row, metadata));
    }
    for (const known of versions.values()) known.sort(newestFirst);
    return versions;
  }

  async #readSingle(packageId: string): Promise<PackagedVersion> {
    const { client } = this.#options;
    const row =
      (await orUndefined(client.get(objectKinds.packagedComponent, packageId))) ??
      (await this.#findRow(packageId));
    if (!row) throw versionErrors.packagedVersionNotFound(packageId);
    return this.#toVersion(row, await this.#metadata([row.componentId]));
  }

  /** A deleted version may be in lists only. */
  async #findRow(packageId: string): Promise<Row | undefined> {
    const { client } = this.#options;
    const filter = equals("packageId", packageId);
    const { rows } = await query(client, "PackagedComponent", packagedComponentSchema, filter);
    return rows.find((row) => row.packageId === packageId);
  }

  /** The names and folders of the components; packs can be released without them. */
  #metadata(componentIds: readonly string[]): Promise<ReadonlyMap<string, Metadata>> {
    return bulkGetIfAllowed(this.#options.client, objectKinds.componentMetadata, componentIds);
  }

  #offeredInPacks(componentId: string): OfferedVersion[] {
    const { pendingVersion = "", latestVersion = "" } = this.#options.packs.findComponent(componentId) ?? {};
    return [pendingVersion, latestVersion]
      .filter((version) => version !== "")
      .map((packageVersion) => ({ packageVersion, shareable: true, deleted: false }));
  }

  /** Without metadata, the name is the one that a pack gives, else the id. */
  #toVersion(row: Row, metadata: ReadonlyMap<string, Metadata>): PackagedVersion {
    const { componentId } = row;
    const { name = "", folderName: folder = "" } = metadata.get(componentId) ?? {};
    const inPack = this.#options.packs.findComponent(componentId)?.componentName ?? "";
    return { ...row, componentName: name || inPack || componentId, folder };
  }
}
