import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";

const patienceMs = 40_000;
const pauseMs = 20;

/** Runs a command of the extension, as code does. */
export function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`integrationPacks.${command}`, ...args);
}

/** Holds that a command rejects with the code, and with a message that matches. */
export function rejects(code: string, pattern: RegExp, command: string, ...args: unknown[]): Promise<void> {
  return assert.rejects(Promise.resolve(run(command, ...args)), (error: Error & { code?: string }) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, pattern);
    return true;
  });
}

/** Makes the store of the window hold this and nothing else. */
export async function importStore(snapshot: Snapshot): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-host-"));
  try {
    const file = join(folder, "store.integration-packs.json");
    writeFileSync(file, JSON.stringify(snapshot));
    await run("importSnapshot", vscode.Uri.file(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function closeAllTabs(): Promise<void> {
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap((group) => group.tabs));
}

/** Waits until there is a value. @throws when it takes too long */
export async function until<T>(
  what: string,
  value: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (let found = await value(); ; found = await value()) {
    if (found !== undefined) return found;
    if (Date.now() > giveUpAt) throw new Error(`There is still no ${what}.`);
    await delay(pauseMs);
  }
}
