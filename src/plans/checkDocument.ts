import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { messageForUsers } from "../errors/errors.ts";
import { checkMarkdown } from "../model/plan/report/checkMarkdown.ts";
import { severalLines } from "../model/text/visibleText.ts";
import type { ObservedBackend } from "./observedBackend.ts";
import { checkedPlan } from "./checkedPlan.ts";
import { readPlanFile } from "./planFile.ts";

/** The URI scheme of the read-only documents with the check of a plan's file. The query is the file. */
export const checkScheme = "integration-packs-check";

/** The document with the check of a plan's file. */
export function checkDocumentUri(file: vscode.Uri): vscode.Uri {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1).replace(/\.release-plan\.json$/, "");
  return vscode.Uri.from({
    scheme: checkScheme,
    path: `/${l10n.t("Check of {0}", name)}.md`,
    query: file.toString(),
  });
}

/** The text of the document: what the plan would do now, or why it cannot be checked. */
export async function readCheckDocument(
  backend: Pick<ObservedBackend, "get">,
  { query }: vscode.Uri,
): Promise<string> {
  try {
    const plan = await readPlanFile(vscode.Uri.parse(query, true));
    const { check } = await checkedPlan(await backend.get(), plan);
    return checkMarkdown(plan, check);
  } catch (error) {
    return `${severalLines(messageForUsers(error))}\n`;
  }
}
