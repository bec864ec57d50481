import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../backend/backend.ts";
import type { IncludedDifference } from "../model/pack/includedDifference.ts";
import type { IncludedComponent, PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import { versionChanges } from "../model/release/versionChange.ts";
import { showInformation } from "../ui/notifications.ts";
import { withCancellableProgress } from "../ui/withCancellableProgress.ts";
import { readDifferences, type ComponentDifferences } from "./differences.ts";
import { documentUri } from "./documentUri.ts";
import { readKnownVersions } from "../backend/readKnownVersions.ts";

/** Two sets of versions, and what to call the comparison. */
export interface ComparisonRequest {
  readonly title: string;
  readonly before: ComponentVersions;
  readonly after: ComponentVersions;
}

/** How a comparison ended: `equal` and `cancelled` ones opened nothing. */
export type ComparisonOutcome = "opened" | "equal" | "cancelled";

/** A row of VS Code's multi-file diff editor: what it stands for, and its two sides. */
type Row = readonly [label: vscode.Uri, before: vscode.Uri | undefined, after: vscode.Uri | undefined];

/** VS Code loads every document of the editor that it opens, so that more of them would hold it up. */
const maximumRows = 200;

/** Opens every included component that differs between the two sets of versions, and before them a summary. */
export async function openComparison(
  backend: Backend,
  request: ComparisonRequest,
): Promise<ComparisonOutcome> {
  const rows = await withCancellableProgress(t("Comparing versions…"), async (signal, report) => {
    const componentIds = [...new Set([...Object.keys(request.before), ...Object.keys(request.after)])];
    const known = await readKnownVersions(backend, componentIds);
    const changed = versionChanges(request.before, request.after, known).filter(
      ({ kind }) => kind !== "unchanged",
    );
    if (changed.length === 0) return [];
    const differences = await readDifferences(backend, changed, signal, () => report(100 / changed.length));
    return (
      differences && [summaryRow(request), ...differences.flatMap((found) => componentRows(request, found))]
    );
  });
  if (!rows) return "cancelled";
  if (rows.length === 0) return "equal";
  await vscode.commands.executeCommand("vscode.changes", request.title, rows.slice(0, maximumRows));
  if (rows.length > maximumRows) {
    void showInformation(
      t(
        "{0} included components differ. The first {1} are shown; compare single components to see the others.",
        rows.length - 1,
        maximumRows - 1,
      ),
    );
  }
  return "opened";
}

function summaryRow({ title, before, after }: ComparisonRequest): Row {
  const side = (side: "before" | "after") =>
    documentUri([title, t("{0} (summary).txt", title)], { kind: "summary", title, side, before, after });
  return [side("after"), side("before"), side("after")];
}

function componentRows({ title }: ComparisonRequest, { change, included }: ComponentDifferences): Row[] {
  const folder = `${change.componentName} ${fromTo(change.from, change.to)}`;
  return included.flatMap((difference): Row[] => {
    const path = [title, folder, fileName(difference)];
    const before = xmlUri(path, change.before, difference.before);
    const after = xmlUri(path, change.after, difference.after);
    const label = after ?? before;
    return label ? [[label, before, after]] : [];
  });
}

/** Both sides have one name, with both revisions in it: VS Code would take two names for a renamed file. */
function fileName({ name, before, after }: IncludedDifference): string {
  return `${name} (${fromTo(String(before?.version ?? ""), String(after?.version ?? ""))}).xml`;
}

function fromTo(from: string, to: string): string {
  return [from || t("new"), to || t("removed")].join(" → ");
}

function xmlUri(
  path: readonly string[],
  version: PackagedVersion | undefined,
  included: IncludedComponent | undefined,
): vscode.Uri | undefined {
  if (!version || !included) return undefined;
  const { packageId } = version;
  return documentUri(path, { kind: "xml", packageId, componentId: included.componentId });
}
