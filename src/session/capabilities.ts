import type { Log } from "../base/log.ts";
import type { Backend } from "../backend/backend.ts";
import { describeError } from "../base/describeError.ts";
import { DisposableOwner } from "../base/disposable.ts";
import { setContextKey, type CapabilityKey } from "../contributions.ts";
import type { ActiveBackend } from "./activeBackend.ts";

/** Whether a backend has each capability. `when` clauses in package.json hide what it lacks. */
const capabilities: readonly (readonly [CapabilityKey, (backend: Backend) => boolean])[] = [
  ["integrationPacks.canApplyPendingUpdate", ({ schedules }) => schedules?.applyPendingUpdate !== undefined],
  ["integrationPacks.canEdit", ({ editing }) => editing !== undefined],
  ["integrationPacks.canSetPendingVersion", ({ editing }) => editing?.setPendingVersion !== undefined],
  ["integrationPacks.canShare", ({ accountGroups }) => accountGroups !== undefined],
  ["integrationPacks.canManageAccounts", ({ managedAccounts }) => managedAccounts !== undefined],
  ["integrationPacks.canPackage", ({ packaging }) => packaging !== undefined],
  ["integrationPacks.canSnapshot", ({ snapshots }) => snapshots !== undefined],
];

/** Sets the context keys for the capabilities of the active backend. */
export class Capabilities extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #log: Log;
  #shown: Backend | undefined;
  /** Counts the updates, so that a slow one does not overwrite a later one. */
  #updates = 0;

  constructor(backend: ActiveBackend, log: Log) {
    super();
    this.#backend = backend;
    this.#log = log;
    this.register(backend.onDidChange(() => void this.#update()));
    void this.#update();
  }

  /** A backend that cannot be opened has no capabilities; the views show the reason. */
  async #update(): Promise<void> {
    const update = ++this.#updates;
    const backend = await this.#backend.get().catch((error: unknown) => {
      this.#log.warn(`Could not read the capabilities of the backend: ${describeError(error)}`);
      return undefined;
    });
    const isOutdated = update !== this.#updates;
    if (this.isDisposed || isOutdated || (backend !== undefined && backend === this.#shown)) return;
    this.#shown = backend;
    for (const [key, can] of capabilities) {
      setContextKey(key, backend !== undefined && can(backend));
    }
  }
}
