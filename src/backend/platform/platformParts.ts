import { Emitter } from "../../base/event.ts";
import { Operations } from "../../base/operations.ts";
import type { PackRelease } from "../../model/release/release.ts";
import { limiterKey } from "./account/platformConnection.ts";
import { PlatformClient } from "./http/platformClient.ts";
import { RateLimiter, sharedLimiter } from "./http/rateLimiter.ts";
import { systemTiming } from "./http/timing.ts";
import { httpTransport } from "./http/transport.ts";
import { AccountGroupReader } from "./packs/accountGroupReader.ts";
import { DetailsReader } from "./packs/detailsReader.ts";
import { Omissions } from "./packs/omissions.ts";
import { PackEditor } from "./packs/packEditor.ts";
import { PlatformPackaging } from "./packs/platformPackaging.ts";
import { PackReader } from "./packs/packReader.ts";
import { PlatformAccountGroups } from "./packs/platformAccountGroups.ts";
import { VersionReader } from "./packs/versionReader.ts";
import type { PlatformOptions } from "./platformOptions.ts";
import { readableWithout } from "./records/readableWithout.ts";
import type { ReleaseRecords } from "./records/releaseRecords.ts";
import { AttemptOutcomes } from "./releases/attemptOutcomes.ts";
import { AttemptReconciler } from "./releases/attemptReconciler.ts";
import { Claims } from "./releases/claims.ts";
import { ReleaseFollower } from "./releases/releaseFollower.ts";
import { ReleaseSender } from "./releases/releaseSender.ts";
import { ReleaseStatusReader } from "./releases/releaseStatus.ts";
import { RequestSender } from "./releases/requestSender.ts";
import { PlatformSchedules } from "./schedules/platformSchedules.ts";
import { PlatformScheduleWatch } from "./schedules/platformScheduleWatch.ts";
import { ScheduledPacks } from "./schedules/scheduledPacks.ts";
import { ScheduleReconciler } from "./schedules/scheduleReconciler.ts";
import { ScheduleSender } from "./schedules/scheduleSender.ts";
import { WorkspaceQueue } from "./schedules/workspaceQueue.ts";

/** The parts of the platform backend. */
export type PlatformParts = ReturnType<typeof createParts>;

/** Creates the parts of the backend, each with the parts that it depends on. */
export function createParts(records: ReleaseRecords, options: PlatformOptions) {
  const { connection, requestsPerSecond, scheduleWith, log, timing = systemTiming } = options;
  const { clock = () => new Date() } = options;
  const now = () => timing.now();
  const limiter = options.timing
    ? new RateLimiter(requestsPerSecond, timing)
    : sharedLimiter(limiterKey(connection), requestsPerSecond);
  const changed = new Emitter<void>();
  const released = new Emitter<PackRelease>();
  // Not in this call: a listener that throws must not make what was done look like a failure.
  const announceChange = () => queueMicrotask(() => changed.fire());
  const operations = new Operations();

  const client = new PlatformClient({ transport: httpTransport(connection), limiter, timing, log });
  const omissions = new Omissions();
  const readForView = readableWithout(records, omissions);
  // Without the server, nobody knows.
  const wasReleased = (packId: string) => readForView(records.hasReleased(packId), true);
  const packs = new PackReader({ client, now, omissions, wasReleased });
  const versions = new VersionReader({ client, packs, now, omissions });
  const statuses = new ReleaseStatusReader(client);

  const outcomes = new AttemptOutcomes({ records, packs, released, announceChange, clock, timing, log });
  const closing = operations.signal;
  const follower = new ReleaseFollower({ statuses, packs, outcomes, timing, closing });
  const requests = new RequestSender({ client, records, packs, outcomes, clock });
  const sender = new ReleaseSender({ requests, outcomes, follower });
  const attempts = new AttemptReconciler({ records, statuses, packs, outcomes, log });

  const scheduleReconciler = new ScheduleReconciler({ statuses, packs, records, released, clock, log });
  const claims = new Claims(records);
  const scheduledPacks = new ScheduledPacks({
    packs,
    records,
    claims,
    attempts,
    schedules: scheduleReconciler,
    readForView,
  });
  const queue = new WorkspaceQueue({
    operations,
    records,
    claims,
    attempts,
    sender,
    follower,
    packs,
    versions,
    clock,
  });
  const watch = new PlatformScheduleWatch({
    schedules: scheduleReconciler,
    attempts,
    records,
    clock,
    timing,
  });
  const scheduleSender = new ScheduleSender({
    requests,
    statuses,
    outcomes,
    records,
    announceChange,
    user: connection.user,
    missedReleases: options.missedReleases,
    clock,
  });
  const schedules = new PlatformSchedules({
    keeper: scheduleWith,
    operations,
    packs: scheduledPacks,
    versions,
    sender: scheduleSender,
    records,
    queue,
    watch,
    clock,
  });
  const groups = new AccountGroupReader({ client, now, omissions });
  return {
    changed,
    released,
    operations,
    client,
    omissions,
    records,
    readForView,
    packs,
    versions,
    groups,
    claims,
    attempts,
    follower,
    sender,
    scheduledPacks,
    scheduleSender,
    schedules,
    watch,
    details: new DetailsReader({ client, versions, packs, now, omissions }),
    editing: new PackEditor({ client, packs, versions, records, operations, announceChange }),
    packaging: new PlatformPackaging({
      client,
      versions,
      operations,
      listPacks: () => {
        packs.clear();
        return scheduledPacks.list();
      },
      // Another version may be the latest one of packs.
      announceChange: () => {
        packs.clear();
        announceChange();
      },
    }),
    accountGroups: new PlatformAccountGroups({
      client,
      reader: groups,
      packs,
      operations,
      announceChange,
    }),
  };
}
