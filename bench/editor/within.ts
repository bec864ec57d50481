import { patienceMs } from "../../scripts/editor/editor.ts";

/** Waits for the promise. @throws after `patienceMs`, with `what` as the thing that did not happen */
export async function within<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => reject(new Error(`Not within ${patienceMs / 1000} s: ${what}`)), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(limit);
  }
}
