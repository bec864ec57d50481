import type {
  InstallationReading,
  NotAsked,
  PackAccount,
  ReleaseDate,
} from "../../../model/installation/installationReading.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { InstallationFacet, ReadInstallationsOptions } from "../../facets/installationFacet.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import type { Transport } from "../http/transport.ts";
import type { AccountGroupReader } from "../packs/accountGroupReader.ts";
import type { PackReader } from "../packs/packReader.ts";
import { isReleased } from "../releases/isReleased.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import { accountsOfPacks, type AskedAccount } from "./accountsOfPacks.ts";
import { askAccount, type AskedPack } from "./askAccount.ts";
import { forEachFew } from "./forEachFew.ts";
import { installationErrors, notAskedYet } from "./installationErrors.ts";
import type { InstallationReadings } from "./installationReadings.ts";
import { Outage } from "./outage.ts";

/** Options of the installations. */
export interface PlatformInstallationsOptions {
  readonly client: PlatformClient;
  /** Sends to another account, through the partner API. */
  readonly transportTo: (accountId: string) => Transport;
  readonly groups: AccountGroupReader;
  readonly packs: Pick<PackReader, "get">;
  readonly records: Pick<ReleaseRecords, "history">;
  readonly readings: InstallationReadings;
  /** How many accounts are asked at the same time. The rate limit queues no more, so that other requests get their turn. */
  readonly accountsAtOnce: number;
  readonly clock: () => Date;
}

/** Asks each account that a pack is shared with whether it has the pack. */
export class PlatformInstallations implements Omit<InstallationFacet, "asksEachAccount"> {
  readonly #options: PlatformInstallationsOptions;

  constructor(options: PlatformInstallationsOptions) {
    this.#options = options;
  }

  async read(
    packIds: readonly string[],
    { signal, onProgress, withDetails = false }: ReadInstallationsOptions = {},
  ): Promise<InstallationReading[]> {
    const failing = new AbortController();
    const closing = this.#closing(failing.signal, signal);
    const [packs, accounts] = await untilAborted(
      Promise.all([this.#packs(packIds), accountsOfPacks(this.#options.groups, packIds)]),
      closing,
    );
    const found = new Map(packIds.map((packId) => [packId, new Map<string, PackAccount>()]));
    const outage = new Outage(() => failing.abort());
    let asked = 0;
    const ask = async (account: AskedAccount) => {
      const client = this.#clientOf(account.accountId, closing);
      const answers = await askAccount(account, packs, { client, withDetails });
      // The reading ends: what was aborted with it says nothing about the account.
      if (closing.aborted) return;
      outage.note([...answers.values()]);
      for (const [packId, answer] of answers) found.get(packId)?.set(account.accountId, answer);
      asked += 1;
      onProgress?.({
        asked,
        total: accounts.length,
        found: [...answers].map(([packId, answer]) => ({ ...answer, packId })),
      });
    };
    const { accountsAtOnce } = this.#options;
    await forEachFew(accounts, accountsAtOnce, closing, ask, () => failing.abort());
    const rest = outage.reason ?? notAskedYet();
    return Promise.all(
      [...packs.values()].map((pack) =>
        this.#store(pack, accounts, found.get(pack.packId) ?? new Map(), rest),
      ),
    );
  }

  async latest(packId: string): Promise<InstallationReading | undefined> {
    const reading = await this.#options.readings.load(packId);
    if (!reading) return undefined;
    const pack = (await this.#packs([packId]).catch(() => undefined))?.get(packId);
    if (!pack) return reading;
    // A release since the reading changes what installations get by Boomi's rule.
    const { latestRelease: _, ...read } = reading;
    return { ...read, ...(pack.latestRelease && { latestRelease: pack.latestRelease }) };
  }

  async readDetails(
    packId: string,
    accountId: string,
    signal?: AbortSignal,
  ): Promise<PackAccount | undefined> {
    const { readings } = this.#options;
    const known = (await readings.load(packId))?.accounts.find((each) => each.accountId === accountId);
    if (!known) return undefined;
    const closing = this.#closing(signal);
    const packs = await untilAborted(this.#packs([packId]), closing);
    const account = { accountId, name: known.accountName, packIds: [packId] };
    const client = this.#clientOf(accountId, closing);
    const answer = (await askAccount(account, packs, { client, withDetails: true })).get(packId) ?? known;
    if (answer.notAsked) throw installationErrors.notAsked(answer.notAsked);
    // Loaded once more: another account may have been read in between.
    const reading = await readings.load(packId);
    if (reading) {
      const accounts = reading.accounts.map((each) => (each.accountId === accountId ? answer : each));
      await readings.save({ ...reading, accounts });
    }
    return answer;
  }

  async #packs(packIds: readonly string[]): Promise<ReadonlyMap<string, AskedPack>> {
    const packs = await Promise.all(
      packIds.map(async (packId): Promise<AskedPack> => {
        const { name, components } = await this.#options.packs.get(packId);
        return { packId, name, components, latestRelease: await this.#latestRelease(packId, components) };
      }),
    );
    return new Map(packs.map((pack) => [pack.packId, pack]));
  }

  /** Aborted when the backend closes, or one of the signals aborts. */
  #closing(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
    return AbortSignal.any([this.#options.client.closing, ...signals.filter((each) => each !== undefined)]);
  }

  /** A client for the account, which `closing` ends. */
  #clientOf(accountId: string, closing: AbortSignal): PlatformClient {
    return this.#options.client.through(this.#options.transportTo(accountId), closing);
  }

  /**
   * Stores the reading of a pack. One that ended early does not replace an earlier one that knows more. `rest`: why the other
   * accounts were not asked.
   */
  async #store(
    { packId, name, latestRelease }: AskedPack,
    accounts: readonly AskedAccount[],
    found: ReadonlyMap<string, PackAccount>,
    rest: NotAsked,
  ): Promise<InstallationReading> {
    const { clock, readings } = this.#options;
    const reading: InstallationReading = {
      packId,
      name,
      readAt: clock().toISOString(),
      accounts: accounts
        .filter(({ packIds }) => packIds.includes(packId))
        .map(
          (account): PackAccount =>
            found.get(account.accountId) ?? {
              accountId: account.accountId,
              accountName: account.name,
              state: "notAsked",
              notAsked: rest,
            },
        )
        .sort((one, other) => compareNames(one.accountName, other.accountName)),
      ...(latestRelease && { latestRelease }),
    };
    const isWhole = reading.accounts.every(({ accountId }) => found.has(accountId));
    const earlier = isWhole ? undefined : await readings.load(packId);
    if (!earlier || unknownCount(earlier) >= unknownCount(reading)) await readings.save(reading);
    return reading;
  }

  async #latestRelease(
    packId: string,
    components: AskedPack["components"],
  ): Promise<ReleaseDate | undefined> {
    const [latest] = await this.#options.records.history(packId);
    if (!latest || !isReleased(components, { versions: latest.versions, removed: [] })) return undefined;
    return { releaseId: latest.releaseId, releasedAt: latest.releasedAt };
  }
}

/** How many accounts did not answer, for a reason that may pass. */
function unknownCount({ accounts }: InstallationReading): number {
  return accounts.filter(({ notAsked }) => notAsked !== undefined && notAsked.reason !== "refused").length;
}

/** What the work resolves to. @throws `Unreachable` at once when the signal aborts first */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(installationErrors.cancelled());
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
