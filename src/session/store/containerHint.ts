import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../../backend/backend.ts";
import { describeError } from "../../base/describeError.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import type { Event } from "../../base/event.ts";
import type { Log } from "../../base/log.ts";
import { runCommand, type Settings } from "../../contributions.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { showWarning } from "../../ui/notifications.ts";
import { readSettingOr } from "../../ui/settings/readSetting.ts";
import type { OfferState } from "./offerEarlierStore.ts";

/** Dependencies of `ContainerHint`. */
export interface ContainerHintDependencies {
  /** Provides the active backend. */
  readonly backend: { readonly onDidChange: Event<void>; get(): Promise<Backend> };
  /** Where the window runs: `vscode.env.remoteName`. */
  readonly remoteName: string | undefined;
  /** The state of the workspace, which remembers that the hint was shown. */
  readonly state: OfferState;
  readonly log: Log;
}

/** The windows whose computer is a container: what is in VS Code's storage there is lost with it. */
const containers: readonly string[] = ["dev-container", "attached-container", "codespaces"];

const shownKey = "containerHint.shown";

/** Notifies once in a workspace that a store, or records with a scheduled release, are inside a container and lost with it. */
export class ContainerHint extends DisposableOwner {
  readonly #dependencies: ContainerHintDependencies;
  /** Resolves when no check is running. */
  whenIdle: Promise<void> = Promise.resolve();

  constructor(dependencies: ContainerHintDependencies) {
    super();
    this.#dependencies = dependencies;
    const { backend, remoteName, state } = dependencies;
    if (!containers.includes(remoteName ?? "") || state.get(shownKey) === true) return;
    this.register(backend.onDidChange(() => this.#check()));
    this.#check();
  }

  #check(): void {
    this.whenIdle = this.whenIdle
      .then(() => this.#hint())
      .catch((error: unknown) => {
        // A backend that does not open shows why itself.
        if (!(error instanceof IntegrationPacksError)) {
          this.#dependencies.log.warn(`Looking for a store in a container: ${describeError(error)}`);
        }
      });
  }

  async #hint(): Promise<void> {
    const { backend, state } = this.#dependencies;
    const place: keyof Settings =
      readSettingOr("integrationPacks.backend", "local") === "local"
        ? "integrationPacks.local.storePath"
        : "integrationPacks.platform.records";
    if (this.isDisposed || readSettingOr(place, "").trim() !== "") return;
    if (!(await isUsed(await backend.get()))) return;
    this.dispose();
    await state.update(shownKey, true);
    void (place === "integrationPacks.local.storePath" ? showStoreHint() : showRecordsHint(place));
  }
}

/** Whether the backend stores something that a container would lose: a pack, or a scheduled release in the records. */
async function isUsed({ snapshots, schedules }: Backend): Promise<boolean> {
  if (snapshots) return !(await snapshots.isEmpty());
  return (await schedules?.nextScheduled()) !== undefined;
}

function showStoreHint(): Promise<void> {
  const message = l10n.t(
    "The store of this workspace is inside the container, and is lost when the container is rebuilt or removed. Move it to a folder that remains.",
  );
  const run = () => runCommand("integrationPacks.moveStore");
  return showWarning(message, { title: l10n.t("Move Store…"), run });
}

function showRecordsHint(place: keyof Settings): Promise<void> {
  const message = l10n.t(
    "The scheduled releases and the history of this workspace are recorded inside the container, and are lost when it is rebuilt or removed. Share the records on a server.",
  );
  const run = () => vscode.commands.executeCommand("workbench.action.openSettings", place);
  return showWarning(message, { title: l10n.t("Open Settings"), run });
}
