import * as l10n from "@vscode/l10n";
import { RecordsServer } from "../../backend/platform/records/postgres/server/recordsServer.ts";
import { requireSharedRecords } from "../backend/requireSharedRecords.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { blockReport } from "../format/block.ts";

/** The formats of shared records before and after, in JSON. */
export interface MigrationReport {
  readonly formatVersion: 1;
  /** 0 for an empty database. */
  readonly before: number;
  readonly after: number;
}

/** Sets up shared records, or brings them to the format of this program. */
export const migrateSharedRecords: RunCommand = async ({ options, surroundings }) => {
  const server = new RecordsServer(await requireSharedRecords(options, surroundings));
  try {
    const report: MigrationReport = { formatVersion: 1, ...(await server.migrate()) };
    const { before, after } = report;
    return {
      exitCode: exitCodes.done,
      hasChanged: before !== after,
      report: blockReport(report, () => [
        {
          kind: "facts",
          facts: [
            [l10n.t("Records"), server.where],
            [l10n.t("Format before"), before === 0 ? l10n.t("none") : String(before)],
            [l10n.t("Format now"), String(after)],
          ],
        },
      ]),
    };
  } finally {
    server.dispose();
  }
};
