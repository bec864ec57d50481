import type { Event } from "../../base/event.ts";
import type { PackRelease } from "../../model/release/release.ts";
import type { Database } from "../sqlite/database.ts";
import type { SettledRelease } from "../releaseWatch.ts";
import { AccountGroupReader } from "./packs/accountGroupReader.ts";
import { PlatformAccountGroups } from "./packs/platformAccountGroups.ts";
import { PlatformClient } from "./http/platformClient.ts";
import { accountKey, limiterKey } from "./account/platformConnection.ts";
import { DetailsReader } from "./packs/detailsReader.ts";
import { KeptReleases } from "./schedules/keptReleases.ts";
import { RateLimiter, sharedLimiter } from "./http/rateLimiter.ts";
import { Omissions } from "./packs/omissions.ts";
import { PackEditor } from "./packs/packEditor.ts";
import { PackReader } from "./packs/packReader.ts";
import { PackStates } from "./schedules/packStates.ts";
import type { PlatformOptions } from "./platformOptions.ts";
import { ReleaseAttempts } from "./records/releaseAttempts.ts";
import { ReleaseMaker } from "./releases/releaseMaker.ts";
import { ScheduleRecords } from "./records/scheduleRecords.ts";
import { ScheduleStates } from "./schedules/scheduleStates.ts";
import { PlatformSchedules } from "./schedules/platformSchedules.ts";
import { systemTiming } from "./http/timing.ts";
import { httpTransport } from "./http/transport.ts";
import { VersionReader } from "./packs/versionReader.ts";
import { WorkspaceQueue } from "./schedules/workspaceQueue.ts";

/** What the backend is made of. */
export type PlatformParts = ReturnType<typeof createParts>;

/** Makes the parts of the backend and puts them together. `announce` is told of what happened. */
export function createParts(
  database: Database,
  options: PlatformOptions,
  announce: {
    readonly changed: () => void;
    readonly released: (release: PackRelease) => void;
    readonly settled: (settled: SettledRelease) => void;
    /** Comes after `settled` was called. */
    readonly onDidSettle: Event<SettledRelease>;
  },
) {
  const { connection, requestsPerSecond, scheduleWith, log, timing = systemTiming } = options;
  const { clock = () => new Date() } = options;
  const now = () => timing.now();
  const limiter = options.timing
    ? new RateLimiter(requestsPerSecond, timing)
    : sharedLimiter(limiterKey(connection), requestsPerSecond);
  const client = new PlatformClient({ transport: httpTransport(connection), limiter, timing, log });
  const account = accountKey(connection);
  const attempts = new ReleaseAttempts(database, account);
  const scheduleRecords = new ScheduleRecords(database, account);
  const omissions = new Omissions();
  const packs = new PackReader({
    client,
    now,
    omissions,
    wasReleased: async (packId) => (await attempts.history(packId)).some(hasComponents),
  });
  const versions = new VersionReader({ client, packs, now, omissions });
  const released = announce.released;
  const scheduleStates = new ScheduleStates({
    client,
    packs,
    records: scheduleRecords,
    clock,
    now,
    log,
    announce,
  });
  const states = new PackStates(packs, scheduleStates);
  const maker = new ReleaseMaker({
    client,
    packs,
    attempts,
    clock,
    timing,
    announce: released,
    onEnd: announce.changed,
  });
  const queue = new WorkspaceQueue({
    onDidChange: database.onDidChange,
    records: scheduleRecords,
    attempts,
    maker,
    packs,
    versions,
    clock,
  });
  const schedules = new PlatformSchedules({
    keeper: scheduleWith,
    client,
    packs,
    states,
    scheduleStates,
    versions,
    records: scheduleRecords,
    attempts,
    queue,
    watch: new KeptReleases({
      onDidSettle: announce.onDidSettle,
      states: scheduleStates,
      records: scheduleRecords,
      attempts,
      maker,
      clock,
      log,
    }),
    user: connection.user,
    clock,
  });
  return {
    client,
    clock,
    omissions,
    attempts,
    scheduleRecords,
    packs,
    versions,
    states,
    scheduleStates,
    maker,
    schedules,
    details: new DetailsReader(client, versions, packs, now),
    editing: new PackEditor({
      client,
      packs,
      versions,
      schedules: scheduleRecords,
      announceChange: announce.changed,
    }),
    accountGroups: new PlatformAccountGroups({
      client,
      reader: new AccountGroupReader({ client, now, omissions }),
      packs,
      announceChange: announce.changed,
    }),
  };
}

function hasComponents({ versions }: PackRelease): boolean {
  return Object.keys(versions).length > 0;
}
