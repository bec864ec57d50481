import { BigStore } from "../bigStore.ts";
import type { BenchEditor } from "../editor/benchEditor.ts";
import { remembersSideBar } from "../editor/inPage.ts";
import { iconOf, rowsOf, sides, treeOf, type SideName } from "../editor/sides.ts";
import type { Measure, Samples, Scale } from "../measure.ts";

interface Windows {
  readonly firstRows: Samples;
  readonly memory: Samples;
}

/** Measures of opening a window on a big store with the packs view in its side bar. Both use the same windows. */
export function startUpMeasures(editor: () => Promise<BenchEditor>): readonly Measure[] {
  let windows: Promise<Windows> | undefined;
  const opened = (scale: Scale) => (windows ??= openWindows(editor, scale));
  return [
    {
      name: "Activation to first rows",
      floor: "an extension with a static tree of the same rows",
      unit: "ms",
      target: 1.5,
      run: async (scale) => (await opened(scale)).firstRows,
    },
    {
      name: "Memory of the extension host over an empty extension",
      floor: "nothing",
      unit: "MB",
      target: 40,
      run: async (scale) => (await opened(scale)).memory,
    },
  ];
}

async function openWindows(editor: () => Promise<BenchEditor>, { runs, packs }: Scale): Promise<Windows> {
  const store = await BigStore.create(packs);
  try {
    const opener = await WindowOpener.create(await editor(), store, packs);
    const firstRows = { ours: [] as number[], floor: [] as number[] };
    const memory: number[] = [];
    for (let run = 0; run < runs; run++) {
      const ours = await opener.openOn("ours");
      const floor = await opener.openOn("floor");
      firstRows.ours.push(ours.firstRows);
      firstRows.floor.push(floor.firstRows);
      memory.push((ours.memory - (await opener.openEmpty())) / 1e6);
    }
    return { firstRows, memory: { ours: memory, floor: [] } };
  } finally {
    store.dispose();
  }
}

/** Opens windows on the workspaces of the two sides. */
class WindowOpener {
  readonly #editor: BenchEditor;
  readonly #workspaces: Readonly<Record<SideName, string>>;
  readonly #empty: string;

  static async create(editor: BenchEditor, store: BigStore, packs: number): Promise<WindowOpener> {
    const settings = {
      "integrationPacks.local.storePath": store.file,
      "benchFloor.packs": packs,
      "benchFloor.componentsOfPack": 100,
    };
    const workspaces = {
      ours: await editor.makeWorkspace("start-up-ours", settings),
      floor: await editor.makeWorkspace("start-up-floor", settings),
    };
    return new WindowOpener(editor, workspaces, await editor.makeWorkspace("start-up-empty", settings));
  }

  private constructor(editor: BenchEditor, workspaces: Readonly<Record<SideName, string>>, empty: string) {
    this.#editor = editor;
    this.#workspaces = workspaces;
    this.#empty = empty;
  }

  /** The time from loading the extension until its first rows are painted, in ms, and the memory after that, in bytes. */
  async openOn(name: SideName): Promise<{ firstRows: number; memory: number }> {
    await this.#showOnce(name);
    const side = sides[name];
    const window = await this.#editor.openWindow({
      workspace: this.#workspaces[name],
      extension: name,
      sights: [{ name: "rows", selector: rowsOf(side), count: 1 }],
    });
    const painted = await window.saw("rows");
    const firstRows = painted - (await window.meter.loadedAt(side.extensionId));
    const memory = await window.meter.memory();
    await window.close();
    return { firstRows, memory };
  }

  /** Opens the view of a side, so that the next window of its workspace shows it, whatever windows were opened before. */
  async #showOnce(name: SideName): Promise<void> {
    const { containerId } = sides[name];
    const window = await this.#editor.openWindow({ workspace: this.#workspaces[name], extension: name });
    const tree = window.page.locator(treeOf(sides[name]));
    const icon = window.page.locator(iconOf(sides[name]));
    await icon.waitFor();
    // A click on the icon of the view that is shown hides it.
    if (!(await tree.isVisible())) await icon.click();
    await tree.waitFor();
    await window.page.waitForFunction(remembersSideBar, `workbench.view.extension.${containerId}`, {
      polling: 500,
    });
    await window.close();
  }

  /** The memory of an extension host in which neither side does anything, in bytes. */
  async openEmpty(): Promise<number> {
    const window = await this.#editor.openWindow({ workspace: this.#empty });
    const memory = await window.meter.memory();
    await window.close();
    return memory;
  }
}
