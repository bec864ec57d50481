import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import type { BackendReads } from "../backend/backendReads.ts";
import type { IncludedDifference } from "../model/pack/includedDifference.ts";
import type { IncludedComponent, PackagedVersion } from "../model/pack/packagedVersion.ts";
import { showInformation } from "../ui/notifications.ts";
import { openChanges, type ChangedFile } from "../ui/openChanges.ts";
import { withCancellableProgress } from "../ui/progress.ts";
import { documentUri } from "./documentUri.ts";
import { readChanges, type ComparedVersions } from "./readChanges.ts";
import { readDifferences, type ComponentDifferences } from "./readDifferences.ts";

/** Two sets of versions to compare, and the title of the editor that shows them. */
export interface ComparisonRequest extends ComparedVersions {
  readonly title: string;
}

/** The outcome of a comparison; only `opened` opens an editor. */
export type ComparisonOutcome = "opened" | "equal" | "cancelled";

/** How many rows the editor gets: VS Code loads all their documents at once, and more of them would block it. */
const maximumRows = 200;

/** Opens a summary and the included components that differ between the two sets of versions. */
export async function openComparison(
  backend: BackendReads,
  request: ComparisonRequest,
): Promise<ComparisonOutcome> {
  const rows = await withCancellableProgress(l10n.t("Comparing versions…"), async (signal, report) => {
    const changes = await readChanges(backend, request);
    const changed = changes.filter(({ kind }) => kind !== "unchanged");
    if (changed.length === 0) return [];
    const differences = await readDifferences(backend, changed, signal, () => report(100 / changed.length));
    return (
      differences && [summaryRow(request), ...differences.flatMap((found) => componentRows(request, found))]
    );
  });
  if (!rows) return "cancelled";
  if (rows.length === 0) return "equal";
  await openChanges(request.title, rows.slice(0, maximumRows));
  if (rows.length > maximumRows) {
    void showInformation(
      l10n.t(
        "{0} included components differ. The first {1} are shown; compare single components to see the others.",
        rows.length - 1,
        maximumRows - 1,
      ),
    );
  }
  return "opened";
}

function summaryRow({ title, before, after }: ComparisonRequest): ChangedFile {
  const side = (side: "before" | "after") =>
    documentUri([title, l10n.t("{0} (summary).txt", title)], { kind: "summary", title, side, before, after });
  return [side("after"), side("before"), side("after")];
}

function componentRows(
  { title }: ComparisonRequest,
  { change, included }: ComponentDifferences,
): ChangedFile[] {
  const folder = `${change.componentName} ${fromTo(change.from, change.to)}`;
  return included.flatMap((difference): ChangedFile[] => {
    const path = [title, folder, fileName(difference)];
    const before = xmlUri(path, change.before, difference.before);
    const after = xmlUri(path, change.after, difference.after);
    const label = after ?? before;
    return label ? [[label, before, after]] : [];
  });
}

/** One name with both revisions for both sides, as VS Code would show two names as a renamed file. */
function fileName({ name, before, after }: IncludedDifference): string {
  return `${name} (${fromTo(String(before?.version ?? ""), String(after?.version ?? ""))}).xml`;
}

function fromTo(from: string, to: string): string {
  return [from || l10n.t("new"), to || l10n.t("removed")].join(" → ");
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
