// What runs inside the pages. Each function goes there by its text, so it uses nothing from outside of itself.

/** Something that is on screen once so many elements match. */
export interface Sight {
  readonly selector: string;
  readonly count: number;
}

export interface NamedSight extends Sight {
  readonly name: string;
}

/** The bench's tools in a page or a frame of it. */
export interface PageBench {
  /** Settles with the time after the frame in which the sight was painted, on the clock of `performance`. */
  readonly painted: (sight: Sight) => Promise<number>;
  /** Settles after the next frame was painted. */
  readonly nextPaint: () => Promise<number>;
  /** From the next event of this kind until the sight was painted, in ms; asked for before the event is caused. */
  sinceEvent?: Promise<number>;
}

declare global {
  interface Window {
    integrationPacksBench: PageBench;
    /** Goes out of the page. */
    integrationPacksBenchSaw(name: string, at: number): void;
  }
}

/** Prepares a frame, before anything is loaded in it, to tell when the sights are first painted. */
export function prepareFrame(sights: readonly NamedSight[]): void {
  const nextPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        // A message comes after the frame that is being made.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });
  const painted = async ({ selector, count }: Sight) => {
    await new Promise<void>((resolve) => {
      const isThere = () => document.querySelectorAll(selector).length >= count;
      if (isThere()) {
        resolve();
        return;
      }
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
    return nextPaint();
  };
  window.integrationPacksBench = { painted, nextPaint };
  for (const sight of sights) {
    void painted(sight).then(() => window.integrationPacksBenchSaw(sight.name, Date.now()));
  }
}

/** Starts the clock at the next event of the kind; `sinceEvent` then has what the clock says when the sight is painted. */
export function armClock({ event, ...sight }: Sight & { readonly event: "click" | "input" }): void {
  const bench = window.integrationPacksBench;
  bench.sinceEvent = new Promise((resolve) => {
    addEventListener(
      event,
      ({ timeStamp }) => void bench.painted(sight).then((at) => resolve(at - timeStamp)),
      { capture: true, once: true },
    );
  });
}

export function readClock(): Promise<number> {
  const { sinceEvent } = window.integrationPacksBench;
  if (!sinceEvent) throw new Error("The clock was not armed.");
  return sinceEvent;
}

/** Scrolls a list from its top to its end by the wheel, each step painted, and back; the way down in ms. */
export async function scrollThrough({ list, steps }: { list: string; steps: number }): Promise<number> {
  const { nextPaint } = window.integrationPacksBench;
  const element = document.querySelector(`${list} .monaco-scrollable-element`);
  const rows = document.querySelector<HTMLElement>(`${list} .monaco-list-rows`);
  if (!element || !rows) throw new Error("The list is not there.");
  const { height } = rows.getBoundingClientRect();
  const turn = (deltaY: number) =>
    element.dispatchEvent(new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true }));
  const begin = await nextPaint();
  let end = begin;
  for (let step = 0; step < steps; step++) {
    turn(height / steps);
    end = await nextPaint();
  }
  const isAtEnd = document.querySelector(`${list} .monaco-list-row.last`) !== null;
  if (!isAtEnd) throw new Error("The wheel did not reach the end of the list.");
  turn(-height * 2);
  await nextPaint();
  return end - begin;
}

/** Whether the workbench has kept that this part stands in its side bar, and so shows it when the window opens again. */
export async function keepsSideBar(viewContainer: string): Promise<boolean> {
  const settled = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () =>
        reject(request.error ?? new Error("The database of the workbench cannot be read."));
    });
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !name.startsWith("vscode-web-state-db")) continue;
    const database = await settled(indexedDB.open(name));
    try {
      const table = database.transaction("ItemTable").objectStore("ItemTable");
      const kept: unknown = await settled(table.get("workbench.sidebar.activeviewletid"));
      if (kept === viewContainer) return true;
    } finally {
      database.close();
    }
  }
  return false;
}
