import * as vscode from "vscode";
import type { DeepLinkServices } from "./deepLinkServices.ts";

/** Opens the links of this extension. Its code is loaded with the first link. */
export function registerDeepLinks(services: DeepLinkServices): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async (uri) => (await import("./openDeepLink.ts")).openDeepLink(uri, services),
  });
}
