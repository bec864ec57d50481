import * as l10n from "@vscode/l10n";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { moveRecords, type MovedRecords } from "../../backend/platform/records/move/moveRecords.ts";
import { RecordsServer } from "../../backend/platform/records/postgres/server/recordsServer.ts";
import { requireSharedRecords } from "../backend/requireSharedRecords.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { blockReport } from "../format/block.ts";
import { UsageError } from "../usageError.ts";

/** What was moved to shared records, in JSON. */
export interface MoveReport extends MovedRecords {
  readonly formatVersion: 1;
}

/** Moves the records of a file to shared records. */
export const moveRecordsFile: RunCommand = async ({ parameters: [name = ""], options, surroundings }) => {
  const file = resolve(surroundings.workingFolder, name);
  if (!existsSync(file)) {
    throw new UsageError(l10n.t('There is no file "{0}".', file), l10n.t("Name a file of records."));
  }
  const server = new RecordsServer(await requireSharedRecords(options, surroundings));
  try {
    const moved = await moveRecords({ file }, server, surroundings.clock);
    const report: MoveReport = { formatVersion: 1, ...moved };
    return {
      exitCode: exitCodes.done,
      hasChanged: true,
      report: blockReport(report, () => [
        {
          kind: "facts",
          facts: [
            [l10n.t("Records"), server.where],
            [l10n.t("Releases"), String(moved.releaseCount)],
            [l10n.t("Scheduled releases"), String(moved.scheduleCount)],
            [
              l10n.t("Scheduled twice, to be decided by a person"),
              moved.conflicts.join(", ") || l10n.t("none"),
            ],
          ],
        },
      ]),
    };
  } finally {
    server.dispose();
  }
};
