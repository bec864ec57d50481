import type { Services } from "../command.ts";

export function showLog({ log }: Services): Promise<void> {
  log.show();
  return Promise.resolve();
}
