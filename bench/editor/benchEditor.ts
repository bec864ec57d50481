import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import {
  checkout,
  removeFolder,
  startEditor,
  temporaryFolder,
  type Editor,
} from "../../scripts/editor/editor.ts";
import { meterVariable } from "../meter/protocol.ts";
import { buildExtensions } from "./buildExtensions.ts";
import { prepareFrame, type NamedSight } from "./inPage.ts";
import { MeterServer, type Meter } from "./meter.ts";
import type { SideName } from "./sides.ts";
import { within } from "./within.ts";

export interface BenchWindowOptions {
  readonly workspace: string;
  /**
   * The extension under development. The meter and the floor are always installed; the floor does nothing until it is
   * used.
   */
  readonly extension?: SideName;
  /** What to watch for from the start, in the window and in its webviews. */
  readonly sights?: readonly NamedSight[];
}

/** A window and the meter in its extension host. */
export interface BenchWindow {
  readonly page: Page;
  readonly meter: Meter;
  /** Waits for the first paint of a sight since the last call for it. Returns its time, in ms since 1970. */
  saw(name: string): Promise<number>;
  close(): Promise<void>;
}

/** The editor of the bench. All measures share one server and one browser. */
export class BenchEditor {
  readonly #folder: string;
  readonly #editor: Editor;
  readonly #meters: MeterServer;
  readonly #floor: string;

  static async start(): Promise<BenchEditor> {
    const folder = await temporaryFolder("bench");
    const dataFolder = join(folder, "data");
    const floor = await buildExtensions(join(dataFolder, "extensions"));
    const meters = await MeterServer.listen(join(folder, "meter.socket"));
    const editor = await startEditor({
      dataFolder,
      extension: false,
      env: { [meterVariable]: meters.path },
    });
    return new BenchEditor(folder, editor, meters, floor);
  }

  private constructor(folder: string, editor: Editor, meters: MeterServer, floor: string) {
    this.#folder = folder;
    this.#editor = editor;
    this.#meters = meters;
    this.#floor = floor;
  }

  /** Makes a folder with workspace settings. Returns its path. */
  async makeWorkspace(name: string, settings: Readonly<Record<string, unknown>>): Promise<string> {
    const workspace = join(this.#folder, name);
    await mkdir(join(workspace, ".vscode"), { recursive: true });
    await writeFile(join(workspace, ".vscode/settings.json"), JSON.stringify(settings));
    return workspace;
  }

  async openWindow({ workspace, extension, sights = [] }: BenchWindowOptions): Promise<BenchWindow> {
    const seen = new Sightings();
    const meter = this.#meters.next();
    const page = await this.#editor.openWindow({
      workspace,
      extension: extension === "ours" ? checkout : extension === "floor" ? this.#floor : undefined,
      prepare: async (page) => {
        await page.exposeFunction("integrationPacksBenchSaw", (name: string, at: number) =>
          seen.add(name, at),
        );
        await page.addInitScript(prepareFrame, sights);
      },
    });
    return {
      page,
      meter: await within(meter, "the meter of the extension host calls"),
      saw: (name) => within(seen.take(name), `${name} is painted`),
      close: () => this.#editor.closeWindow(page),
    };
  }

  async close(): Promise<void> {
    try {
      await this.#editor.close();
    } finally {
      this.#meters.close();
      await removeFolder(this.#folder);
    }
  }
}

/** The sights that were painted before they were asked for, and the callers that wait for others. */
class Sightings {
  readonly #seen = new Map<string, number>();
  readonly #waiting = new Map<string, (at: number) => void>();

  add(name: string, at: number): void {
    const waiting = this.#waiting.get(name);
    if (waiting) {
      this.#waiting.delete(name);
      waiting(at);
    } else if (!this.#seen.has(name)) {
      this.#seen.set(name, at);
    }
  }

  take(name: string): Promise<number> {
    const at = this.#seen.get(name);
    this.#seen.delete(name);
    if (at !== undefined) return Promise.resolve(at);
    return new Promise((resolve) => this.#waiting.set(name, resolve));
  }
}
