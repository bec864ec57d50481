import type { Disposable } from "./disposable.ts";

/**
 * Starts something once the caller is done, and does not wait for it. Disposing ends it, or keeps it from starting.
 *
 * `onFailure` gets the error when it cannot be started.
 */
export function startLater(
  start: () => Promise<Disposable>,
  onFailure: (error: unknown) => void,
): Disposable {
  let isDisposed = false;
  let started: Disposable | undefined;
  void Promise.resolve()
    .then(start)
    .then((running) => {
      if (isDisposed) running.dispose();
      else started = running;
    })
    .catch(onFailure);
  return {
    dispose: () => {
      isDisposed = true;
      started?.dispose();
    },
  };
}
