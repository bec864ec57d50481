import type { Services } from "../command.ts";

/** Shows the output channel with the log. */
export function showLog({ log }: Services): Promise<void> {
  log.show();
  return Promise.resolve();
}
