import * as vscode from "vscode";

/** How long work runs before its progress is shown, in ms. */
const progressDelay = 400;

/**
 * Runs work that may take long. If it does, a notification shows the progress and a cancel button, which aborts the
 * signal. `report` adds percentage points to the progress.
 */
export async function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: (percent: number) => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let done = 0;
  let show: ((percent: number) => void) | undefined;
  const result = work(controller.signal, (percent) => {
    done += percent;
    show?.(percent);
  });
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => controller.abort());
      show = (increment) => progress.report({ increment });
      show(done);
      // The caller receives the failure; here it only closes the notification.
      await result.catch(() => undefined);
    });
  }, progressDelay);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
  }
}
