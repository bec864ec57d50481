import type { Frame } from "playwright-core";
import { BigStore, packIdOf } from "../bigStore.ts";
import type { BenchEditor, BenchWindow } from "../editor/benchEditor.ts";
import { within } from "../editor/within.ts";
import { alternate, type Measure, type Samples } from "../measure.ts";
import { frameWith, inWindow } from "./wizardMeasures.ts";
import { measureOpening } from "./pageOpening.ts";

/** The size of the pack: its components and its releases. */
const size = { components: 100, releases: 200 };
/** The cells that a window shows of a grid that has all of them. */
const ready = { selector: `[role=grid][aria-rowcount="${size.components + 1}"] [role=gridcell]`, count: 50 };
/** Steps in pixels, first to the right and then down. Each step is painted before the next. */
const scroll = { right: { steps: 20, width: 1000 }, down: { steps: 10, height: 220 } };

/** Measures of the overview of a pack of 100 components that was released 200 times. */
export function overviewMeasures(editor: () => Promise<BenchEditor>): readonly Measure[] {
  const create = () => BigStore.create(1, size.components, size.releases);
  return [
    {
      name: "Command to overview ready, 100 components and 200 releases",
      floor: "an empty webview panel that loads the same toolkit",
      unit: "ms",
      target: 2,
      run: (scale) =>
        inWindow(
          editor,
          scale,
          "overview-open",
          measureOpening("integrationPacks.showOverview", packIdOf(0)),
          ready,
          create,
        ),
    },
    {
      name: "Overview of 100 components and 200 releases: scroll",
      floor: "a static table",
      unit: "ms",
      target: 1.5,
      run: (scale) => inWindow(editor, scale, "overview-scroll", measureScrolling, ready, create),
    },
  ];
}

/** The overview and a static table of as many cells are open side by side and scrolled in turn. */
async function measureScrolling(window: BenchWindow, runs: number): Promise<Samples> {
  await window.meter.run("integrationPacks.showOverview", packIdOf(0));
  await window.saw("ready");
  await window.meter.run("benchFloor.openPanel", true);
  await window.saw("panel");
  const overview = await frameWith(window, ready.selector);
  const floor = await frameWith(window, "vscode-button#ask");
  const { clientHeight } = await overview.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    if (!grid) throw new Error("The overview has no grid.");
    return { clientHeight: grid.clientHeight };
  });
  await floor.evaluate(fillTable, { ...size, height: clientHeight });
  const time = (frame: Frame, scroller: string) =>
    within(frame.evaluate(scrollThrough, { scroller, ...scroll }), `${scroller} is scrolled`);
  return alternate(
    runs,
    () => time(overview, "[role=grid]"),
    () => time(floor, "#table"),
  );
}

// The functions below run inside the pages.

/** Fills the page of the floor with a table that scrolls in an element of the height, in pixels. */
function fillTable({
  components,
  releases,
  height,
}: {
  readonly components: number;
  readonly releases: number;
  readonly height: number;
}): void {
  const scroller = document.createElement("div");
  scroller.id = "table";
  scroller.style.height = `${height}px`;
  scroller.style.overflow = "auto";
  const table = document.createElement("table");
  table.style.tableLayout = "fixed";
  table.style.width = `${releases * 112}px`;
  for (let row = 0; row < components; row++) {
    const line = table.insertRow();
    line.style.height = "28px";
    for (let column = 0; column < releases; column++) line.insertCell().textContent = "1.0";
  }
  scroller.append(table);
  document.body.append(scroller);
}

/** Scrolls an element to the right and down, step by step. Returns the time until the last cells are painted, in ms. */
async function scrollThrough({
  scroller,
  right,
  down,
}: {
  readonly scroller: string;
  readonly right: { readonly steps: number; readonly width: number };
  readonly down: { readonly steps: number; readonly height: number };
}): Promise<number> {
  const element = document.querySelector(scroller);
  if (!element) throw new Error(`The page has no ${scroller}.`);
  element.scrollIntoView();
  element.scrollTo(0, 0);
  const { nextPaint } = window.integrationPacksBench;
  const { left, top, width, height } = element.getBoundingClientRect();
  const showsCells = () =>
    document.elementFromPoint(left + width / 2, top + height / 2)?.closest("td, [role=gridcell]");
  const shown = async () => {
    do await nextPaint();
    while (!showsCells());
  };
  await shown();
  const begun = performance.now();
  for (let step = 0; step < right.steps; step++) {
    element.scrollBy(right.width, 0);
    await shown();
  }
  for (let step = 0; step < down.steps; step++) {
    element.scrollBy(0, down.height);
    await shown();
  }
  return performance.now() - begun;
}
