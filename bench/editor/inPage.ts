// What runs inside the pages. Each function goes there by its text, so it uses nothing from outside of itself.

/** Something that is on screen once so many elements match. */
export interface Sight {
  readonly selector: string;
  readonly count: number;
}

/** What a user does, by which a clock starts. */
export type ClockEvent = "click" | "input" | "keydown";

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
  // By a timer: observers and frame requests end with the document, and a webview's is replaced when its page is written.
  const painted = async ({ selector, count }: Sight) => {
    while (document.querySelectorAll(selector).length < count) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return nextPaint();
  };
  window.integrationPacksBench = { painted, nextPaint };
  for (const sight of sights) {
    void painted(sight).then(() => window.integrationPacksBenchSaw(sight.name, Date.now()));
  }
}

/** Starts the clock at the next event of the kind; `sinceEvent` then has what the clock says when the sight is painted. */
export function armClock({ event, ...sight }: Sight & { readonly event: ClockEvent }): void {
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
