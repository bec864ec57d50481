import { join } from "node:path";
import { accountKey } from "../../../src/backend/platform/account/platformConnection.ts";
import type { PlatformOptions } from "../../../src/backend/platform/platformOptions.ts";
import { createParts, type PlatformParts } from "../../../src/backend/platform/platformParts.ts";
import { recordsFormat } from "../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { Database } from "../../../src/backend/sqlite/database.ts";
import { silentLog } from "../silentLog.ts";
import type { PlatformBackends } from "./platformBackends.ts";
import { ManualTiming } from "./scripted/manualTiming.ts";
import { SlowRecords } from "./scripted/slowRecords.ts";

/** The parts of a window on a stand-in, whose records take a while for each change. */
export interface SlowWindow {
  readonly parts: PlatformParts;
  readonly records: SlowRecords;
  readonly timing: ManualTiming;
  readonly dispose: () => void;
}

/** Opens a window beside those of the stand-in's workspace, on the same records. */
export async function openSlowWindow(
  { platform, folder }: PlatformBackends,
  options: Partial<PlatformOptions> = {},
): Promise<SlowWindow> {
  const { connection, conditions } = platform;
  const clock = () => conditions.now();
  const file = join(folder, "records.db");
  const timing = new ManualTiming();
  const database = await Database.open({ file }, recordsFormat);
  const records = new SlowRecords(database, accountKey(connection), clock);
  const parts = createParts(records, {
    connection,
    requestsPerSecond: 10,
    scheduleWith: "platform",
    records: { file },
    log: silentLog,
    clock,
    timing,
    ...options,
  });
  const dispose = () => {
    parts.client.dispose();
    records.dispose();
  };
  return { parts, records, timing, dispose };
}
