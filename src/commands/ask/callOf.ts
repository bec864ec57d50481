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
  const [first, selected] = args;
  if (first instanceof OwnCall) return { byPerson: true, args: first.ids };
  if (isRow(first)) {
    const rows = Array.isArray(selected)
      ? selected.filter((row) => isRow(row) && isSameKind(row, first))
      : [];
    return { byPerson: true, args, onRow: confirmedBy("row"), ...(rows.length > 1 && { rows }) };
  }
  return { byPerson: args.length === 0 || !args.every(isArgument), args };
}

function isRow(arg: unknown): arg is object {
  return Object.keys(rowSubject(arg)).length > 0;
}

function isSameKind(one: object, other: object): boolean {
  return one.constructor === other.constructor;
}

function isArgument(arg: unknown): boolean {
  const isIds = Array.isArray(arg) && arg.length > 0 && arg.every((id) => typeof id === "string");
  return typeof arg === "string" || arg instanceof vscode.Uri || isIds;
}
