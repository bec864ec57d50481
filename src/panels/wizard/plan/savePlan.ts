import * as l10n from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import { formatPlan } from "../../../model/plan/file/formatPlan.ts";
import { planFileName } from "../../../model/plan/file/planFileName.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import { writeText } from "../../../session/textFiles.ts";
import { askForNewFile } from "../../../ui/ask/files.ts";
import { showInformation } from "../../../ui/notifications.ts";

/** Asks where to save the plan, and writes the file that every machine writes for it. `proposed`: the file it came from. */
export async function savePlan(plan: ReleasePlan, proposed: vscode.Uri | undefined): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const picked = await askForNewFile(
    {
      title: l10n.t("Save as Release Plan"),
      button: l10n.t("Save"),
      filters: { [l10n.t("Release Plan")]: ["release-plan.json", "json"] },
    },
    proposed ?? (folder && vscode.Uri.joinPath(folder, planFileName(plan))),
  );
  if (!picked) return;
  await writeText(picked.value, formatPlan(plan));
  void showInformation(l10n.t("Saved the release plan as {0}.", basename(picked.value.path)), {
    title: l10n.t("Open"),
    run: () => vscode.window.showTextDocument(picked.value),
  });
}
