import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { checkTrust } from "../session/checkTrust.ts";
import type { ObservedBackend } from "./observedBackend.ts";
import { checkedPlan } from "./checkedPlan.ts";
import { isPlanFile } from "./planFileSelector.ts";
import { checkProblems, readPlan, uncheckedProblem } from "./planProblems.ts";

/**
 * How long after the last change a plan is checked against the backend, in ms: on the platform it costs requests. Broken rules
 * are shown at once.
 */
const checkDelays = { local: 300, platform: 1500 } as const;

/** Dependencies of `PlanDiagnostics`. */
export interface PlanDiagnosticsDependencies {
  readonly backend: ObservedBackend;
  readonly log: Log;
}

/**
 * Marks broken rules and drift in the plan files that are open. A file is checked when it is opened, when its content changes,
 * saved or not, and when the backend's data changes.
 */
export class PlanDiagnostics extends DisposableOwner {
  readonly #backend: ObservedBackend;
  readonly #log: Log;
  readonly #shown = this.register(vscode.languages.createDiagnosticCollection("integrationPacks.plans"));
  /** The latest check of each document, by its URI: its timer. */
  readonly #latest = new Map<string, NodeJS.Timeout>();

  constructor({ backend, log }: PlanDiagnosticsDependencies) {
    super();
    this.#backend = backend;
    this.#log = log;
    const { workspace } = vscode;
    this.register(workspace.onDidOpenTextDocument((document) => this.#look(document)));
    this.register(workspace.onDidChangeTextDocument(({ document }) => this.#look(document)));
    this.register(workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)));
    this.register(workspace.onDidGrantWorkspaceTrust(() => this.#lookAtAll()));
    this.register(backend.onDidChange(() => this.#lookAtAll()));
    this.#lookAtAll();
  }

  override dispose(): void {
    for (const timer of this.#latest.values()) clearTimeout(timer);
    this.#latest.clear();
    super.dispose();
  }

  #lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    const { uri } = document;
    if (!isPlanFile(uri) || document.isClosed) return;
    this.#cancel(uri);
    const read = readPlan(document);
    if ("problem" in read) {
      this.#shown.set(uri, [read.problem]);
      return;
    }
    const key = uri.toString();
    const check = async () => {
      const problems = await this.#problemsOf(document, read.plan);
      // Where the document changed while it was checked, its next check follows.
      if (this.#latest.get(key) === timer) this.#shown.set(uri, problems);
    };
    const timer = setTimeout(() => void check(), checkDelays[read.plan.target.backend]);
    this.#latest.set(key, timer);
  }

  async #problemsOf(document: vscode.TextDocument, plan: ReleasePlan): Promise<vscode.Diagnostic[]> {
    try {
      checkTrust(plan);
      return checkProblems(document, await checkedPlan(await this.#backend.get(), plan));
    } catch (error) {
      this.#log.info(`${document.uri.path} was not checked: ${describeError(error)}`);
      return [uncheckedProblem(document, error)];
    }
  }

  #forget(uri: vscode.Uri): void {
    this.#cancel(uri);
    this.#shown.delete(uri);
  }

  #cancel(uri: vscode.Uri): void {
    clearTimeout(this.#latest.get(uri.toString()));
    this.#latest.delete(uri.toString());
  }
}
