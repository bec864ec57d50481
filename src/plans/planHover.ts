import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import { checkPlanTarget } from "../model/plan/checkPlanTarget.ts";
import { findKnownVersion } from "../model/plan/findKnownVersion.ts";
import type { ObservedBackend } from "./observedBackend.ts";
import { checkTrust } from "../session/checkTrust.ts";
import { editorHover } from "../ui/editorHover.ts";
import { versionHover } from "../views/packs/versionHover.ts";
import { PlanPositions } from "./planPositions.ts";
import { readPlan } from "./planProblems.ts";

/**
 * The hover over a version in a plan's file: who packaged it, when, from which branch, and its notes. Nothing elsewhere.
 *
 * @throws `InvalidRequest` for a plan for another backend, and for one for the platform in Restricted Mode
 */
export async function planHover(
  backend: Pick<ObservedBackend, "get">,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const read = readPlan(document);
  if ("problem" in read) return undefined;
  const { plan } = read;
  const planned = new PlanPositions(document.getText()).versionAt(plan, document.offsetAt(position));
  if (!planned) return undefined;
  checkTrust(plan);
  const open = await backend.get();
  checkPlanTarget(plan.target, open.plans.target);
  const { component, packageVersion, span } = planned;
  const { componentId } = component;
  const known = await readKnownVersions(open, [componentId]);
  const version = findKnownVersion(known, componentId, packageVersion);
  const hover = version
    ? versionHover(version, version.deleted ? l10n.t("deleted") : "")
    : { closing: l10n.t('"{0}" has no version {1}.', component.name, packageVersion) };
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  return editorHover(hover, range);
}
