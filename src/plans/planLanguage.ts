import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { PlanDiagnostics, type PlanDiagnosticsDependencies } from "./planDiagnostics.ts";
import { planFileSelector } from "./planFileSelector.ts";
import { planFixes } from "./planFixes.ts";
import { planHover } from "./planHover.ts";
import { planLenses } from "./planLenses.ts";

/** What an editor offers for plan files: diagnostics with a quick fix, CodeLenses, and hovers over versions. */
export class PlanLanguage extends DisposableOwner {
  constructor(dependencies: PlanDiagnosticsDependencies) {
    super();
    const { languages } = vscode;
    this.register(new PlanDiagnostics(dependencies));
    this.register(languages.registerCodeLensProvider(planFileSelector, { provideCodeLenses: planLenses }));
    this.register(
      languages.registerHoverProvider(planFileSelector, {
        provideHover: (document, position) => planHover(dependencies.backend, document, position),
      }),
    );
    this.register(
      languages.registerCodeActionsProvider(
        planFileSelector,
        { provideCodeActions: (document, _, { diagnostics }) => planFixes(document, diagnostics) },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    );
  }
}
