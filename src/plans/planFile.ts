import * as vscode from "vscode";
import { parsePlan } from "../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { checkTrust } from "../session/checkTrust.ts";
import { readText } from "../session/textFiles.ts";

/** The text of a plan's file: what an editor shows, saved or not, else what is stored. @throws `InvalidRequest` */
export async function readPlanText(file: vscode.Uri): Promise<string> {
  return openDocument(file)?.getText() ?? readText(file);
}

/** Reads a plan's file. @throws `InvalidRequest` with the path of the first problem, and as `checkTrust` */
export async function readPlanFile(file: vscode.Uri): Promise<ReleasePlan> {
  const plan = parsePlan(await readPlanText(file));
  checkTrust(plan);
  return plan;
}

/** The document of the file, if it is open. */
export function openDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
}
