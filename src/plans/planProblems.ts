import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { InvalidPlanError } from "../errors/planErrors.ts";
import { messageForUsers } from "../errors/errors.ts";
import type { PackCheck } from "../model/plan/check/planCheck.ts";
import { parsePlan } from "../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { diagnostic, type Problem } from "../ui/diagnostic.ts";
import type { CheckedPlan } from "./checkedPlan.ts";
import { PlanPositions, type TextSpan } from "./planPositions.ts";

/** The code of the diagnostics that *Update From the Backend* fixes. */
export const driftCode = "drift";

/** The part of a document that diagnostics need. */
export type PlanDocument = Pick<vscode.TextDocument, "getText" | "positionAt">;

/** The plan of a document, or the problem that keeps it from being one. */
export type ReadPlan = { readonly plan: ReleasePlan } | { readonly problem: vscode.Diagnostic };

/** Reads the plan of a document. */
export function readPlan(document: PlanDocument): ReadPlan {
  const text = document.getText();
  try {
    return { plan: parsePlan(text) };
  } catch (error) {
    if (!(error instanceof InvalidPlanError)) throw error;
    const span = new PlanPositions(text).spanOf(error.keys);
    return {
      problem: problemAt(document, span, { text: error.problem, severity: "error", code: "rule" }),
    };
  }
}

/** What keeps the plan from being applied, each at its place, and what is worth knowing besides. */
export function checkProblems(document: PlanDocument, { plan, check }: CheckedPlan): vscode.Diagnostic[] {
  const positions = new PlanPositions(document.getText());
  return check.packs.flatMap((pack, packIndex) =>
    pack.differences.map((text, at) =>
      problemAt(document, positions.spanOfPlace(plan, packIndex, pack.places?.[at]), {
        text,
        ...kindOf(pack, at),
      }),
    ),
  );
}

/** The problem that the plan could not be checked, at its target. */
export function uncheckedProblem(document: PlanDocument, error: unknown): vscode.Diagnostic {
  const span = new PlanPositions(document.getText()).spanOf(["target"]);
  const text = l10n.t("This release plan was not checked. {0}", messageForUsers(error));
  return problemAt(document, span, { text, severity: "information", code: "unchecked" });
}

/** A renamed component is worth knowing, and keeps nobody from applying the plan. */
function kindOf({ state, places }: PackCheck, at: number): Pick<Problem, "severity" | "code"> {
  const place = places?.[at];
  const isRemark = place?.key === "name" && "componentId" in place;
  if (isRemark || state === "ready" || state === "alreadySo") {
    return { severity: "information", code: isRemark ? driftCode : "remark" };
  }
  return { severity: "warning", code: state === "drift" ? driftCode : "refused" };
}

function problemAt(
  document: PlanDocument,
  { start, end }: TextSpan,
  problem: Omit<Problem, "range">,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return diagnostic({ range, ...problem });
}
