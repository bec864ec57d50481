import * as vscode from "vscode";
import { planErrors } from "../errors/planErrors.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";

/**
 * Checks that a plan may be used: in a workspace that is not trusted, no plan sends a request.
 *
 * @throws `InvalidRequest` in Restricted Mode for a plan for the platform
 */
export function checkTrust({ target }: Pick<ReleasePlan, "target">): void {
  if (target.backend !== "local" && !vscode.workspace.isTrusted) throw planErrors.restrictedMode();
}
