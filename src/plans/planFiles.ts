import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { lazy } from "../base/lazy.ts";
import { isPlanFile, planDocumentScheme } from "./planFileSelector.ts";
import type { PlanDocumentKind } from "./planDocument.ts";
import type { PlanDiagnosticsDependencies } from "./planDiagnostics.ts";

/** Loads what an editor offers for plan files when the first one is open, and the documents about them. */
export class PlanFiles extends DisposableOwner {
  readonly #checked = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly #load: () => Promise<unknown>;

  constructor(dependencies: PlanDiagnosticsDependencies) {
    super();
    this.#load = lazy(async () =>
      this.register(new (await import("./planLanguage.ts")).PlanLanguage(dependencies)),
    );
    const { workspace } = vscode;
    this.register(workspace.onDidOpenTextDocument((document) => this.#look(document)));
    for (const document of workspace.textDocuments) this.#look(document);
    this.register(
      workspace.registerTextDocumentContentProvider(planDocumentScheme, {
        onDidChange: this.#checked.event,
        provideTextDocumentContent: async (uri) =>
          (await import("./planDocument.ts")).readPlanDocument(dependencies.backend, uri),
      }),
    );
  }

  /** Shows what the plan of a file would do now. */
  showCheck(file: vscode.Uri): Promise<void> {
    return this.#show("check", file);
  }

  /** Shows the release notes of the plan of a file. */
  showNotes(file: vscode.Uri): Promise<void> {
    return this.#show("notes", file);
  }

  async #show(kind: PlanDocumentKind, file: vscode.Uri): Promise<void> {
    const uri = (await import("./planDocument.ts")).planDocumentUri(kind, file);
    this.#checked.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  }

  #look({ uri }: vscode.TextDocument): void {
    if (isPlanFile(uri)) void this.#load();
  }
}
