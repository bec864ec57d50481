import * as vscode from "vscode";
import { OwnCall } from "../../contributions.ts";
import { confirmedBy } from "../../ui/ask/confirmed.ts";
import type { Call } from "../command.ts";
import { rowSubject } from "./rowSubject.ts";

/**
 * The call with these arguments. VS Code passes a row or nothing for a person; tasks, links, keybindings and other
 * extensions pass ids or files.
 */
export function callOf(args: readonly unknown[]): Call {
  const [first] = args;
  if (first instanceof OwnCall) return { byPerson: true, args: first.ids };
  if (Object.keys(rowSubject(first)).length > 0) return { byPerson: true, args, onRow: confirmedBy("row") };
  return { byPerson: args.length === 0 || !args.every(isArgument), args };
}

function isArgument(arg: unknown): boolean {
  return typeof arg === "string" || arg instanceof vscode.Uri;
}
