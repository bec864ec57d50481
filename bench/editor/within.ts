import { patienceMs } from "../../scripts/editor/editor.ts";

/** The promise, or an error that says what did not happen in all that a busy machine may take. */
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
