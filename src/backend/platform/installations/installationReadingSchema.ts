import * as v from "valibot";
import { errorCodes } from "../../../errors/errors.ts";
import {
  installationStates,
  type InstallationReading,
} from "../../../model/installation/installationReading.ts";

const instant = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

const releaseDate = v.strictObject({ releaseId: v.string(), releasedAt: instant });

const account = v.strictObject({
  accountId: v.string(),
  accountName: v.string(),
  state: v.picklist(installationStates),
  release: v.exactOptional(releaseDate),
  missing: v.exactOptional(v.array(releaseDate)),
  count: v.exactOptional(v.number()),
  environments: v.exactOptional(v.array(v.string())),
  versions: v.exactOptional(
    v.array(
      v.strictObject({
        componentId: v.string(),
        componentName: v.string(),
        packageVersion: v.string(),
        environment: v.string(),
        deployedAt: v.string(),
      }),
    ),
  ),
  limits: v.exactOptional(v.string()),
  notAsked: v.exactOptional(
    v.strictObject({
      reason: v.picklist(["refused", "unanswered", "cancelled"]),
      code: v.exactOptional(v.picklist(errorCodes)),
      message: v.string(),
    }),
  ),
});

/** The form of a stored reading. */
export const installationReadingSchema: v.GenericSchema<unknown, InstallationReading> = v.strictObject({
  packId: v.string(),
  name: v.string(),
  readAt: instant,
  accounts: v.array(account),
  latestRelease: v.exactOptional(releaseDate),
});
