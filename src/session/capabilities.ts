import type * as vscode from "vscode";
import type { ActiveBackend } from "./activeBackend.ts";
import type { Backend } from "../backend/backend.ts";
import { setContextKey, type CapabilityKey } from "../contributions.ts";
import { DisposableOwner } from "../base/disposable.ts";
import { describeError } from "../base/describeError.ts";

/** What the backend can do, for the `when` clauses of package.json: what it cannot is not offered. */
const capabilities: readonly (readonly [CapabilityKey, (backend: Backend) => boolean])[] = [
  ["integrationPacks.canApplyPendingUpdate", ({ schedules }) => schedules?.applyPendingUpdate !== undefined],
  ["integrationPacks.canEdit", ({ editing }) => editing !== undefined],
  ["integrationPacks.canSetPendingVersion", ({ editing }) => editing?.setPendingVersion !== undefined],
  ["integrationPacks.canShare", ({ accountGroups }) => accountGroups !== undefined],
  ["integrationPacks.canManageAccounts", ({ managedAccounts }) => managedAccounts !== undefined],
  ["integrationPacks.canPackage", ({ packaging }) => packaging !== undefined],
  ["integrationPacks.canSnapshot", ({ snapshots }) => snapshots !== undefined],
];

/** Keeps the context keys in step with the backend that is in use. */
export class Capabilities extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #log: vscode.LogOutputChannel;
  #shown: Backend | undefined;
  /** How often was asked: of several answers under way only the last one counts. */
  #questions = 0;

  constructor(backend: ActiveBackend, log: vscode.LogOutputChannel) {
    super();
    this.#backend = backend;
    this.#log = log;
    this.register(backend.onDidChange(() => void this.#update()));
    void this.#update();
  }

  /** A backend that cannot be opened can do nothing; the views say why. */
  async #update(): Promise<void> {
    const question = ++this.#questions;
    const backend = await this.#backend.get().catch((error: unknown) => {
      this.#log.warn(`Asking the backend what it can do: ${describeError(error)}`);
      return undefined;
    });
    const isOld = question !== this.#questions;
    if (this.isDisposed || isOld || (backend !== undefined && backend === this.#shown)) return;
    this.#shown = backend;
    for (const [key, can] of capabilities) {
      setContextKey(key, backend !== undefined && can(backend));
    }
  }
}
