import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const checkout = join(import.meta.dirname, "../../..");

/** The folders of `src/` and `webview-ui/` on disk. */
function foldersOnDisk(): string[] {
  return ["src", "webview-ui"].flatMap((top) => [
    top,
    ...readdirSync(join(checkout, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(checkout.length + 1)),
  ]);
}

/** The folders of `src/` and `webview-ui/` in a tree that is indented by two spaces, each with its description. */
function foldersOfTree(tree: string): Map<string, string> {
  const folders = new Map<string, string>();
  const around: string[] = [];
  for (const line of tree.split("\n")) {
    const [, indent = "", name, description = ""] = /^( *)([\w-]+)\/ *(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    around.splice(indent.length / 2, Infinity, name);
    folders.set(around.join("/"), description);
  }
  return new Map([...folders].filter(([folder]) => /^(src|webview-ui)(\/|$)/.test(folder)));
}

describe("CONTRIBUTING, Layout", () => {
  const contributing = readFileSync(join(checkout, "CONTRIBUTING.md"), "utf8");
  const [, tree = ""] = /^## Layout\n+```\n(.*?)^```/ms.exec(contributing) ?? [];
  const described = foldersOfTree(tree);

  it("names every folder of src/ and webview-ui/, and no other", () => {
    assert.deepEqual([...described.keys()].sort(), foldersOnDisk().sort());
  });

  it("describes every folder below src/", () => {
    for (const [folder, description] of described) {
      if (folder !== "src") assert.notEqual(description, "", folder);
    }
  });
});
