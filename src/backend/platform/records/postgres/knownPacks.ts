import type { Loaded, LoadedPack } from "./loadedPack.ts";
import type { LoadedPacks } from "./loadedPacks.ts";

/** The most packs to know; the ones that were committed first are forgotten. */
const most = 200;

/**
 * The packs that this program claims, as it committed them last. They spare the next operation on the pack a round trip: if
 * anybody changed the pack since, its commit does nothing.
 */
export class KnownPacks {
  readonly #packs = new Map<string, LoadedPack>();

  /** The pack of the scope; nothing when it is not known. Its claim is as long as it was. */
  find({
    packIds = [],
    attemptId,
  }: {
    readonly packIds?: readonly string[];
    readonly attemptId?: string;
  }): Loaded | undefined {
    const [packId] = packIds;
    const pack =
      packId === undefined
        ? [...this.#packs.values()].find(({ attempts }) =>
            attempts.some(({ attempt }) => attempt.attemptId === attemptId),
          )
        : this.#packs.get(packId);
    return pack && { now: new Date(NaN), committed: [], packs: [pack] };
  }

  /** Remembers the packs that an operation changed and that are still claimed. */
  remember({ changed }: LoadedPacks): void {
    for (const { pack } of changed) {
      this.#packs.delete(pack.packId);
      if (pack.holder !== "") this.#packs.set(pack.packId, { ...pack, version: pack.version + 1 });
    }
    for (const packId of this.#packs.keys()) {
      if (this.#packs.size <= most) break;
      this.#packs.delete(packId);
    }
  }

  forgetHolder(holder: string): void {
    for (const [packId, pack] of this.#packs) if (pack.holder === holder) this.#packs.delete(packId);
  }
}
