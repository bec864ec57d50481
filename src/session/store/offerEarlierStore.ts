import * as l10n from "@vscode/l10n";
import { listed, plural } from "../../base/language.ts";
import type { EarlierStore, EarlierStores } from "../../backend/earlierStores.ts";
import type { Log } from "../../base/log.ts";
import { runCommand } from "../../contributions.ts";
import { showWarning } from "../../ui/notifications.ts";

/** The state of a workspace, which remembers which stores were offered. */
export interface OfferState {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const offeredKey = "earlierStores.offered";

/** Offers the most likely earlier store in a notification. Each store is offered once in a workspace. */
export async function offerEarlierStore(stores: EarlierStores, state: OfferState, log: Log): Promise<void> {
  const offered = [state.get(offeredKey)].flat();
  const likely = stores.list().filter((store) => isLikely(store) && !offered.includes(store.file));
  const [first] = likely;
  if (!first) return;
  await state.update(offeredKey, [...offered, ...likely.map(({ file }) => file)]);
  for (const { owner, file } of likely) {
    log.info(`There is an earlier store of ${owner.workspaceFolder}: ${file}`);
  }
  void showWarning(offerText(first, likely.length), {
    title: l10n.t("Use Earlier Store…"),
    run: () => runCommand("integrationPacks.useEarlierStore"),
  });
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
  const found = plural(
    packCount,
    l10n.t(
      'This workspace has a new, empty store. The store of "{0}" has {1} integration pack.',
      folder,
      packCount,
    ),
    l10n.t(
      'This workspace has a new, empty store. The store of "{0}" has {1} integration packs.',
      folder,
      packCount,
    ),
  );
  const left = l10n.t("Its scheduled releases do not run here: {0}.", listed(scheduled));
  const others =
    count === 2
      ? l10n.t("There is another store like this.")
      : l10n.t("There are {0} more stores like this.", count - 1);
  return [found, scheduled.length > 0 && left, count > 1 && others]
    .filter((each) => each !== false)
    .join(" ");
}
