import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { messageForUsers } from "../errors/errors.ts";
import { severalLines } from "../model/text/visibleText.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { documentScheme } from "./documentUri.ts";

/**
 * Provides the read-only documents of comparisons and release notes. A document is read when VS Code first shows it. If
 * that fails, it shows the reason, and is read again when the backend's data changes.
 */
export class DocumentProvider extends DisposableOwner implements vscode.TextDocumentContentProvider {
  readonly #backend: ActiveBackend;
  readonly #log: Log;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly #failed = new Map<string, vscode.Uri>();

  readonly onDidChange = this.#changed.event;

  constructor(backend: ActiveBackend, log: Log) {
    super();
    this.#backend = backend;
    this.#log = log;
    this.register(vscode.workspace.registerTextDocumentContentProvider(documentScheme, this));
    this.register(backend.onDidChange(() => this.#retryFailed()));
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#failed.delete(uri.toString())),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    try {
      const { readDocument } = await import("./readDocument.ts");
      return await readDocument(uri.query, () => this.#backend.get());
    } catch (error) {
      this.#log.error(`Could not read ${uri.path}: ${describeError(error)}`);
      this.#failed.set(uri.toString(), uri);
      const reason = severalLines(messageForUsers(error));
      return l10n.t("This document could not be read. {0}\n\nRefresh to read it again.", reason);
    }
  }

  #retryFailed(): void {
    const failed = [...this.#failed.values()];
    this.#failed.clear();
    for (const uri of failed) this.#changed.fire(uri);
  }
}
