import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { packErrors } from "../../../errors/packErrors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import { Cache } from "./cache.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { orNotFound, query } from "../http/queries.ts";
import { packSchema } from "../http/readers.ts";

/** How long packs are not asked for again, in ms. */
const lifetime = 30_000;

const object = "PublisherIntegrationPack";
const all = "all";

/** A pack as the platform gives it: what is scheduled is not in it. */
export type PlatformPack = Omit<IntegrationPack, "scheduled">;

/** Reads packs: all of them a hundred a request, one of them with one request, and none of them twice within seconds. */
export class PackReader {
  readonly #client: PlatformClient;
  readonly #lists: Cache<Map<string, PlatformPack>>;
  readonly #packs: Cache<PlatformPack>;
  /** Packs of the list that were changed since it was read. */
  readonly #changed = new Set<string>();
  readonly #lastSeen = new Map<string, PlatformPack>();

  constructor(client: PlatformClient, now: () => number) {
    this.#client = client;
    this.#lists = new Cache(lifetime, now);
    this.#packs = new Cache(lifetime, now);
  }

  /** All packs, sorted by name. */
  async list(): Promise<PlatformPack[]> {
    const listed = await this.#lists.get(all, () => this.#readList());
    await Promise.all([...this.#changed].map((packId) => this.#bringUpToDate(listed, packId)));
    return [...listed.values()].sort((one, other) => compareNames(one.name, other.name));
  }

  /** @throws `NotFound` */
  async get(packId: string): Promise<PlatformPack> {
    const listing = this.#changed.has(packId) ? undefined : this.#lists.peek(all);
    const listed = (await listing?.catch(() => undefined))?.get(packId);
    return listed ?? this.#packs.get(packId, () => this.#read(packId));
  }

  /** As it is right now. @throws `NotFound` */
  fresh(packId: string): Promise<PlatformPack> {
    this.#changed.add(packId);
    return this.#packs.set(packId, this.#read(packId));
  }

  /** As it was last given out, however long ago. */
  lastSeen(packId: string): PlatformPack | undefined {
    return this.#lastSeen.get(packId);
  }

  /** Forgets the pack: it was changed from here. */
  forget(packId: string): void {
    this.#lastSeen.delete(packId);
    this.#changed.add(packId);
    this.#packs.delete(packId);
  }

  clear(): void {
    this.#changed.clear();
    this.#packs.clear();
    this.#lists.clear();
  }

  async #readList(): Promise<Map<string, PlatformPack>> {
    this.#changed.clear();
    const packs = (await query(this.#client, object, packSchema)).map(toPack);
    for (const pack of packs) this.#lastSeen.set(pack.packId, pack);
    return new Map(packs.map((pack) => [pack.packId, pack]));
  }

  async #bringUpToDate(listed: Map<string, PlatformPack>, packId: string): Promise<void> {
    try {
      listed.set(packId, await this.#packs.get(packId, () => this.#read(packId)));
    } catch (error) {
      if (!(error instanceof IntegrationPacksError) || error.code !== "NotFound") throw error;
      listed.delete(packId);
    }
    this.#changed.delete(packId);
  }

  async #read(packId: string): Promise<PlatformPack> {
    const asked = this.#client.get(objectKinds.publisherIntegrationPack, packId);
    const pack = toPack(await orNotFound(asked, () => packErrors.packNotFound(packId)));
    this.#lastSeen.set(packId, pack);
    return pack;
  }
}

function toPack(row: v.InferOutput<typeof packSchema>): PlatformPack {
  const components = row.PublisherPackagedComponents.map((component) => ({
    ...component,
    pendingVersion: component.deleted ? "" : component.pendingVersion,
  }));
  return {
    packId: row.id,
    name: row.name,
    description: row.Description,
    installationType: row.installationType,
    deploymentModel: "packaged",
    components: components.sort((one, other) => compareNames(one.componentName, other.componentName)),
  };
}
