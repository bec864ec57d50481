import type { InstallationFacet } from "../../facets/installationFacet.ts";
import { lazyInstallations } from "../../lazyInstallations.ts";
import { accountKey } from "../account/platformConnection.ts";
import { httpTransport } from "../http/transport.ts";
import type { PlatformOptions } from "../platformOptions.ts";
import type { PlatformParts } from "../platformParts.ts";

/** Installations on the platform. Their code is loaded when they are first read. */
export function platformInstallations(parts: PlatformParts, options: PlatformOptions): InstallationFacet {
  const { connection, requestsPerSecond, readings: folder, log, clock = () => new Date() } = options;
  return lazyInstallations({ asksEachAccount: true }, async () => {
    const [{ PlatformInstallations }, { InstallationReadings }] = await Promise.all([
      import("./platformInstallations.ts"),
      import("./installationReadings.ts"),
    ]);
    const { client, groups, packs, records } = parts;
    return new PlatformInstallations({
      client,
      transportTo: (accountId) => httpTransport({ ...connection, overrideAccount: accountId }),
      groups,
      packs,
      records,
      readings: new InstallationReadings({ folder, accountKey: accountKey(connection), log }),
      accountsAtOnce: requestsPerSecond,
      clock,
    });
  });
}
