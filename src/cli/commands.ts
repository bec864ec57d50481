import * as l10n from "@vscode/l10n";
import type { Command, Parameter } from "./command.ts";

/** All commands, in the order in which the help lists them. */
export function commands(): Command[] {
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
      load: async () => (await import("./commands/list.ts")).list,
    },
    {
      name: "show",
      summary: l10n.t("shows a pack with its components"),
      details: l10n.t("Each component with its current, pending and latest version."),
      parameters: [pack()],
      options: [],
      examples: ['integration-packs show "Order to Cash" --store packs.db'],
      schema: "show.schema.json",
      load: async () => (await import("./commands/show.ts")).show,
    },
    {
      name: "history",
      summary: l10n.t("lists the releases of a pack"),
      details: l10n.t("The newest first, each with who released it and from which plan."),
      parameters: [pack()],
      options: [],
      examples: ['integration-packs history "Order to Cash" --store packs.db'],
      schema: "history.schema.json",
      load: async () => (await import("./commands/history.ts")).history,
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
      load: async () => (await import("./commands/mcp.ts")).mcp,
    },
  ];
}

function pack(): Parameter {
  return {
    name: "PACK",
    description: l10n.t("the ID or the whole name of a pack; a name that several packs have is refused"),
    count: "one",
  };
}
