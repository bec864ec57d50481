// npm start [-- --desktop] [-- --port PORT]: opens the extension on a sample workspace, in the editor of the tests or, with
// `--desktop`, in the installed VS Code.
import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findProgram } from "./programs/commands.ts";
import { launchOf } from "./programs/launchOf.ts";
import { checkout, temporaryFolder } from "./editor/editor.ts";
import { editorUrl } from "./editor/address.ts";
import { startServer } from "./editor/server.ts";
import { UserError } from "./userError.ts";

const { values } = parseArgs({
  options: {
    desktop: { type: "boolean", default: false },
    /** The port of the editor. 0 means any free port. */
    port: { type: "string", default: "0" },
  },
});

execFileSync(process.execPath, ["esbuild.js"], { cwd: checkout, stdio: "inherit" });
const workspace = await sampleWorkspace();
if (values.desktop) startDesktop();
else await startInBrowser();

/** Makes a folder with a snapshot of the sample packs, which can be opened, imported and edited. Returns its path. */
async function sampleWorkspace(): Promise<string> {
  const folder = await temporaryFolder("sample");
  const snapshot = "samples.integration-packs.json";
  await cp(join(checkout, "media", snapshot), join(folder, snapshot));
  return folder;
}

function startDesktop(): void {
  const code = findProgram(process.platform === "win32" ? "code.cmd" : "code");
  if (code === undefined) {
    throw new UserError(
      "No `code` on PATH: in VS Code, run “Shell Command: Install 'code' command in PATH”.",
    );
  }
  const launch = launchOf(code, [`--extensionDevelopmentPath=${checkout}`, "--new-window", workspace]);
  spawn(launch.command, launch.args, { stdio: "inherit", shell: launch.shell });
}

async function startInBrowser(): Promise<void> {
  const dataFolder = await temporaryFolder("editor");
  const server = await startServer({
    version: "current",
    dataFolder,
    settings: {},
    asksForTrust: false,
    port: Number(values.port),
    clockOffsetSeconds: 0,
    env: {},
  });
  console.log(
    `\nOpen this address in a browser:\n\n${editorUrl(server.port, { workspace, extension: checkout })}\n`,
  );
  console.log("Ctrl+C stops the editor.");
  process.on("exit", () =>
    [workspace, dataFolder].forEach((folder) => rmSync(folder, { recursive: true, force: true })),
  );
}
