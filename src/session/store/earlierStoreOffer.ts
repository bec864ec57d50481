import type { EarlierStores } from "../../backend/earlierStores.ts";
import { describeError } from "../../base/describeError.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import type { Log } from "../../base/log.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import type { OfferState } from "./offerEarlierStore.ts";

/** Dependencies of `EarlierStoreOffer`. */
export interface EarlierStoreOfferDependencies {
  /** Provides the active backend, which creates the store. */
  readonly backend: { get(): Promise<unknown> };
  readonly earlierStores: () => Promise<EarlierStores>;
  readonly state: OfferState;
  readonly log: Log;
}

/** Offers the earlier store of this folder, or of one that is gone, when the store of the workspace is new and empty. */
export class EarlierStoreOffer extends DisposableOwner {
  readonly #dependencies: EarlierStoreOfferDependencies;
  /** Resolves when the stores have been compared. */
  readonly whenDone: Promise<void>;

  constructor(dependencies: EarlierStoreOfferDependencies) {
    super();
    this.#dependencies = dependencies;
    this.whenDone = this.#offerLater().catch((error: unknown) => {
      // A backend that does not open shows why itself, and not every store can have an earlier one.
      if (!(error instanceof IntegrationPacksError)) {
        dependencies.log.warn(`Looking for an earlier store: ${describeError(error)}`);
      }
    });
  }

  /** Activation does not wait for the store. */
  async #offerLater(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.isDisposed) await this.#offer();
  }

  async #offer(): Promise<void> {
    const { backend, earlierStores, state, log } = this.#dependencies;
    await backend.get();
    const stores = await earlierStores();
    if (this.isDisposed || !stores.isEmpty()) return;
    const { offerEarlierStore } = await import("./offerEarlierStore.ts");
    await offerEarlierStore(stores, state, log);
  }
}
