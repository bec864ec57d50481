import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { setClock } from "../../support/postgres/shiftedClock.ts";

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** The server's clock at the start of a test, in the window of its date. */
const start = Date.parse("2026-06-12T00:01:00Z");

/** The clock of the server and of the platform, which goes on by itself. */
export class TeamTime {
  readonly #address: RecordsAddress;
  readonly #began = Date.now();
  #advanced = 0;

  constructor(address: RecordsAddress) {
    this.#address = address;
  }

  now(): Date {
    return new Date(start + this.#advanced + Date.now() - this.#began);
  }

  /** Has the clock leap forward. */
  async advance(ms: number): Promise<void> {
    this.#advanced += ms;
    await setClock(this.#address, this.now());
  }
}
