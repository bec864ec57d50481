import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeReadOnly } from "../store/removeReadOnly.ts";

const variable = "INTEGRATION_PACKS_EDITOR_CACHE";

/** An empty cache of the editor in a folder of its own, in place of the user's, until it is disposed. */
export class TemporaryCache {
  readonly folder = mkdtempSync(join(tmpdir(), "integration-packs-cache-"));
  readonly #replaced = process.env[variable];

  constructor() {
    process.env[variable] = this.folder;
  }

  /** The names of everything in the layouts of the cache, without the lock files. */
  names(): string[] {
    return readdirSync(this.folder)
      .flatMap((layout) => readdirSync(join(this.folder, layout)))
      .filter((name) => !/\.lock(-journal)?$/.test(name))
      .sort();
  }

  dispose(): void {
    if (this.#replaced === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = this.#replaced;
    removeReadOnly(this.folder);
  }
}
