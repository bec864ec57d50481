import * as vscode from "vscode";

/** What is done sooner shows no progress. */
const unnoticedMilliseconds = 400;

/**
 * Does something that may take long. If it does, a notification shows how far it is and offers to cancel it: the signal
 * is aborted then. `report` adds percent to what is done.
 */
export async function cancellable<T>(
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
      // Who asked hears of a failure; here it only ends the notification.
      await result.catch(() => undefined);
    });
  }, unnoticedMilliseconds);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
  }
}
