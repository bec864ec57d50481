import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { ClaimedPack, ReleaseRecords } from "../records/releaseRecords.ts";

/** Claims packs for as long as something is done with them. */
export class Claims {
  readonly #records: ReleaseRecords;

  constructor(records: ReleaseRecords) {
    this.#records = records;
  }

  /**
   * Runs `work` while all packs are claimed for the holder that it gets. The claims end with it, also when it fails.
   *
   * @throws `Conflict` while somebody else claims one of them
   */
  async hold<T>(packs: readonly ClaimedPack[], work: (holder: string) => Promise<T>): Promise<T> {
    const holder = crypto.randomUUID();
    await this.#records.claim(packs, holder);
    try {
      return await work(holder);
    } finally {
      await this.#records.endClaims(holder).catch(leaveToExpiry);
    }
  }
}

/** A claim that cannot be ended while the records are locked expires. The result of the work counts. */
function leaveToExpiry(error: unknown): void {
  if (!(error instanceof IntegrationPacksError) || error.code !== "StoreUnavailable") throw error;
}
