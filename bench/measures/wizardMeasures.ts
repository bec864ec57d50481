import type { Frame } from "playwright-core";
import { BigStore, packIdOf } from "../bigStore.ts";
import type { BenchEditor, BenchWindow } from "../editor/benchEditor.ts";
import { armClock, readClock, type Sight } from "../editor/inPage.ts";
import { within } from "../editor/within.ts";
import { alternate, type Measure, type Samples, type Scale } from "../measure.ts";
import { measureOpening } from "./pageOpening.ts";

const otherVersion = 'a[aria-label^="Select another version"]';
/** The rows that are made first: more than the window shows. */
const oneWizardReady = { selector: 'table[aria-rowcount="101"] a[aria-label^="View Details"]', count: 20 };
const panelReady = { selector: "vscode-button#ask:defined", count: 1 };

/** Measures of the wizard for a pack of 100 components. */
export function wizardMeasures(editor: () => Promise<BenchEditor>): readonly Measure[] {
  return [
    {
      name: "Command to wizard ready, 100 components",
      floor: "an empty webview panel that loads the same toolkit",
      unit: "ms",
      target: 1.5,
      run: (scale) =>
        inWindow(editor, scale, "wizard-opens", measureOpening("integrationPacks.release", packIdOf(0))),
    },
    {
      name: "*Select another version* open",
      floor: "one round trip from a webview to the store, shown",
      unit: "ms",
      target: 2,
      run: (scale) => inWindow(editor, scale, "other-version", measureOtherVersion),
    },
  ];
}

/** Runs the measure in a window with a big store, of ten packs at least. Its sights are the page, `ready`, and the floor's panel. */
export async function inWindow(
  editor: () => Promise<BenchEditor>,
  { runs, packs }: Scale,
  name: string,
  measure: (window: BenchWindow, runs: number) => Promise<Samples>,
  pageReady: Sight = oneWizardReady,
  createStore: (packs: number) => Promise<BigStore> = (count) => BigStore.create(count),
): Promise<Samples> {
  const store = await createStore(Math.max(packs, 10));
  try {
    const bench = await editor();
    const settings = { "integrationPacks.local.storePath": store.file, "benchFloor.store": store.file };
    const window = await bench.openWindow({
      workspace: await bench.makeWorkspace(name, settings),
      extension: "ours",
      sights: [
        { name: "ready", ...pageReady },
        { name: "panel", ...panelReady },
      ],
    });
    const samples = await measure(window, runs);
    await window.close();
    return samples;
  } finally {
    store.dispose();
  }
}

/** The wizard and the panel are open side by side and used in turn. */
async function measureOtherVersion(window: BenchWindow, runs: number): Promise<Samples> {
  await window.meter.run("integrationPacks.release", packIdOf(0));
  await window.saw("ready");
  await window.meter.run("benchFloor.openPanel", true);
  await window.saw("panel");
  const wizard = await frameWith(window, otherVersion);
  const panel = await frameWith(window, "vscode-button#ask");
  return alternate(
    runs,
    async () => {
      const time = await clickTime(wizard, otherVersion, {
        selector: "dialog[open] vscode-radio:defined",
        count: 3,
      });
      await wizard.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
      await wizard.getByRole("dialog").waitFor({ state: "detached" });
      return time;
    },
    async () => {
      const time = await clickTime(panel, "vscode-button#ask", { selector: "li", count: 3 });
      await panel.evaluate(() => document.querySelector("ul")?.replaceChildren());
      return time;
    },
  );
}

/** The time from a click until the sight is painted, in ms. */
async function clickTime(frame: Frame, clicked: string, sight: Sight): Promise<number> {
  await frame.evaluate(armClock, { event: "click", ...sight } as const);
  await frame.locator(clicked).first().click();
  return within(frame.evaluate(readClock), `${sight.selector} is painted`);
}

export async function frameWith({ page }: BenchWindow, selector: string): Promise<Frame> {
  for (const frame of page.frames()) {
    if ((await frame.locator(selector).count()) > 0) return frame;
  }
  throw new Error(`No webview shows ${selector}.`);
}
