import * as vscode from "vscode";
import type { Log } from "../base/log.ts";

/** Opens the links of this extension. Its code is loaded with the first link. */
export function registerDeepLinks(log: Log): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async (uri) => (await import("./openDeepLink.ts")).openDeepLink(uri, log),
  });
}
