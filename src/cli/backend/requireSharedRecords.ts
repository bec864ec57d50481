import * as l10n from "@vscode/l10n";
import {
  isRecordsAddress,
  parseRecordsAddress,
} from "../../backend/platform/records/postgres/server/recordsAddress.ts";
import type { RecordsServerOptions } from "../../backend/platform/records/postgres/server/recordsServer.ts";
import type { OptionValues } from "../optionValues.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { asUsage, UsageError } from "../usageError.ts";

/** The shared records that `--records` or the environment names. @throws `UsageError` where it names none */
export async function requireSharedRecords(
  options: OptionValues,
  surroundings: Pick<Surroundings, "environment">,
): Promise<RecordsServerOptions> {
  const named = options.text("records") ?? surroundings.environment["INTEGRATION_PACKS_RECORDS"] ?? "";
  if (!isRecordsAddress(named)) {
    throw new UsageError(
      l10n.t("The command needs shared records, and none are named."),
      l10n.t(
        "Add --records postgres://user@host:5432/database?sslmode=verify-full, with the password in PGPASSWORD.",
      ),
    );
  }
  const address = await asUsage(() => parseRecordsAddress(named));
  return { address, password: () => Promise.resolve(surroundings.environment["PGPASSWORD"]) };
}
