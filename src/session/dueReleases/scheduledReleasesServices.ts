import type { OutputLog } from "../../ui/outputLog.ts";
import type { ActiveBackend } from "../activeBackend.ts";

/** Dependencies of `ScheduledReleases`. */
export interface ScheduledReleasesServices {
  readonly backend: ActiveBackend;
  readonly log: OutputLog;
  /** Selects the pack in the packs view, and opens its overview. */
  readonly showPack: (packId: string) => Promise<void>;
}
