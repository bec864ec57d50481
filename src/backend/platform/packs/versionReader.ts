import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { versionErrors } from "../../../errors/versionErrors.ts";
import type { Log } from "../../../base/log.ts";
import { newestFirst, type PackagedVersion } from "../../../model/pack/packagedVersion.ts";
import { Cache } from "./cache.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { bulkGet, chunksOf } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { oneOf, orNotFound, query } from "../http/queries.ts";
import { type metadataSchema, packagedComponentSchema } from "../http/readers.ts";

/** How long versions are not asked for again, in ms: they never change but for being shared or deleted. */
const lifetime = 60_000;

/** So many components go into one `or`. */
const filterSize = 100;

type Row = v.InferOutput<typeof packagedComponentSchema>;
type Metadata = v.InferOutput<typeof metadataSchema>;

/** Reads packaged versions: those of many components by one query, their names and folders by one bulk call. */
export class VersionReader {
  readonly #client: PlatformClient;
  readonly #log: Pick<Log, "warn">;
  readonly #versions: Cache<readonly PackagedVersion[] | undefined>;
  readonly #single: Cache<PackagedVersion>;

  constructor(client: PlatformClient, now: () => number, log: Pick<Log, "warn">) {
    this.#client = client;
    this.#log = log;
    this.#versions = new Cache(lifetime, now);
    this.#single = new Cache(lifetime, now);
  }

  /** @throws `NotFound` */
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
    return this.#single.get(packageId, async () => {
      const asked = this.#client.get(objectKinds.packagedComponent, packageId);
      const row = await orNotFound(asked, () => versionErrors.packagedVersionNotFound(packageId));
      return toVersion(row, (await this.#metadata([row.componentId])).get(row.componentId));
    });
  }

  clear(): void {
    this.#versions.clear();
    this.#single.clear();
  }

  /** One request for all of them; each gets its share. */
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
    const [metadata, ...pages] = await Promise.all([
      this.#metadata(componentIds),
      ...chunksOf(componentIds, filterSize).map((chunk) =>
        query(this.#client, "PackagedComponent", packagedComponentSchema, oneOf("componentId", chunk)),
      ),
    ]);
    const versions = new Map<string, PackagedVersion[]>([...metadata.keys()].map((id) => [id, []]));
    for (const row of pages.flat()) {
      const known = versions.get(row.componentId) ?? [];
      versions.set(row.componentId, known);
      known.push(toVersion(row, metadata.get(row.componentId)));
    }
    for (const known of versions.values()) known.sort(newestFirst);
    return versions;
  }

  /** What the components are called and where they are; packs can be released without knowing it. */
  async #metadata(componentIds: readonly string[]): Promise<Map<string, Metadata>> {
    try {
      return await bulkGet(this.#client, objectKinds.componentMetadata, componentIds);
    } catch (error) {
      if (!(error instanceof IntegrationPacksError) || error.code !== "Forbidden") throw error;
      this.#log.warn(`Names and folders of components are not shown: ${error.message}`);
      return new Map();
    }
  }
}

function toVersion(row: Row, metadata: Metadata | undefined): PackagedVersion {
  const { name = row.componentId, folderName: folder = "" } = metadata ?? {};
  return { ...row, componentName: name, folder };
}
