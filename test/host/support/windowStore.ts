import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { activateExtension } from "./runCommand.ts";

/** Replaces the content of the window's store. */
export function importStore(snapshot: Snapshot): Promise<void> {
  return withSnapshotFile(async (file) => {
    writeFileSync(file, JSON.stringify(snapshot));
    const { manage } = await activateExtension();
    await manage.importSnapshot(vscode.Uri.file(file));
  });
}

/** Reads the content of the window's store. */
export function exportStore(): Promise<Snapshot> {
  return withSnapshotFile(async (file) => {
    const { manage } = await activateExtension();
    await manage.exportSnapshot(vscode.Uri.file(file));
    return JSON.parse(readFileSync(file, "utf8")) as Snapshot;
  });
}

async function withSnapshotFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-host-"));
  try {
    return await work(join(folder, "store.integration-packs.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
