import * as l10n from "@vscode/l10n";
import type { Command } from "../command.ts";

/** The commands that run until they are stopped. */
export function serviceCommands(): Command[] {
  return [
    {
      name: "scheduler",
      summary: l10n.t("runs scheduled releases until it is stopped"),
      details: l10n.t(
        "It does what the editor does for scheduled releases, and writes a line of JSON for each event. SIGTERM and SIGINT end it: a release that was sent is followed for up to 30 seconds.",
      ),
      parameters: [],
      options: [
        { flags: "--once", description: l10n.t("runs what is due, then ends") },
        {
          flags: "--missed <WHAT>",
          description: l10n.t(
            "what happens to releases whose window passed while no scheduler ran; by default they are released late",
          ),
          choices: ["release", "skip"],
        },
      ],
      examples: [
        "integration-packs scheduler --store packs.db",
        "integration-packs scheduler --platform --records records.db --once --missed skip",
      ],
      schema: "scheduler.schema.json",
      writesDates: true,
      load: async () => (await import("../commands/scheduler.ts")).scheduler,
    },
    {
      name: "mcp",
      summary: l10n.t("serves agents over standard input and output"),
      details: l10n.t(
        "The tools of agents, by the Model Context Protocol. They read and draft; none of them releases, schedules, cancels, deletes or imports. The client of an agent starts it.",
      ),
      parameters: [],
      options: [],
      examples: ["integration-packs mcp --store packs.db", "integration-packs mcp --platform"],
      load: async () => (await import("../commands/mcp.ts")).mcp,
    },
  ];
}
