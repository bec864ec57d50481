import * as l10n from "@vscode/l10n";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { openPlatformBackend, type PlatformBackend } from "../../backend/platform/platformBackend.ts";
import type { OptionValues } from "../optionValues.ts";
import type { Notices } from "../terminal/notices.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { UsageError } from "../usageError.ts";
import { connectionFromEnvironment } from "./connectionFromEnvironment.ts";
import { defaultRecords } from "./defaultRecords.ts";

/** The requests per second that the account has room for beside an editor. */
const requestsPerSecond = 5;

/** Opens the Boomi account of the environment. `records`: what `--records` names. @throws `UsageError`, `StoreUnavailable` */
export async function openAccount(
  records: string | undefined,
  options: OptionValues,
  surroundings: Surroundings,
  notices: Notices,
): Promise<PlatformBackend> {
  const { environment, workingFolder, clock, timing } = surroundings;
  const connection = connectionFromEnvironment(environment);
  if (records !== undefined && /^[a-z][a-z\d+.-]+:\/\//i.test(records)) throw noAddress();
  const file =
    records === undefined ? defaultRecords(connection, environment) : resolve(workingFolder, records);
  const isNew = !existsSync(file);
  const backend = await openPlatformBackend({
    connection,
    requestsPerSecond,
    scheduleWith: options.text("scheduleWith") === "workspace" ? "workspace" : "platform",
    records: { file, createFolder: records === undefined },
    log: notices.log,
    clock,
    ...(timing && { timing }),
  });
  if (isNew) {
    notices.note(
      l10n.t(
        'Created "{0}" to store what is sent to Boomi. Keep it: a lost outcome can be found out with it only.',
        file,
      ),
    );
  }
  return backend;
}

function noAddress(): UsageError {
  return new UsageError(
    l10n.t("--records takes a file here, not an address."),
    l10n.t("Name a file, or leave --records out."),
  );
}
