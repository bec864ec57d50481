import type { InstallationReading, PackAccount } from "../../../model/installation/installationReading.ts";
import type { InstallationFacet, ReadInstallationsOptions } from "../../facets/installationFacet.ts";
import type { Database } from "../../sqlite/database.ts";
import { readInstallations } from "./readInstallations.ts";

/** The installations in the local store, which stores the release that each account runs. */
export class LocalInstallations implements Omit<InstallationFacet, "asksEachAccount"> {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async read(
    packIds: readonly string[],
    { onProgress }: ReadInstallationsOptions = {},
  ): Promise<InstallationReading[]> {
    const readings = await this.#database.read((connection) =>
      [...new Set(packIds)].map((packId) => readInstallations(connection, packId, this.#now())),
    );
    const found = readings.flatMap(({ packId, accounts }) =>
      accounts.map((account) => ({ ...account, packId })),
    );
    const asked = new Set(found.map(({ accountId }) => accountId)).size;
    onProgress?.({ asked, total: asked, found });
    return readings;
  }

  async latest(packId: string): Promise<InstallationReading | undefined> {
    return (await this.read([packId]))[0];
  }

  async readDetails(packId: string, accountId: string): Promise<PackAccount | undefined> {
    return (await this.latest(packId))?.accounts.find((account) => account.accountId === accountId);
  }
}
