import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as vscode from "vscode";
import { webviewOptions, webviewPage } from "../../src/panels/webviewPage.ts";

describe("the HTML page of a webview", () => {
  const { extensionUri } =
    vscode.extensions.getExtension<unknown>("packworks.integration-packs") ?? assert.fail();
  let panel: vscode.WebviewPanel;
  beforeEach("open a panel", () => {
    panel = vscode.window.createWebviewPanel("test", "Test", vscode.ViewColumn.Active);
  });
  afterEach("close it", () => void panel.dispose());

  /** What the directives of a page's content security policy allow. */
  function policyOf(page: string): Map<string, readonly string[]> {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1] ?? "";
    const directives = policy.split("; ").map((directive) => directive.split(" "));
    return new Map(directives.map(([name = "", ...sources]) => [name, sources]));
  }

  it("allows one script and the extension's own styles and fonts, and nothing else", () => {
    const policy = policyOf(webviewPage(panel.webview, extensionUri, "wizard"));
    const { cspSource } = panel.webview;
    const [nonce = ""] = policy.get("script-src") ?? [];
    const styleNonce = policy.get("style-src")?.at(-1) ?? "";
    // 16 random bytes, Base64-encoded.
    for (const source of [nonce, styleNonce]) assert.match(source, /^'nonce-[\w+/]{22}=='$/);
    assert.notEqual(nonce, styleNonce);
    assert.deepEqual(Object.fromEntries(policy), {
      "default-src": ["'none'"],
      "script-src": [nonce],
      "style-src": [...cspSource.split(" "), styleNonce],
      "font-src": cspSource.split(" "),
    });
  });

  it("has new nonces each time", () => {
    const pages = Array.from({ length: 50 }, () => webviewPage(panel.webview, extensionUri, "details"));
    const sources = pages.flatMap((page) => [...policyOf(page).values()].flat());
    const nonces = sources.filter((source) => source.startsWith("'nonce-"));
    assert.equal(new Set(nonces).size, 2 * pages.length);
  });

  it("has no inline script and no inline style", () => {
    const page = webviewPage(panel.webview, extensionUri, "wizard");
    assert.deepEqual(page.match(/<script[^>]*>(?!<\/script>)/g), null);
    assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/);
  });

  it("contains its initial data as text, whatever characters the data has", () => {
    const first = { packName: `"><script>x()</script>'&quot;<!--`, language: 'en" onload="x()' };
    const page = webviewPage(panel.webview, extensionUri, "wizard", first);
    const [, text = ""] = /<div id="first" hidden>([^<]*)<\/div>/.exec(page) ?? [];
    assert.deepEqual(JSON.parse(text.replaceAll("&lt;", "<").replaceAll("&amp;", "&")), first);
    assert.deepEqual(page.match(/<script/g)?.length, 1);
    assert.doesNotMatch(webviewPage(panel.webview, extensionUri, "wizard"), /id="first"/);
  });

  it("loads every script that the page's script imports along with it", () => {
    const folder = vscode.Uri.joinPath(extensionUri, "dist", "webview");
    for (const name of ["wizard", "details"]) {
      const script = readFileSync(vscode.Uri.joinPath(folder, `${name}.js`).fsPath, "utf8");
      const imports = script.matchAll(/\bfrom\s*"\.\/([^"]+)"|\bimport\s*"\.\/([^"]+)"/g);
      const imported = new Set([...imports].map(([, from, alone]) => from ?? alone));
      assert.ok(imported.size > 0, name);
      const page = webviewPage(panel.webview, extensionUri, name);
      const preloads = page.matchAll(/<link rel="modulepreload" nonce="[^"]+" href="[^"]*\/([^"/]+)">/g);
      assert.deepEqual(new Set([...preloads].map(([, file]) => file)), imported, name);
    }
  });

  it("can load files only from the folder of its bundle", () => {
    const { localResourceRoots = [] } = webviewOptions(extensionUri);
    assert.deepEqual(localResourceRoots.map(String), [
      vscode.Uri.joinPath(extensionUri, "dist", "webview").toString(),
    ]);
    assert.equal(webviewOptions(extensionUri).enableCommandUris, undefined);
  });
});
