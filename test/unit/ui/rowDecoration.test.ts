import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";

describe("the decoration of a row", () => {
  before(() => provideEditorApi());

  const decorations = async () => {
    const { decorationUri, RowDecorations } = await import("../../../src/ui/rowDecoration.ts");
    return { decorationUri, provider: new RowDecorations() };
  };

  it("is in the URI of its row, and comes back from it", async () => {
    const { decorationUri, provider } = await decorations();
    const { ThemeColor } = await import("vscode");
    const uri = decorationUri({ badge: "9+", color: "integrationPacks.changedForeground" });
    const decoration = provider.provideFileDecoration(uri);
    assert.equal(decoration?.badge, "9+");
    assert.deepEqual(decoration.color, new ThemeColor("integrationPacks.changedForeground"));
    const plain = provider.provideFileDecoration(decorationUri({}));
    assert.deepEqual([plain?.badge, plain?.color], [undefined, undefined]);
  });

  it("is no matter of other URIs, and has no badge that VS Code rejects", async () => {
    const { provider } = await decorations();
    const { Uri } = await import("vscode");
    const query = "badge=3&color=";
    assert.equal(
      provider.provideFileDecoration(Uri.from({ scheme: "file", path: "/row", query })),
      undefined,
    );
    const long = Uri.from({ scheme: "integration-packs-row", path: "/row", query: "badge=123&color=" });
    assert.equal(provider.provideFileDecoration(long)?.badge, undefined);
  });

  it("has exactly the colors that the manifest contributes, with a default for every kind of theme", async () => {
    const { colorIds } = await import("../../../src/contributions.ts");
    const { contributes } = JSON.parse(
      readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
    ) as { contributes: { colors: { id: string; defaults: Record<string, string> }[] } };
    assert.deepEqual(
      contributes.colors.map(({ id }) => id),
      [...colorIds],
    );
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults), ["dark", "light", "highContrast", "highContrastLight"], id);
    }
  });
});
