import {
  accountKey,
  type PlatformConnection,
} from "../../../src/backend/platform/account/platformConnection.ts";
import { createParts } from "../../../src/backend/platform/platformParts.ts";
import { openRecords } from "../../../src/backend/platform/records/openRecords.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { PlatformStandIn } from "../../support/platform/standIn/platformStandIn.ts";
import { QuickTiming } from "../../support/platform/scripted/quickTiming.ts";
import { asOwner, ownerPassword } from "../../support/postgres/postgresForTests.ts";
import { installClock } from "../../support/postgres/shiftedClock.ts";
import { silentLog } from "../../support/silentLog.ts";
import { seed } from "./extent.ts";
import { Team } from "./team.ts";
import { assertReported, type TeamCounts } from "./teamReports.ts";
import { minute, TeamTime } from "./teamTime.ts";
import { teamContent } from "./teamWork.ts";

const packIds = ["pack-1", "pack-2", "pack-3", "pack-4", "pack-5", "pack-6", "pack-7", "pack-8"] as const;

/** A team on a stand-in account whose records are at an address. */
export class TeamRun {
  readonly platform: PlatformStandIn;
  readonly time: TeamTime;
  readonly team: Team;
  readonly #address: RecordsAddress;
  readonly #connection: PlatformConnection;

  private constructor(platform: PlatformStandIn, address: RecordsAddress, time: TeamTime) {
    this.platform = platform;
    this.time = time;
    this.#address = address;
    const connection = platform.connection;
    this.#connection = connection;
    this.team = new Team((first) => ({
      connection,
      address,
      password: ownerPassword,
      packIds,
      first,
      time: time.now().getTime(),
      seed,
    }));
  }

  /** Starts the account, and sets the clock of the server; no program yet. */
  static async start(address: RecordsAddress): Promise<TeamRun> {
    const time = new TeamTime(address);
    await installClock(address);
    await time.advance(0);
    const platform = await PlatformStandIn.start(teamContent(packIds.length), { now: () => time.now() });
    return new TeamRun(platform, address, time);
  }

  /** Ends the programs, looks up what they left, and compares everything. @throws when anything is repeated or misreported */
  async finish(): Promise<TeamCounts> {
    await this.team.end();
    await this.#settle();
    const rows = await asOwner(this.#address, (query) =>
      query("SELECT state, versions FROM integration_packs.attempt WHERE state <> 'scheduled'"),
    );
    return assertReported(this.team, this.platform, rows);
  }

  async dispose(): Promise<void> {
    await this.team.end();
    await this.platform.stop();
  }

  /** Looks up the ends of everything that killed programs left, once all claims have expired. */
  async #settle(): Promise<void> {
    const connection = this.#connection;
    const place = { address: this.#address, password: () => Promise.resolve(ownerPassword) };
    const clock = () => this.time.now();
    const records = await openRecords(place, accountKey(connection), clock);
    const parts = createParts(records, {
      connection,
      requestsPerSecond: 10,
      scheduleWith: "workspace",
      records: place,
      log: silentLog,
      clock,
      timing: new QuickTiming(),
    });
    try {
      for (let round = 0; round < 3; round += 1) {
        await this.time.advance(30 * minute);
        for (const packId of packIds) await parts.scheduledPacks.claim(packId, () => Promise.resolve());
      }
    } finally {
      parts.client.dispose();
      records.dispose();
    }
  }
}
