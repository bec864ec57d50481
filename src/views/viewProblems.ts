import * as l10n from "@vscode/l10n";
import { describeError } from "../base/describeError.ts";
import type { Log } from "../base/log.ts";
import { runCommand, type ViewId, type ViewProblem } from "../contributions.ts";
import { messageForUsers } from "../errors/errors.ts";
import { showWarning } from "../ui/notifications.ts";
import { needsReason, viewProblem } from "./viewProblem.ts";

/**
 * Logs why views could not be read. A reason that no welcome text gives is also shown as a notification: once for all views,
 * until one of them was read.
 */
export class ViewProblems {
  readonly #log: Log;
  #shown = "";

  constructor(log: Log) {
    this.#log = log;
  }

  /** Logs why rows below the top level could not be read; a row shows it. */
  log(view: ViewId, error: unknown): void {
    this.#log.error(`Reading the view ${view}: ${describeError(error)}`);
  }

  /** Reports why a view could not be read. Returns the kind of problem. */
  report(view: ViewId, error: unknown): ViewProblem {
    this.log(view, error);
    const problem = viewProblem(error);
    const message = messageForUsers(error);
    if (needsReason(problem) && message !== this.#shown) {
      this.#shown = message;
      void showWarning(message, {
        title: l10n.t("Show Log"),
        run: () => runCommand("integrationPacks.showLog"),
      });
    }
    return problem;
  }

  /** A view was read: the next problem is a new one. */
  clear(): void {
    this.#shown = "";
  }
}
