import { IntegrationPacksError } from "../../../errors/errors.ts";
import type {
  InstallationDetails,
  PackAccount,
  ReleaseDate,
} from "../../../model/installation/installationReading.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { readAccountDetails } from "./accountDetails.ts";
import { readInstances, type PackInstances } from "./accountInstances.ts";
import type { AskedAccount } from "./accountsOfPacks.ts";
import { notAskedBecause, notAskedYet } from "./installationErrors.ts";

/** A pack that accounts are asked about. */
export interface AskedPack extends Pick<IntegrationPack, "packId" | "name" | "components"> {
  /** The latest release that was made from here; nothing where the pack has other versions by now. */
  readonly latestRelease: ReleaseDate | undefined;
}

/** How an account is asked. */
export interface AskingOptions {
  /** Sends to the account; `closing` of the client ends the question. */
  readonly client: PlatformClient;
  /** Whether to read environments and versions, too. */
  readonly withDetails: boolean;
}

/**
 * What the account has of each of its packs, by their ids. Never rejects for a reason that lies in the account.
 *
 * @throws `Unauthorized`
 */
export async function askAccount(
  { accountId, name, packIds }: AskedAccount,
  packs: ReadonlyMap<string, AskedPack>,
  { client, withDetails }: AskingOptions,
): Promise<ReadonlyMap<string, PackAccount>> {
  const account = { accountId, accountName: name };
  try {
    const instances = await readInstances(client, packIds);
    const answers = packIds.map(async (packId): Promise<readonly [string, PackAccount]> => {
      const ofPack = instances.get(packId);
      if (!ofPack || ofPack.count === 0) return [packId, { ...account, state: "notInstalled" }];
      const components = packs.get(packId)?.components ?? [];
      const installed: PackAccount = {
        ...account,
        state: "installed",
        ...(ofPack.count > 1 && { count: ofPack.count }),
        ...(withDetails && (await readDetails(client, ofPack, components))),
      };
      return [packId, installed];
    });
    return new Map(await Promise.all(answers));
  } catch (error) {
    if (!(error instanceof IntegrationPacksError) || error.code === "Unauthorized") throw error;
    const notAsked = client.closing.aborted ? notAskedYet() : notAskedBecause(error);
    return new Map(packIds.map((packId) => [packId, { ...account, state: "notAsked", notAsked }]));
  }
}

/** What is known already is not lost with what cannot be read. @throws `Unauthorized` */
async function readDetails(
  client: PlatformClient,
  instances: PackInstances,
  components: AskedPack["components"],
): Promise<InstallationDetails> {
  try {
    return await readAccountDetails(client, instances, components);
  } catch (error) {
    if (!(error instanceof IntegrationPacksError) || error.code === "Unauthorized") throw error;
    return { limits: error.message };
  }
}
