import * as vscode from "vscode";
import { linklessText } from "./plainText.ts";

/** How long work runs before its progress is shown, in ms. */
const progressDelay = 400;

/** Shows what the work does at the moment. Resolves after VS Code has shown it and passed on a cancellation. */
export type ShowStep = (step: string) => Promise<void>;

/**
 * Runs work with a notification that shows its steps. With a cancel button, `signal` is aborted when a person presses it.
 */
export async function withSteps<T>(
  title: string,
  work: (showStep: ShowStep, signal: AbortSignal) => Promise<T>,
  { cancellable = false } = {},
): Promise<T> {
  const controller = new AbortController();
  return vscode.window.withProgress(notification(title, cancellable), async (progress, token) => {
    token.onCancellationRequested(() => controller.abort());
    const showStep = async (step: string) => {
      progress.report({ message: linklessText(step) });
      await untilShown();
    };
    return work(showStep, controller.signal);
  });
}

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
    void vscode.window.withProgress(notification(title, true), async (progress, token) => {
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

function notification(title: string, cancellable: boolean): vscode.ProgressOptions {
  return { location: vscode.ProgressLocation.Notification, title: linklessText(title), cancellable };
}

/** Resolves after VS Code has shown the progress and passed on a cancellation; the next step blocks the extension host. */
function untilShown(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
