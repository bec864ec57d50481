import * as l10n from "@vscode/l10n";
import { existsSync } from "node:fs";
import { openPlatformBackend, type PlatformBackend } from "../../backend/platform/platformBackend.ts";
import { missedReleasesRules } from "../../model/schedule/missedReleases.ts";
import type { OptionValues } from "../optionValues.ts";
import type { Notices } from "../terminal/notices.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { connectionFromEnvironment } from "./connectionFromEnvironment.ts";
import { recordsPlace } from "./recordsPlace.ts";

/** The requests per second that the account has room for beside an editor. */
const requestsPerSecond = 5;

/** Opens the Boomi account of the environment. `records`: what `--records` names. @throws `UsageError`, `StoreUnavailable` */
export async function openAccount(
  records: string | undefined,
  options: OptionValues,
  surroundings: Surroundings,
  notices: Notices,
): Promise<PlatformBackend> {
  const { environment, clock, timing } = surroundings;
  const connection = connectionFromEnvironment(environment);
  const place = await recordsPlace(records, connection, surroundings);
  const isNew = "file" in place && !existsSync(place.file);
  const backend = await openPlatformBackend({
    connection,
    requestsPerSecond,
    scheduleWith: options.text("scheduleWith") === "workspace" ? "workspace" : "platform",
    missedReleases: () => missedReleasesRules.find((rule) => rule === options.text("missed")) ?? "release",
    records: place,
    log: notices.log,
    clock,
    ...(timing && { timing }),
  });
  if (isNew) {
    notices.note(
      l10n.t(
        'Created "{0}" to store what is sent to Boomi. Keep it: a lost outcome can be found out with it only.',
        place.file,
      ),
    );
  }
  return backend;
}
