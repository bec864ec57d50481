import type { BackendReads } from "../backend/backendReads.ts";
import type { Event } from "../base/event.ts";

/** The active backend as plan files use it: to read from. Only the wizard applies a plan. */
export interface ObservedBackend {
  get(): Promise<BackendReads>;
  /** The data changed, or another backend took the place of the one that was open. */
  readonly onDidChange: Event<void>;
}
