import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../backend/backend.ts";
import type { SnapshotFacet } from "../backend/facets/snapshotFacet.ts";
import type { Log } from "../base/log.ts";
import { errors } from "../errors/errors.ts";
import { formatSnapshot } from "../model/snapshot/formatSnapshot.ts";
import { parseSnapshot } from "../model/snapshot/parseSnapshot.ts";
import type { Snapshot } from "../model/snapshot/snapshot.ts";
import { facetOf } from "./facetOf.ts";
import { readText, writeText } from "./textFiles.ts";

/** Dependencies of `SnapshotFiles`. */
export interface SnapshotFilesDependencies {
  /** Provides the active backend. */
  readonly backend: { get(): Promise<Pick<Backend, "snapshots">> };
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}

/** The parts of a URI; every `vscode.Uri` has them. */
export type UriParts = Pick<vscode.Uri, "scheme" | "authority" | "path" | "query" | "fragment">;

/** Called before each step of a read; a rejection ends the read. */
export type OnStep = (step: string) => Promise<void>;

/** Imports and exports the whole store as snapshot files, without asking a person. */
export class SnapshotFiles {
  readonly #dependencies: SnapshotFilesDependencies;

  constructor(dependencies: SnapshotFilesDependencies) {
    this.#dependencies = dependencies;
  }

  /** The sample packs that come with the extension. */
  get samples(): vscode.Uri {
    return vscode.Uri.joinPath(this.#dependencies.extensionUri, "media", "samples.integration-packs.json");
  }

  /** The snapshots of the active backend. @throws `Unsupported` */
  snapshots(): Promise<SnapshotFacet> {
    return facetOf(this.#dependencies, "snapshots");
  }

  /** Reads and checks a file. A file of 100 MB takes seconds. @throws `InvalidRequest` */
  async read(file: vscode.Uri, onStep: OnStep = () => Promise.resolve()): Promise<Snapshot> {
    await onStep(l10n.t("reading the file"));
    const text = await readText(file);
    await onStep(l10n.t("checking it"));
    const snapshot = parseSnapshot(text);
    await onStep(l10n.t("checked"));
    return snapshot;
  }

  /** Replaces everything in the store by a snapshot. Resolves to the path of the backup, if one was made. `file` is logged. */
  async replaceStore(snapshot: Snapshot, file: vscode.Uri): Promise<string | undefined> {
    const backup = await (await this.snapshots()).import(snapshot);
    this.#dependencies.log.info(
      `Imported ${file.toString()}; backup: ${backup ?? "none, the store was empty"}`,
    );
    return backup;
  }

  /** Replaces everything in the store by the file. @throws `Unsupported`, `InvalidRequest` */
  async importFrom(parts: UriParts): Promise<void> {
    const file = uriOf(parts);
    await this.snapshots();
    await this.replaceStore(await this.read(file), file);
  }

  /** Replaces everything in the store by the sample packs. @throws `Unsupported` */
  loadSamples(): Promise<void> {
    return this.importFrom(this.samples);
  }

  /** Writes the whole store into the file; overwrites it. @throws `Unsupported`, `InvalidRequest` */
  async exportTo(parts: UriParts): Promise<void> {
    const file = uriOf(parts);
    await writeText(file, formatSnapshot(await (await this.snapshots()).export()));
    this.#dependencies.log.info(`Exported the store to ${file.toString()}`);
  }
}

function uriOf(parts: UriParts): vscode.Uri {
  try {
    return vscode.Uri.from(parts);
  } catch {
    throw errors.invalidRequest(
      l10n.t("The URI of the file is not valid. Give that of a file that can be opened."),
    );
  }
}
