import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { until } from "../support/time/until.ts";

describe("a snapshot file in the editor", () => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-schema-"));
  after("remove the files", () => rmSync(folder, { recursive: true, force: true }));

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const file = join(folder, name);
    writeFileSync(file, text);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    return document;
  }

  it("is checked against the schema", async () => {
    const { uri } = await open("wrong.integration-packs.json", '{ "formatVersion": 1, "pakcs": [] }');
    const messages = await until("message about the wrong key", () => {
      const found = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
      return found.some((message) => message.includes("pakcs")) ? found : undefined;
    });
    assert.ok(
      messages.some((message) => message.includes("packs")),
      messages.join("\n"),
    );
  });

  it("offers the keys of the schema as completions", async () => {
    const { uri } = await open("new.integration-packs.json", "{  }");
    const labels = await until("completion", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        uri,
        new vscode.Position(0, 2),
      );
      const found = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return found.includes("formatVersion") ? found : undefined;
    });
    for (const key of ["components", "packs", "accountGroups", "installations"]) {
      assert.ok(labels.includes(key), `${key} is missing in ${labels.join(", ")}`);
    }
  });
});
