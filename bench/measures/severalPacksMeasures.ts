import type { Frame } from "playwright-core";
import { packIdOf } from "../bigStore.ts";
import type { BenchEditor, BenchWindow } from "../editor/benchEditor.ts";
import { armClock, readClock, type Sight } from "../editor/inPage.ts";
import { within } from "../editor/within.ts";
import { alternate, type Measure, type Samples } from "../measure.ts";
import { frameWith, inWindow } from "./wizardMeasures.ts";
import { measureOpening } from "./pageOpening.ts";

const packIds = Array.from({ length: 10 }, (_, pack) => packIdOf(pack));
const rowCount = 1000;
/** The rows that a window shows, in a table that has all of them. What each is about can be chosen; details follow. */
const ready = { selector: 'table[aria-rowcount="1011"] a[aria-label^="Select another version"]', count: 20 };
/** How many steps of this height, in pixels, a scroll has. Each step is painted before the next. */
const scroll = { steps: 40, height: 1000 };

/** Measures of the wizard for ten packs of 100 components. */
export function severalPacksMeasures(editor: () => Promise<BenchEditor>): readonly Measure[] {
  return [
    {
      name: "Command to wizard ready, 1,000 rows in ten packs",
      floor: "an empty webview panel that loads the same toolkit",
      unit: "ms",
      target: 2,
      run: (scale) =>
        inWindow(
          editor,
          scale,
          "several-open",
          measureOpening("integrationPacks.releaseSeveral", packIds),
          ready,
        ),
    },
    {
      name: "1,000 rows in ten packs: scroll",
      floor: "a static list",
      unit: "ms",
      target: 1.5,
      run: (scale) => inWindow(editor, scale, "several-scroll", measureScrolling, ready),
    },
    {
      name: "1,000 rows in ten packs: find those of one pack",
      floor: "a static list that hides the other rows",
      unit: "ms",
      target: 1.5,
      run: (scale) => inWindow(editor, scale, "several-filter", measureFiltering, ready),
    },
  ];
}

async function measureScrolling(window: BenchWindow, runs: number): Promise<Samples> {
  const { wizard, list } = await openBoth(window);
  return alternate(
    runs,
    () => within(wizard.evaluate(scrollDown, scroll), "the wizard is scrolled"),
    () => within(list.evaluate(scrollDown, scroll), "the list is scrolled"),
  );
}

async function measureFiltering(window: BenchWindow, runs: number): Promise<Samples> {
  const { wizard, list } = await openBoth(window);
  // The rows of one pack, the row of the pack, and the header.
  const found = { selector: 'table[aria-rowcount="102"]', count: 1 };
  const all = `table[aria-rowcount="${rowCount + packIds.length + 1}"]`;
  return alternate(
    runs,
    async () => {
      const time = await inputTime(wizard, "input[type=search]", "7-", found);
      await wizard.locator("input[type=search]").fill("");
      await wizard.locator(all).waitFor();
      return time;
    },
    async () => {
      const time = await inputTime(list, "input", "7-", { selector: 'ul[data-shown="100"]', count: 1 });
      await list.locator("input").fill("");
      await list.locator(`ul[data-shown="${rowCount}"]`).waitFor();
      return time;
    },
  );
}

/** Opens the wizard and a static list with as many rows side by side. */
async function openBoth(window: BenchWindow): Promise<{ readonly wizard: Frame; readonly list: Frame }> {
  await window.meter.run("integrationPacks.releaseSeveral", packIds);
  await window.saw("ready");
  await window.meter.run("benchFloor.openPanel", true);
  await window.saw("panel");
  const list = await frameWith(window, "vscode-button#ask");
  await list.evaluate(fillList, { packs: packIds.length, rows: rowCount });
  return { wizard: await frameWith(window, ready.selector), list };
}

/** The time from an input until the sight is painted, in ms. */
async function inputTime(frame: Frame, field: string, text: string, sight: Sight): Promise<number> {
  await frame.evaluate(armClock, { event: "input", ...sight } as const);
  await frame.locator(field).fill(text);
  return within(frame.evaluate(readClock), `${sight.selector} is painted`);
}

// The functions below run inside the pages.

/** Fills the list of the floor with rows of six texts, and makes a field that hides the rows without what is typed. */
function fillList({ packs, rows }: { readonly packs: number; readonly rows: number }): void {
  const list = document.querySelector("ul");
  if (!list) throw new Error("The page has no list.");
  const field = document.createElement("input");
  list.before(field);
  const lines = Array.from({ length: rows }, (_, at) => {
    const line = document.createElement("li");
    line.style.height = "70px";
    const name = `Process ${at % packs}-${Math.floor(at / packs)}`;
    for (const text of [name, "Process", "1.0", "1.2", "1.2", "View Details"]) {
      const cell = document.createElement("span");
      cell.textContent = `${text} `;
      line.append(cell);
    }
    return line;
  });
  list.append(...lines);
  field.addEventListener("input", () => {
    for (const line of lines) line.hidden = !line.textContent.includes(field.value);
    list.dataset.shown = String(lines.filter(({ hidden }) => !hidden).length);
  });
}

/** Scrolls down from the top, step by step. Returns the time until the last step is painted, in ms. */
async function scrollDown({
  steps,
  height,
}: {
  readonly steps: number;
  readonly height: number;
}): Promise<number> {
  scrollTo(0, 0);
  await window.integrationPacksBench.nextPaint();
  const begun = performance.now();
  for (let step = 0; step < steps; step++) {
    scrollBy(0, height);
    await window.integrationPacksBench.nextPaint();
  }
  return performance.now() - begun;
}
