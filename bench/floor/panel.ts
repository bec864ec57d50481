import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import * as vscode from "vscode";

const versionsOfComponent = `
  SELECT packaged_version.* FROM packaged_version JOIN component USING (component_key)
  WHERE component_id = ? ORDER BY created_ms DESC`;

/** Opens an empty panel that loads the toolkit and answers messages with the versions of a component in the store. */
export function openPanel(extensionUri: vscode.Uri, store: string, column: vscode.ViewColumn): void {
  const database = new DatabaseSync(store, { readOnly: true });
  const statement = database.prepare(versionsOfComponent);
  const { webview, onDidDispose } = vscode.window.createWebviewPanel(
    "benchFloor.panel",
    "Bench Floor",
    column,
    {
      enableScripts: true,
      localResourceRoots: [extensionUri],
    },
  );
  onDidDispose(() => database.close());
  webview.onDidReceiveMessage((componentId: string) => webview.postMessage(statement.all(componentId)));
  webview.html = page(webview, extensionUri);
}

function page(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "page.js")).toString();
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource} 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
