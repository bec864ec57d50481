import * as l10n from "@vscode/l10n";
import type { Command } from "../command.ts";

/** The commands for the content of a local store. */
export function storeCommands(): Command[] {
  return [
    {
      name: "import",
      summary: l10n.t("replaces the content of a local store by a snapshot"),
      details: l10n.t("It makes the store if there is none, and keeps a backup of what was there."),
      parameters: [{ name: "FILE", description: l10n.t("a snapshot"), count: "one" }],
      options: [{ flags: "--yes", description: l10n.t("does not ask") }],
      examples: ["integration-packs import samples.integration-packs.json --store packs.db --yes"],
      schema: "import.schema.json",
      writesDates: true,
      load: async () => (await import("../commands/import.ts")).importSnapshot,
    },
    {
      name: "export",
      summary: l10n.t("writes the content of a local store as a snapshot"),
      details: l10n.t("Without a file, to standard output."),
      parameters: [{ name: "FILE", description: l10n.t("the file to write"), count: "optional" }],
      options: [],
      examples: ["integration-packs export backup.integration-packs.json --store packs.db"],
      schema: "export.schema.json",
      load: async () => (await import("../commands/export.ts")).exportSnapshot,
    },
  ];
}
