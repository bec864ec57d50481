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
  /** How often the file was looked at. */
  #looks = 0;

  /** Calls `changed` after each change of the file: with whether it contains another plan than `plan`. */
  constructor(file: vscode.Uri, plan: ReleasePlan, changed: (isChanged: boolean) => void) {
    super();
    this.#file = file;
    this.#planHash = hashPlan(plan);
    this.#changed = changed;
    // A pattern with the name would interpret its brackets and asterisks.
    const inFolder = new vscode.RelativePattern(vscode.Uri.joinPath(file, ".."), "*");
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(inFolder));
    const lookIfFile = (uri: vscode.Uri) => {
      if (uri.toString() === file.toString()) void this.look();
    };
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.register(event(lookIfFile));
    }
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => lookIfFile(document.uri)));
    // Changes that were not saved are gone with their editor.
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => lookIfFile(uri)));
  }

  /** Compares the file with the plan. A file that is gone or is no plan has changed, too. */
  async look(): Promise<void> {
    const number = ++this.#looks;
    const isSame = await this.read().then(
      (plan) => hashPlan(plan) === this.#planHash,
      () => false,
    );
    if (!this.isDisposed && number === this.#looks) this.#changed(!isSame);
  }

  /** The plan as the file is now. @throws `InvalidRequest` when it cannot be read or is no plan */
  async read(): Promise<ReleasePlan> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === this.#file.toString());
    return parsePlan(open ? open.getText() : await readText(this.#file));
  }
}
