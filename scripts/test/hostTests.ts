import { Writable } from "node:stream";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { checkout, removeFolder, temporaryFolder } from "../editor/editor.ts";
import { install } from "../install/install.ts";
import { editorReleases, type EditorVersion } from "../install/versions.ts";
import { countTests, type FileCounts } from "./report.ts";

/**
 * Runs the tests of test/host, as they are bundled, inside the extension host of an editor: the one that the launcher
 * starts, or a desktop VS Code, which is downloaded, when `VSCODE_DESKTOP=1`.
 */
export async function runHostTests(version: EditorVersion): Promise<FileCounts> {
  const desktop = process.env.VSCODE_DESKTOP === "1";
  if (!desktop) await install(version);
  const workspace = await temporaryFolder("workspace");
  const profile = await temporaryFolder("profile");
  const output = new Output();
  try {
    return await countTests(async (extensionTestsEnv) => {
      try {
        await runTests({
          ...(desktop
            ? { version: editorReleases[version].vscode }
            : { vscodeExecutablePath: join(checkout, "scripts/editor/launcher.ts") }),
          extensionDevelopmentPath: checkout,
          extensionTestsPath: join(checkout, "out/host/index.cjs"),
          extensionTestsEnv,
          launchArgs: [
            workspace,
            ...(desktop
              ? [`--user-data-dir=${profile}`, `--extensions-dir=${join(profile, "extensions")}`]
              : [`--editor=${version}`]),
          ],
          stdout: output,
          stderr: output,
        });
      } catch (error) {
        throw new Error(`The run in the extension host failed. The editor said:\n${output.text}`, {
          cause: error,
        });
      }
    });
  } finally {
    await Promise.all([workspace, profile].map(removeFolder));
  }
}

/** Keeps what the editor writes: only a run that fails without a report makes it interesting. */
class Output extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
