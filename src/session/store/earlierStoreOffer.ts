import { t } from "@vscode/l10n";
import type { EarlierStore, EarlierStores } from "../../backend/earlierStores.ts";
import { describeError } from "../../base/describeError.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import type { Log } from "../../base/log.ts";
import { runCommand } from "../../contributions.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { showWarning } from "../../ui/notifications.ts";

/** Dependencies of `EarlierStoreOffer`. */
export interface EarlierStoreOfferDependencies {
  /** Provides the active backend, which creates the store. */
  readonly backend: { get(): Promise<unknown> };
  readonly earlierStores: () => Promise<EarlierStores>;
  /** Remembers in the workspace which stores were offered. */
  readonly state: { get(key: string): unknown; update(key: string, value: unknown): PromiseLike<void> };
  readonly log: Log;
}

const offeredKey = "earlierStores.offered";

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
    const offered = [state.get(offeredKey)].flat();
    const likely = stores.list().filter((store) => isLikely(store) && !offered.includes(store.file));
    const [first] = likely;
    if (!first) return;
    await state.update(offeredKey, [...offered, ...likely.map(({ file }) => file)]);
    for (const { owner, file } of likely)
      log.info(`There is an earlier store of ${owner.workspaceFolder}: ${file}`);
    void showWarning(offerText(first, likely.length), {
      title: t("Use Earlier Store…"),
      run: () => runCommand("integrationPacks.useEarlierStore"),
    });
  }
}

/**
 * A folder that is still there has its store for itself. One that is gone under another name may have nothing to do with this
 * one; it is worth a notification if releases are waiting in its store.
 */
function isLikely({ relation, scheduled }: EarlierStore): boolean {
  const isMissing = relation === "missingFolder" && scheduled.length > 0;
  return relation === "sameFolder" || relation === "movedFolder" || isMissing;
}

function offerText({ owner, packCount, scheduled }: EarlierStore, count: number): string {
  const folder = owner.workspaceFolder;
  const found =
    packCount === 1
      ? t('This workspace has a new, empty store. The store of "{0}" has 1 integration pack.', folder)
      : t(
          'This workspace has a new, empty store. The store of "{0}" has {1} integration packs.',
          folder,
          packCount,
        );
  const left = t("Its scheduled releases do not run here: {0}.", scheduled.join(", "));
  const others = t("There are {0} more such stores.", count - 1);
  return [found, scheduled.length > 0 && left, count > 1 && others]
    .filter((each) => each !== false)
    .join(" ");
}
