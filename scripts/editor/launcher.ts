#!/usr/bin/env node
// Stands in for the desktop editor where a program is started with --extensionTestsPath and its like, as
// runTests of @vscode/test-electron does. Ends with the code that the tests end with.
import { parseArgs } from "node:util";
import { startEditor } from "./editor.ts";
import { editorReleases, type EditorVersion } from "../install/versions.ts";

const { values, positionals } = parseArgs({
  // Flags that only a desktop editor has are passed over.
  strict: false,
  options: {
    editor: { type: "string", default: "current" },
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
  },
});

const { editor: version, extensionDevelopmentPath: extension, extensionTestsPath: extensionTests } = values;
if (!isEditorVersion(version) || typeof extension !== "string" || typeof extensionTests !== "string") {
  throw new Error(
    "Needs --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE [--editor=current|oldest] [FOLDER]",
  );
}

const [workspace] = positionals;
const editor = await startEditor({
  version,
  extension,
  extensionTests,
  ...(workspace === undefined ? {} : { workspace }),
});
try {
  process.exitCode = await new Promise<number>((resolve, reject) => {
    editor
      .openWindow({
        prepare: async (page) => {
          page.on("crash", () => reject(new Error("The window crashed.")));
          await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
            console.log(...args);
          });
          await page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
        },
      })
      .catch(reject);
  });
} finally {
  await editor.close();
}

function isEditorVersion(value: unknown): value is EditorVersion {
  return typeof value === "string" && Object.hasOwn(editorReleases, value);
}
