// Code that runs inside the pages. Each function is sent as text, so it uses nothing from outside itself.

/** A sight: `count` elements that match the selector. */
export interface Sight {
  readonly selector: string;
  readonly count: number;
}

/** The event of a user action that starts a clock. */
export type ClockEvent = "click" | "input" | "keydown";

export interface NamedSight extends Sight {
  readonly name: string;
}

/** The bench's tools in a page or a frame of it. */
export interface PageBench {
  /** Resolves after the sight is painted, to the time on the clock of `performance`. */
  readonly painted: (sight: Sight) => Promise<number>;
  /** Resolves after the next frame is painted, to the time on the clock of `performance`. */
  readonly nextPaint: () => Promise<number>;
  /** The time from the next event until the sight is painted, in ms. Set before the event happens. */
  sinceEvent?: Promise<number>;
}

declare global {
  interface Window {
    integrationPacksBench: PageBench;
    /** Reports a sight to the bench. */
    integrationPacksBenchSaw(name: string, at: number): void;
  }
}

/** Prepares a frame, before anything is loaded in it, to report the first paint of each sight. */
export function prepareFrame(sights: readonly NamedSight[]): void {
  const nextPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        // A message arrives after the current frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });
  // A timer survives when a webview replaces its document. Observers and frame requests do not.
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

/** Starts a clock at the next event. `sinceEvent` resolves to its time when the sight is painted. */
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

/** Waits for the time of the clock that `armClock` started, in ms. */
export function readClock(): Promise<number> {
  const { sinceEvent } = window.integrationPacksBench;
  if (!sinceEvent) throw new Error("The clock was not armed.");
  return sinceEvent;
}

/**
 * Whether the workbench has stored that its side bar shows the view container, and that there is such a container: a window
 * without the extension removes it from the list that all windows share. Only then does a reopened window show it.
 */
export async function remembersSideBar(viewContainer: string): Promise<boolean> {
  const settled = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () =>
        reject(request.error ?? new Error("The database of the workbench cannot be read."));
    });
  let isShown = false;
  let isKnown = false;
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !name.startsWith("vscode-web-state-db")) continue;
    const database = await settled(indexedDB.open(name));
    try {
      const table = database.transaction("ItemTable").objectStore("ItemTable");
      const shown: unknown = await settled(table.get("workbench.sidebar.activeviewletid"));
      const pinned: unknown = await settled(table.get("workbench.activity.pinnedViewlets2"));
      isShown ||= shown === viewContainer;
      isKnown ||= typeof pinned === "string" && pinned.includes(`"${viewContainer}"`);
    } finally {
      database.close();
    }
  }
  return isShown && isKnown;
}
