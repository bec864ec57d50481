import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { DisposableOwner } from "../base/disposable.ts";
import { messageForUsers } from "../errors/errors.ts";
import { describeError } from "../base/describeError.ts";
import { documentScheme } from "./documentUri.ts";

/**
 * Provides the read-only documents of comparisons and release notes. Each is read when VS Code first shows it; one that
 * could not be read says why, and is read again when the data is.
 */
export class Documents extends DisposableOwner implements vscode.TextDocumentContentProvider {
  readonly #backend: ActiveBackend;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly #failed = new Map<string, vscode.Uri>();

  readonly onDidChange = this.#changed.event;

  constructor(backend: ActiveBackend, log: vscode.LogOutputChannel) {
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
      this.#log.error(`Reading ${uri.path}: ${describeError(error)}`);
      this.#failed.set(uri.toString(), uri);
      return t("This document could not be read. {0}\n\nRefresh to read it again.", messageForUsers(error));
    }
  }

  #retryFailed(): void {
    const failed = [...this.#failed.values()];
    this.#failed.clear();
    for (const uri of failed) this.#changed.fire(uri);
  }
}
