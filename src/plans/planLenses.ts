import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { CommandId } from "../contributions.ts";
import { PlanPositions } from "./planPositions.ts";
import { readPlan } from "./planProblems.ts";

/** The CodeLenses of a plan's file: above the plan those for all of it, above each pack its comparison. */
export function planLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const { uri } = document;
  const lens = (offset: number, command: CommandId, title: string, ...args: unknown[]) => {
    const start = document.positionAt(offset);
    return new vscode.CodeLens(new vscode.Range(start, start), { command, title, arguments: args });
  };
  const ofPlan = [
    lens(0, "integrationPacks.checkPlan", l10n.t("Check"), uri),
    lens(0, "integrationPacks.comparePlan", l10n.t("Compare"), uri),
    lens(0, "integrationPacks.applyPlan", l10n.t("Apply…"), uri),
  ];
  const read = readPlan(document);
  if ("problem" in read || read.plan.packs.length === 1) return ofPlan;
  const positions = new PlanPositions(document.getText());
  const ofPacks = read.plan.packs.map(({ packId }, at) =>
    lens(
      positions.spanOf(["packs", at]).start,
      "integrationPacks.comparePlan",
      l10n.t("Compare This Pack"),
      uri,
      packId,
    ),
  );
  return [...ofPlan, ...ofPacks];
}
