import * as l10n from "@vscode/l10n";
import type { Command } from "../command.ts";

/** The commands for records that a team shares. */
export function recordsCommands(): Command[] {
  return [
    {
      name: "records migrate",
      summary: l10n.t("sets up shared records, or brings them to the format of this version"),
      details: l10n.t(
        "Only this command upgrades them. Run it as the role that owns them, with the password in PGPASSWORD. Programs of an earlier version may be able only to read them afterwards.",
      ),
      parameters: [],
      options: [],
      examples: ["integration-packs records migrate --records postgres://owner@db.example.com/packs"],
      schema: "records-migrate.schema.json",
      load: async () => (await import("../commands/recordsMigrate.ts")).migrateSharedRecords,
    },
    {
      name: "records move",
      summary: l10n.t("moves the records of a file to shared records"),
      details: l10n.t(
        "Every program refuses the file afterwards. After an interruption, run it again. If the team scheduled a pack that the file schedules, too, neither runs until a person decides.",
      ),
      parameters: [{ name: "FILE", description: l10n.t("the file of the records"), count: "one" }],
      options: [],
      examples: [
        "integration-packs records move records.db --records postgres://worker@db.example.com/packs",
      ],
      schema: "records-move.schema.json",
      load: async () => (await import("../commands/recordsMove.ts")).moveRecordsFile,
    },
  ];
}
