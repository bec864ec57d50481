import type { OutputLog } from "../../ui/outputLog.ts";
import type { ActiveBackend } from "../activeBackend.ts";

/** Dependencies of `ScheduledReleases`. */
export interface ScheduledReleasesServices {
  readonly backend: ActiveBackend;
  readonly log: OutputLog;
  /** Shows the pack selected in the packs view. */
  readonly revealPack: (packId: string) => Promise<void>;
}
