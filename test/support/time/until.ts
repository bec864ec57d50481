import { setTimeout as delay } from "node:timers/promises";

const pauseMs = 20;

/** Waits until `find` returns a value. @throws if there is none after `patienceMs`; `what` names it in the message */
export async function until<T>(
  what: string,
  find: () => T | undefined | Promise<T | undefined>,
  patienceMs = 40_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (let found = await find(); ; found = await find()) {
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`There is still no ${what}.`);
    await delay(pauseMs);
  }
}
