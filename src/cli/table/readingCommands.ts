import * as l10n from "@vscode/l10n";
import type { Command } from "../command.ts";
import { links } from "./links.ts";
import { pack } from "./pack.ts";

/** The commands that read packs. */
export function readingCommands(): Command[] {
  return [
    {
      name: "list",
      summary: l10n.t("lists the packs"),
      details: l10n.t("Each pack with what a release would change in it and when one is scheduled."),
      parameters: [],
      options: [links()],
      examples: [
        "integration-packs list --store packs.db",
        "integration-packs list --platform --format json",
      ],
      schema: "list.schema.json",
      load: async () => (await import("../commands/list.ts")).listPacks,
    },
    {
      name: "show",
      summary: l10n.t("shows a pack with its components"),
      details: l10n.t(
        "Each component with its current, pending and latest version. With `--format markdown`: the overview that the editor copies, with the releases side by side, their notes and the rollout.",
      ),
      parameters: [pack()],
      options: [links()],
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
    {
      name: "installations",
      summary: l10n.t("lists which accounts have a pack"),
      details: l10n.t(
        "Of the packs that are named, or of all. On the platform, each account is asked by a request of its own. Boomi does not report which release an account runs; a version is shown only where a deployed package of the account names it.",
      ),
      parameters: [{ ...pack(), count: "any" }],
      options: [
        {
          flags: "--details",
          description: l10n.t(
            "also reads the environments and deployed versions of each account, which takes further requests",
          ),
        },
      ],
      examples: [
        'integration-packs installations "Order to Cash" --store packs.db',
        'integration-packs installations "Order to Cash" --platform --details --format json',
      ],
      schema: "installations.schema.json",
      load: async () => (await import("../commands/installations.ts")).installations,
    },
  ];
}
