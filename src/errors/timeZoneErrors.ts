import * as l10n from "@vscode/l10n";
import { errors } from "./errors.ts";

/** What is wrong with a time zone. */
export const timeZoneErrors = {
  unknownTimeZone: (timeZone: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" is not a time zone that is known here. Choose one with Select Time Zone…, or set integrationPacks.scheduler.timeZone to an IANA name such as Europe/Berlin.',
        timeZone,
      ),
    ),
  noSystemTimeZone: () =>
    errors.invalidRequest(
      l10n.t(
        "The time zone of this computer is not known here. Choose one with Select Time Zone…, or set integrationPacks.scheduler.timeZone.",
      ),
    ),
};
