import { IntegrationPacksError } from "../../../errors/errors.ts";
import { packErrors } from "../../../errors/packErrors.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import { Cache } from "./cache.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { chunksOf } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { equals, oneOf, orNotFound, orUndefined, query } from "../http/queries.ts";
import { packSchema } from "../http/readers.ts";
import type { ComponentRow } from "./leavingComponents.ts";
import { PackInterpreter, type PackRow, type PlatformPack } from "./packInterpreter.ts";
import type { Omissions } from "./omissions.ts";

/** How long packs are cached, in ms. */
const lifetime = 30_000;

const object = "PublisherIntegrationPack";
const all = "all";

/** How many packs go into one `or`. */
const filterSize = 100;

export type { PlatformPack } from "./packInterpreter.ts";

/** Options of the pack reader. */
export interface PackReaderOptions {
  readonly client: PlatformClient;
  readonly now: () => number;
  readonly omissions: Omissions;
  /** Whether a release of the pack with components was recorded. */
  readonly wasReleased: (packId: string) => Promise<boolean>;
}

/** Reads packs: all of them, a hundred a request, or one. They are cached for a short while. */
export class PackReader {
  readonly #options: PackReaderOptions;
  readonly #lists: Cache<Map<string, PlatformPack>>;
  readonly #packs: Cache<PlatformPack>;
  /** Packs of the list that were changed since it was read. */
  readonly #changed = new Set<string>();
  readonly #lastSeen = new Map<string, PlatformPack>();
  readonly #interpreter = new PackInterpreter();
  #hasReadAll = false;

  constructor(options: PackReaderOptions) {
    const { now } = options;
    this.#options = options;
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

  /** The packs as they are right now, by id, a hundred a request. Those that do not exist are absent. */
  async freshAll(packIds: readonly string[]): Promise<Map<string, PlatformPack>> {
    const listed = await this.#readListed(packIds);
    const others = [...new Set(packIds)].filter((packId) => !listed.has(packId));
    const single = await Promise.all(others.map((packId) => orUndefined(this.fresh(packId))));
    const found = [...listed.values(), ...single.filter((pack) => pack !== undefined)];
    return new Map(found.map((pack) => [pack.packId, pack]));
  }

  /** The pack as it was last read, however long ago. */
  lastSeen(packId: string): PlatformPack | undefined {
    return this.#lastSeen.get(packId);
  }

  /** The component as one of the packs that were read contains it. */
  findComponent(componentId: string): ComponentRow | undefined {
    return this.#interpreter.findComponent(componentId);
  }

  /** Forgets the pack: it was changed from here. */
  forget(packId: string): void {
    this.#lastSeen.delete(packId);
    this.#changed.add(packId);
    this.#packs.delete(packId);
  }

  /** Remembers which components stay in the pack after a change that was made from here. */
  remember(packId: string, staying: readonly string[]): void {
    this.#interpreter.remember(packId, staying);
    this.forget(packId);
  }

  /** Remembers which components of the pack leave, as a person says who looked at it in Boomi. @throws `NotFound` */
  async confirmLeaving(packId: string, leaving: readonly string[]): Promise<void> {
    await this.fresh(packId);
    this.#interpreter.confirmLeaving(packId, leaving);
    this.forget(packId);
  }

  clear(): void {
    this.#changed.clear();
    this.#packs.clear();
    this.#lists.clear();
  }

  async #readList(): Promise<Map<string, PlatformPack>> {
    const { client, omissions } = this.#options;
    this.#changed.clear();
    this.#hasReadAll = true;
    const { rows, unreadable } = await query(client, object, packSchema);
    omissions.report("packs", unreadable);
    const packs = this.#interpreter.toPacks(rows);
    for (const pack of packs) this.#lastSeen.set(pack.packId, pack);
    return new Map(packs.map((pack) => [pack.packId, pack]));
  }

  /** The packs that came with a list of their components. */
  async #readListed(packIds: readonly string[]): Promise<Map<string, PlatformPack>> {
    const asked = new Set(packIds);
    const lists = await Promise.all(
      chunksOf([...asked], filterSize).map((chunk) =>
        query(this.#options.client, object, packSchema, oneOf("id", chunk)),
      ),
    );
    const rows = lists
      .flatMap((list) => list.rows)
      .filter((row) => asked.has(row.id) && row.PublisherPackagedComponents.isListed);
    const isUnclear = this.#interpreter.toPacks(rows).some(({ doubt }) => doubt === "leaving");
    // As in `#readMarks`.
    if (isUnclear && !this.#interpreter.isMarkUsed && !this.#hasReadAll)
      await this.#lists.set(all, this.#readList());
    const packs = this.#interpreter.toPacks(rows);
    for (const pack of packs) {
      this.#changed.add(pack.packId);
      this.#lastSeen.set(pack.packId, pack);
      void this.#packs.set(pack.packId, Promise.resolve(pack));
    }
    return new Map(packs.map((pack) => [pack.packId, pack]));
  }

  async #bringUpToDate(listed: Map<string, PlatformPack>, packId: string): Promise<void> {
    try {
      listed.set(packId, await this.#packs.get(packId, () => this.#read(packId)));
      this.#changed.delete(packId);
    } catch (error) {
      if (!(error instanceof IntegrationPacksError)) throw error;
      if (error.code !== "NotFound") {
        // One pack that cannot be read now hides none of the others; it is asked for again.
        this.#options.client.warn(`A pack is shown as it was before: ${error.message}`);
        return;
      }
      listed.delete(packId);
      this.#changed.delete(packId);
    }
  }

  async #read(packId: string): Promise<PlatformPack> {
    const asked = this.#options.client.get(objectKinds.publisherIntegrationPack, packId);
    const row = await orNotFound(asked, () => packErrors.packNotFound(packId));
    const { isListed } = row.PublisherPackagedComponents;
    const pack = isListed ? await this.#readMarks(row) : await this.#readByQuery(row);
    this.#lastSeen.set(packId, pack);
    return pack;
  }

  /** Any component of the account that is not marked shows that marks say something, so all packs are read once. */
  async #readMarks(row: PackRow): Promise<PlatformPack> {
    const pack = this.#interpreter.toPack(row);
    if (pack.doubt !== "leaving" || this.#interpreter.isMarkUsed || this.#hasReadAll) return pack;
    await this.#lists.set(all, this.#readList());
    return this.#interpreter.toPack(row);
  }

  /** Reads the components by the other form of reading, where the first one gave no list of them. */
  async #readByQuery(row: PackRow): Promise<PlatformPack> {
    const { client, wasReleased } = this.#options;
    const { rows } = await query(client, object, packSchema, equals("id", row.id));
    const list = rows.find(({ id }) => id === row.id)?.PublisherPackagedComponents;
    if (!list?.isListed) {
      const isUnseen = !this.#interpreter.hasSeen(row.id);
      const pack = this.#interpreter.toPack(row);
      return isUnseen && (await wasReleased(row.id)) ? { ...pack, doubt: "incomplete" } : pack;
    }
    const pack = this.#interpreter.toPack({ ...row, PublisherPackagedComponents: list });
    // Two answers that differ leave in doubt what is in the pack.
    return list.rows.length === 0 ? pack : { ...pack, doubt: "incomplete" };
  }
}
