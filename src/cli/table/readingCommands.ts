import * as l10n from "@vscode/l10n";
import type { Command } from "../command.ts";
import { pack } from "./pack.ts";

/** The commands that read packs. */
export function readingCommands(): Command[] {
  return [
    {
      name: "list",
      summary: l10n.t("lists the packs"),
      details: l10n.t("Each pack with what a release would change in it and when one is scheduled."),
      parameters: [],
      options: [],
      examples: [
        "integration-packs list --store packs.db",
        "integration-packs list --platform --format json",
      ],
      schema: "list.schema.json",
      load: async () => (await import("../commands/list.ts")).list,
    },
    {
      name: "show",
      summary: l10n.t("shows a pack with its components"),
      details: l10n.t("Each component with its current, pending and latest version."),
      parameters: [pack()],
      options: [],
      examples: ['integration-packs show "Order to Cash" --store packs.db'],
      schema: "show.schema.json",
      load: async () => (await import("../commands/show.ts")).show,
    },
    {
      name: "history",
      summary: l10n.t("lists the releases of a pack"),
      details: l10n.t("The newest first, each with who released it and from which plan."),
      parameters: [pack()],
      options: [],
      examples: ['integration-packs history "Order to Cash" --store packs.db'],
      schema: "history.schema.json",
      load: async () => (await import("../commands/history.ts")).history,
    },
  ];
}
