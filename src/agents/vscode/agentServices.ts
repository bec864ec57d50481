import type { BackendReads } from "../../backend/backendReads.ts";
import type { Log } from "../../base/log.ts";

/** Dependencies of the tools inside VS Code. None of them changes anything. */
export interface AgentServices {
  /** The active backend, to read from. */
  readonly backend: { get(): Promise<BackendReads> };
  readonly log: Log;
}
