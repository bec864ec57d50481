import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  openLocalBackend,
  type LocalBackend,
  type LocalBackendOptions,
} from "../../../src/backend/local/localBackend.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { now } from "../fixtures/store.ts";
import { removeReadOnly } from "./removeReadOnly.ts";

/** The user of the local stores in tests. */
export const user = "tester@example.com";

/** How long to wait for a lock, in ms: long enough for a second attempt, short enough for a test. */
export const lockPatience = 150;

/** A temporary folder and the local backends opened in it. `dispose` closes the backends and removes the folder. */
export class LocalStores {
  readonly folder = mkdtempSync(join(tmpdir(), "integration-packs-"));
  readonly file = join(this.folder, "store.db");
  readonly #backends: LocalBackend[] = [];

  async open(options: Partial<LocalBackendOptions> = {}): Promise<LocalBackend> {
    const backend = await openLocalBackend({ file: this.file, user, clock: () => now, ...options });
    this.#backends.push(backend);
    return backend;
  }

  async openWith(content: Snapshot, options: Partial<LocalBackendOptions> = {}): Promise<LocalBackend> {
    const backend = await this.open(options);
    await backend.snapshots.import(content);
    return backend;
  }

  dispose(): void {
    for (const backend of this.#backends) {
      backend.dispose();
    }
    removeReadOnly(this.folder);
  }
}
