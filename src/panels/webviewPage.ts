import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { sharedScripts } from "./sharedScripts.ts";

/** The options of a webview that can load the files of the webview bundle, and no others. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] };
}

/**
 * The document of a page, which is named by its folder in webview-ui/. It allows the page's scripts by a nonce, the bundle's
 * style sheets, and nothing inline. The toolkit finds the nonce for its one style element in the document, so that style
 * has a nonce of its own. The page reads `first` from the document.
 */
export function webviewPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: string,
  first?: unknown,
): string {
  const folder = webviewFolder(extensionUri);
  const addressOf = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const nonce = randomBytes(16).toString("base64");
  const styleNonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${styleNonce}'`,
    `font-src ${webview.cspSource}`,
  ].join("; ");
  const preloads = (sharedScripts[page] ?? []).map(
    (script) => `<link rel="modulepreload" nonce="${nonce}" href="${addressOf(script)}">`,
  );
  // Every page shows details of versions: their style sheet has the shared styles, too.
  const styles = [...new Set(["details.css", `${page}.css`])].map(
    (file) => `<link rel="stylesheet" href="${addressOf(file)}">`,
  );
  const bundle = JSON.stringify(vscode.l10n.bundle ?? {});
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.join("\n")}
${preloads.join("\n")}
</head>
<body data-language="${escapeAttribute(vscode.env.language)}" data-texts="${escapeAttribute(bundle)}">
<main id="page"></main>
${first === undefined ? "" : `<div id="first" hidden>${escapeText(JSON.stringify(first))}</div>`}
<script type="module" nonce="${nonce}" src="${addressOf(`${page}.js`)}"></script>
</body>
</html>`;
}

function webviewFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, "dist", "webview");
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
