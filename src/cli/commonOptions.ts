import * as l10n from "@vscode/l10n";
import type { Option } from "./command.ts";
import { formats } from "./format/report.ts";

/** The options that every command takes. */
export function commonOptions(): Option[] {
  return [
    { flags: "--store <FILE>", description: l10n.t("the local store (INTEGRATION_PACKS_STORE)") },
    {
      flags: "--platform",
      description: l10n.t(
        "the Boomi account of BOOMI_ACCOUNT_ID, BOOMI_USER and BOOMI_TOKEN; if need be, BOOMI_BASE_URL and BOOMI_OVERRIDE_ACCOUNT",
      ),
    },
    {
      flags: "--records <URL|FILE>",
      description: l10n.t(
        "where to store what was sent to the platform: the records of a team at a postgres:// address, or a file (INTEGRATION_PACKS_RECORDS); by default a file for each address and account in your state folder",
      ),
    },
    { flags: "--format <FORMAT>", description: l10n.t("the format of results"), choices: formats },
    { flags: "--quiet", description: l10n.t("writes results and errors only") },
    { flags: "--verbose", description: l10n.t("writes the log to standard error") },
    { flags: "--no-color", description: l10n.t("uses no colors, as with NO_COLOR") },
  ];
}
