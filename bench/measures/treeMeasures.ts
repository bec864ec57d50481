import { BigStore } from "../bigStore.ts";
import type { BenchEditor, BenchWindow } from "../editor/benchEditor.ts";
import { armClock, readClock, type ClockEvent, type Sight } from "../editor/inPage.ts";
import { iconOf, rowsOf, sides, treeOf, type Side } from "../editor/sides.ts";
import { within } from "../editor/within.ts";
import { alternate, type Measure, type Samples, type Scale } from "../measure.ts";

const componentsOfPack = 10;
const scrollCount = 5;

type Gesture = (window: BenchWindow, side: Side, run: number) => Promise<number>;

const gestures = { expand: expandPack, filter: filterPacks, scroll: scrollPacks } satisfies Record<
  string,
  Gesture
>;
type GestureName = keyof typeof gestures;

/** Measures of the packs view with ten times as many packs, of ten components each. All use one window. */
export function treeMeasures(editor: () => Promise<BenchEditor>): readonly Measure[] {
  let taken: Promise<Record<GestureName, Samples>> | undefined;
  const take = (scale: Scale) => (taken ??= takeAll(editor, scale));
  const measure = (name: GestureName, title: string): Measure => ({
    name: title,
    floor: "the static tree",
    unit: "ms",
    target: 1.5,
    run: async (scale) => (await take(scale))[name],
  });
  return [
    measure("expand", "10,000 packs in the tree: expand one"),
    measure("filter", "10,000 packs in the tree: filter"),
    measure("scroll", "10,000 packs in the tree: scroll to the end and back"),
  ];
}

async function takeAll(
  editor: () => Promise<BenchEditor>,
  { runs, packs }: Scale,
): Promise<Record<GestureName, Samples>> {
  const store = await BigStore.create(packs * 10, componentsOfPack);
  try {
    const bench = await editor();
    const workspace = await bench.makeWorkspace("tree", {
      "integrationPacks.local.storePath": store.file,
      "benchFloor.packs": packs * 10,
      "benchFloor.componentsOfPack": componentsOfPack,
    });
    const window = await bench.openWindow({ workspace, extension: "ours" });
    const take = async (gesture: Gesture) => {
      let run = 0;
      return alternate(
        runs,
        async () => gesture(window, await show(window, sides.ours), run),
        async () => gesture(window, await show(window, sides.floor), run++),
      );
    };
    const samples = {
      expand: await take(gestures.expand),
      filter: await take(gestures.filter),
      scroll: await take(gestures.scroll),
    };
    await window.close();
    return samples;
  } finally {
    store.dispose();
  }
}

async function show({ page }: BenchWindow, side: Side): Promise<Side> {
  await page.locator(iconOf(side)).click();
  await page.locator(rowsOf(side)).first().waitFor();
  return side;
}

/** The time from a click on a pack that was never expanded until its components are painted. */
async function expandPack({ page }: BenchWindow, side: Side, run: number): Promise<number> {
  const pack = page.locator(`${rowsOf(side)}[data-index="${run}"]`);
  const components = `${rowsOf(side)}[aria-level="2"]`;
  const time = await timeOf(page, "click", { selector: components, count: componentsOfPack }, () =>
    pack.locator(".monaco-tl-twistie").click(),
  );
  await pack.locator(".monaco-tl-twistie").click();
  await page.locator(components).first().waitFor({ state: "detached" });
  return time;
}

/** The time from the input of a text until the packs with that text in their names are painted. */
async function filterPacks({ page, meter }: BenchWindow, side: Side): Promise<number> {
  const first = (name: string) => `${rowsOf(side)}[data-index="0"][aria-label^="Integration pack ${name},"]`;
  const closed = meter.run(side.filterCommand);
  const input = page.locator(".quick-input-widget:visible .quick-input-filter input");
  await input.waitFor();
  const time = await timeOf(page, "input", { selector: first("Pack 99"), count: 1 }, () =>
    input.fill("Pack 99"),
  );
  await page.keyboard.press("Escape");
  await closed;
  await page.locator(first("Pack 0")).waitFor();
  return time;
}

/**
 * The total time of several scrolls to the end and back with the keyboard, from each key until the rows there are
 * painted.
 */
async function scrollPacks({ page }: BenchWindow, side: Side): Promise<number> {
  const press = (key: "End" | "Home", row: string) =>
    timeOf(page, "keydown", { selector: `${rowsOf(side)}${row}`, count: 1 }, () => page.keyboard.press(key));
  await page.locator(treeOf(side)).focus();
  let time = 0;
  for (let count = 0; count < scrollCount; count++) {
    time += await press("End", '[data-last-element="true"]');
    time += await press("Home", '[data-index="0"]');
  }
  return time;
}

async function timeOf(
  page: BenchWindow["page"],
  event: ClockEvent,
  sight: Sight,
  cause: () => Promise<void>,
): Promise<number> {
  await page.evaluate(armClock, { event, ...sight });
  await cause();
  return within(page.evaluate(readClock), `${sight.selector} is painted`);
}
