import * as l10n from "@vscode/l10n";
import { resolve } from "node:path";
import type { PlatformConnection } from "../../backend/platform/account/platformConnection.ts";
import type { RecordsPlace } from "../../backend/platform/records/openRecords.ts";
import {
  isRecordsAddress,
  parseRecordsAddress,
} from "../../backend/platform/records/postgres/server/recordsAddress.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { asUsage, UsageError } from "../usageError.ts";
import { defaultRecords } from "./defaultRecords.ts";

/**
 * Where to record what is sent to the account: on the server or in the file that `--records` names, or in the file for this
 * account in the user's state folder. The password of a server comes from the environment. @throws `UsageError`
 */
export async function recordsPlace(
  records: string | undefined,
  connection: PlatformConnection,
  { environment, workingFolder }: Pick<Surroundings, "environment" | "workingFolder">,
): Promise<RecordsPlace> {
  if (records === undefined) return { file: defaultRecords(connection, environment), createFolder: true };
  if (isRecordsAddress(records)) {
    const address = await asUsage(() => parseRecordsAddress(records));
    return { address, password: () => Promise.resolve(environment["PGPASSWORD"]) };
  }
  // As a file, an address would be made in the working folder.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(records)) throw noAddress();
  return { file: resolve(workingFolder, records), createFolder: false };
}

function noAddress(): UsageError {
  return new UsageError(
    l10n.t("The records are neither a file nor an address that begins with postgres://."),
    l10n.t("Correct --records or INTEGRATION_PACKS_RECORDS, or leave it out."),
  );
}
