/**
 * Runs the work for each item, a few at a time, until the signal aborts: then no further work begins. Rejects with the first
 * failure, after `onFailure` had the chance to end the others.
 */
export async function forEachFew<T>(
  items: readonly T[],
  atOnce: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
  onFailure: () => void,
): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) {
      if (signal.aborted) return;
      await work(item);
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    try {
      await worker();
    } catch (error) {
      onFailure();
      throw error;
    }
  });
  const ended = await Promise.allSettled(workers);
  const failed = ended.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
}
