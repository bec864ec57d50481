import * as vscode from "vscode";
import { hashPlan } from "../../../backend/hashPlan.ts";
import { DisposableOwner } from "../../../base/disposable.ts";
import { parsePlan } from "../../../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import { readText } from "../../../session/textFiles.ts";

/** Watches the file of a plan that the wizard shows. What an editor shows counts, saved or not. */
export class PlanFileWatch extends DisposableOwner {
  readonly #file: vscode.Uri;
  readonly #planHash: string;
  readonly #changed: (isChanged: boolean) => void;

  /** Calls `changed` after each change of the file: with whether it contains another plan than `plan`. */
  constructor(file: vscode.Uri, plan: ReleasePlan, changed: (isChanged: boolean) => void) {
    super();
    this.#file = file;
    this.#planHash = hashPlan(plan);
    this.#changed = changed;
    const folder = vscode.Uri.joinPath(file, "..");
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    const watcher = this.register(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, escapeGlob(name))),
    );
    const look = () => void this.look();
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.register(event(look));
    }
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === file.toString()) look();
      }),
    );
  }

  /** Compares the file with the plan. A file that is gone or is no plan has changed, too. */
  async look(): Promise<void> {
    const isSame = await this.read().then(
      (plan) => hashPlan(plan) === this.#planHash,
      () => false,
    );
    if (!this.isDisposed) this.#changed(!isSame);
  }

  /** The plan as the file is now. @throws `InvalidRequest` when it cannot be read or is no plan */
  async read(): Promise<ReleasePlan> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === this.#file.toString());
    return parsePlan(open ? open.getText() : await readText(this.#file));
  }
}

/** The pattern that matches exactly this name. */
function escapeGlob(name: string): string {
  return name.replaceAll(/[*?[\]{}]/g, "[$&]");
}
