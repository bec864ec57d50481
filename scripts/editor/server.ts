import type { ChildProcess } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clockFlags } from "./clockFlags.ts";
import { run } from "../programs/commands.ts";
import { installEditor } from "../install/installEditor.ts";
import { endGroup, findInGroup, startGroup } from "../programs/processes.ts";
import type { EditorVersion } from "../install/versions.ts";

const startLimitMs = 120_000;

export interface ServerOptions {
  readonly version: EditorVersion;
  /** Everything that the editor remembers, its user settings and its extensions. */
  readonly dataFolder: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Without trust in workspaces being asked about, every folder is trusted. */
  readonly asksForTrust: boolean;
  /** 0 for a free one. */
  readonly port: number;
  /** How far the clock of the extension host goes ahead; timers run on. */
  readonly clockOffsetSeconds: number;
  readonly env: Readonly<Record<string, string>>;
}

export interface Server {
  readonly port: number;
  /** Ends the extension hosts at once, as a crash would. */
  killExtensionHosts(): void;
  /** What the server wrote, for the one who looks for the cause of a failure. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * What makes the editor quiet: no start page, no assistant, no question that nobody answers. Only settings that no version
 * renames: an editor that rewrites the file does not see what is written into it from outside.
 */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "security.workspace.trust.startupPrompt": "never",
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
};

/** Starts the editor's server on a free port of this machine and waits until it listens. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { node, serverMain } = await installEditor(options.version);
  await writeSettings(options.dataFolder, options.settings);
  const server = startGroup(
    node,
    [
      ...clockFlags(options.clockOffsetSeconds),
      serverMain,
      "--host=127.0.0.1",
      `--port=${options.port}`,
      "--without-connection-token",
      "--accept-server-license-terms",
      "--enable-smoke-test-driver",
      ...(options.asksForTrust ? [] : ["--disable-workspace-trust"]),
      ...folders(options.dataFolder),
    ],
    { env: { ...process.env, ...options.env } },
  );
  const listening = await waitUntilItListens(server);
  return {
    port: listening.port,
    killExtensionHosts: () => {
      const hosts = findInGroup(server, "--type=extensionHost");
      if (hosts.length === 0) throw new Error("No extension host is running.");
      for (const host of hosts) process.kill(host, "SIGKILL");
    },
    output: listening.output,
    stop: () => endGroup(server),
  };
}

/** Installs a packaged extension into the editor that has this data folder. */
export async function installExtension(
  version: EditorVersion,
  dataFolder: string,
  vsix: string,
): Promise<void> {
  const { node, serverMain } = await installEditor(version);
  const args = ["--accept-server-license-terms", ...folders(dataFolder), `--install-extension=${vsix}`];
  const output = await run(node, [serverMain, ...args]);
  if (!output.includes("successfully installed")) throw new Error(`${vsix} was not installed:\n${output}`);
}

function folders(dataFolder: string): string[] {
  const extensions = join(dataFolder, "extensions");
  return [`--server-data-dir=${dataFolder}`, `--extensions-dir=${extensions}`, "--telemetry-level=off"];
}

/** The settings of the extension that belong to a machine: a window on a server takes them from there, not from its user. */
const machineSettings = ["integrationPacks.platform.records"];

/** Writes the settings of the user and the machine, beside those that keep the editor quiet. */
export async function writeSettings(
  dataFolder: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const all = Object.entries({ ...quietSettings, ...settings });
  await writeSettingsFile(
    join(dataFolder, "data/User"),
    all.filter(([name]) => !machineSettings.includes(name)),
  );
  await writeSettingsFile(
    join(dataFolder, "data/Machine"),
    all.filter(([name]) => machineSettings.includes(name)),
  );
}

async function writeSettingsFile(
  folder: string,
  settings: readonly (readonly [string, unknown])[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "settings.json"), JSON.stringify(Object.fromEntries(settings), undefined, 2));
}

function waitUntilItListens(server: ChildProcess): Promise<{ port: number; output: () => string }> {
  return new Promise((resolve, reject) => {
    let output = "";
    const limit = setTimeout(() => {
      fail(`did not listen after ${startLimitMs / 1000} s`);
    }, startLimitMs);
    const fail = (what: string) => {
      clearTimeout(limit);
      void endGroup(server).then(() => reject(new Error(`The editor's server ${what}:\n${output}`)), reject);
    };
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve({ port: Number(port), output: () => output });
    };
    server.stdout?.on("data", collect);
    server.stderr?.on("data", collect);
    server.once("error", (error) => fail(`could not be started (${error.message})`));
    server.once("exit", (code, signal) => fail(`ended with ${code ?? signal ?? "?"}`));
  });
}
