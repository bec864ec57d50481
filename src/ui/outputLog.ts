import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { severalLines } from "../model/text/visibleText.ts";

/** The output channel _Integration Packs_, which the command _Show Log_ opens. */
export class OutputLog extends DisposableOwner implements Log {
  readonly #channel = this.register(vscode.window.createOutputChannel("Integration Packs", { log: true }));

  info(message: string): void {
    this.#channel.info(logText(message));
  }

  warn(message: string): void {
    this.#channel.warn(logText(message));
  }

  error(message: string | Error): void {
    this.#channel.error(logText(typeof message === "string" ? message : describeError(message)));
  }

  /** Shows the channel in the panel. */
  show(): void {
    this.#channel.show();
  }
}

/** Indents further lines, so that no text from outside looks like another entry of the log. */
function logText(message: string): string {
  return severalLines(message).replaceAll("\n", "\n    ");
}
