import type * as v from "valibot";
import type { PlannableVersion, PlannableVersions } from "../../../model/plan/plannableVersion.ts";
import { chunksOf } from "../http/bulk.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { oneOf, orIfForbidden, query, type QueryRows } from "../http/queries.ts";
import { packagedComponentSchema } from "../http/readers.ts";
import { Cache } from "./cache.ts";
import type { Omissions } from "./omissions.ts";

/** How long versions are cached, in ms. Only their sharing and their deletion ever change. */
const lifetime = 60_000;

/** How many components go into one `or`. */
const filterSize = 100;

/** Options of `PlannableVersionReader`. */
export interface PlannableVersionReaderOptions {
  readonly client: PlatformClient;
  readonly now: () => number;
  readonly omissions: Omissions;
}

/** Reads packaged versions for plans, without the names and folders of their components: nothing but their pages. */
export class PlannableVersionReader {
  readonly #options: PlannableVersionReaderOptions;
  readonly #versions: Cache<readonly PlannableVersion[]>;

  constructor(options: PlannableVersionReaderOptions) {
    this.#options = options;
    this.#versions = new Cache(lifetime, options.now);
  }

  /** A user who may not read packaged components gets none that are not cached; packs themselves offer some. */
  async list(componentIds: readonly string[]): Promise<PlannableVersions> {
    const versions = new Map<string, readonly PlannableVersion[]>();
    const missing: string[] = [];
    for (const componentId of new Set(componentIds)) {
      const known = await this.#versions.peek(componentId);
      if (known) versions.set(componentId, known);
      else missing.push(componentId);
    }
    const read = await orIfForbidden(this.#read(missing), () => new Map<string, PlannableVersion[]>());
    return new Map([...versions, ...read]);
  }

  forget(componentId: string): void {
    this.#versions.delete(componentId);
  }

  clear(): void {
    this.#versions.clear();
  }

  /** Caches them once all are read: reading many takes longer than the cache lasts. */
  async #read(componentIds: readonly string[]): Promise<Map<string, PlannableVersion[]>> {
    const { client, omissions } = this.#options;
    const versions = new Map<string, PlannableVersion[]>(componentIds.map((id) => [id, []]));
    if (componentIds.length === 0) return versions;
    const lists = await queryVersions(client, componentIds);
    const unreadable = lists.reduce((sum, list) => sum + list.unreadable, 0);
    omissions.report("versions", unreadable);
    for (const row of lists.flatMap(({ rows }) => rows)) versions.get(row.componentId)?.push(row);
    for (const [id, known] of versions) void this.#versions.set(id, Promise.resolve(known));
    return versions;
  }
}

/** Queries the packaged versions of the components, of a hundred at once. */
export function queryVersions(
  client: PlatformClient,
  componentIds: readonly string[],
): Promise<QueryRows<v.InferOutput<typeof packagedComponentSchema>>[]> {
  return Promise.all(
    chunksOf(componentIds, filterSize).map((chunk) =>
      query(client, "PackagedComponent", packagedComponentSchema, oneOf("componentId", chunk)),
    ),
  );
}
