import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../../../src/backend/sqlite/database.ts";
import { PlatformClient } from "../../../../src/backend/platform/http/platformClient.ts";
import { RateLimiter } from "../../../../src/backend/platform/http/rateLimiter.ts";
import { Omissions } from "../../../../src/backend/platform/packs/omissions.ts";
import { PackReader } from "../../../../src/backend/platform/packs/packReader.ts";
import { recordsFormat } from "../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import type { SqliteReleaseRecords } from "../../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";
import { AttemptOutcomes } from "../../../../src/backend/platform/releases/attemptOutcomes.ts";
import { AttemptReconciler } from "../../../../src/backend/platform/releases/attemptReconciler.ts";
import { Claims } from "../../../../src/backend/platform/releases/claims.ts";
import { ReleaseFollower, type Progress } from "../../../../src/backend/platform/releases/releaseFollower.ts";
import {
  ReleaseSender,
  type ImmediateRelease,
} from "../../../../src/backend/platform/releases/releaseSender.ts";
import { ReleaseStatusReader } from "../../../../src/backend/platform/releases/releaseStatus.ts";
import { RequestSender } from "../../../../src/backend/platform/releases/requestSender.ts";
import { Emitter } from "../../../../src/base/event.ts";
import type { HttpAnswer, HttpRequest } from "../../../../src/backend/platform/http/transport.ts";
import type { ReleaseAttempt } from "../../../../src/backend/platform/records/releaseAttempt.ts";
import type { PackRelease } from "../../../../src/model/release/release.ts";
import { ManualTiming } from "./manualTiming.ts";
import { SlowRecords } from "./slowRecords.ts";

/** An answer, or what sending the request fails with. */
type Reply = HttpAnswer | Error;

/** A platform with one pack, told what to answer to a release and when to show it as made. */
export class OnePack {
  /** What the release is answered with, whatever its path or by its path. */
  reply: Reply | ((path: string) => Reply) = json(200, { requestId: "release-1" });
  /** What its status is, look by look; the last one stays. */
  statuses: Reply[] = [json(200, { releaseStatus: "SUCCESS" })];
  /** What a look at the pack is answered with once something was sent; nothing for the pack itself. */
  onLook: () => Reply | undefined = () => undefined;
  /** After so many looks at the pack it shows the release. */
  showsAfter = Infinity;
  readonly sent: string[] = [];
  /** The paths of what was sent. */
  readonly paths: string[] = [];
  #looks = 0;

  readonly transport = ({ method, path, body = "" }: HttpRequest): Promise<HttpAnswer> => {
    if (method === "POST" && path.startsWith("ReleaseIntegrationPack")) {
      this.sent.push(body);
      this.paths.push(path);
      return settle(typeof this.reply === "function" ? this.reply(path) : this.reply);
    }
    if (path.startsWith("ReleaseIntegrationPackStatus")) {
      const [status = json(404, {}), ...later] = this.statuses;
      if (later.length > 0) this.statuses = later;
      return settle(status);
    }
    this.#looks += 1;
    const reply = this.sent.length > 0 ? this.onLook() : undefined;
    if (reply) return settle(reply);
    return settle(json(200, this.#looks > this.showsAfter ? pack("1.1") : pack("1.0", "old")));
  };
}

/** What a proxy answers with. */
export const page = "<!DOCTYPE html><html><body>Log in to the network</body></html>";

function settle(reply: Reply): Promise<HttpAnswer> {
  return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
}

/** An answer of the platform. */
export function json(status: number, body: unknown): HttpAnswer {
  return { status, body: JSON.stringify(body), contentType: "application/json", retryAfter: undefined };
}

/** The pack with "a" in that version; "old" is marked Deleted as long as it is there. */
function pack(currentVersion: string, leaving?: string) {
  const staying = {
    componentId: "a",
    componentName: "A",
    currentVersion,
    latestVersion: "1.1",
    deleted: false,
  };
  const gone = { componentId: leaving, componentName: "Old", currentVersion: "3", deleted: true };
  const components = leaving === undefined ? [staying] : [staying, gone];
  return {
    id: "p",
    name: "Orders",
    installationType: "SINGLE",
    PublisherPackagedComponents: { PublisherPackagedComponent: components },
  };
}

/** The parts of one window that release the pack. */
export interface OneWindow {
  /** Releases version 1.1 of the pack, at once and by its only route unless the conditions say otherwise. */
  readonly release: (conditions?: Partial<ImmediateRelease>, onProgress?: Progress) => Promise<PackRelease>;
  readonly outcomes: AttemptOutcomes;
  /** Looks up the attempts whose end is not known. */
  readonly reconcile: () => Promise<readonly ReleaseAttempt[]>;
}

/** What a test of releases gets. */
export interface OnePackTest {
  readonly platform: OnePack;
  /** What all windows send with. */
  readonly client: PlatformClient;
  readonly records: SqliteReleaseRecords;
  /** Opens another window on the same records. */
  readonly openWindow: () => OneWindow;
  readonly announced: readonly PackRelease[];
  /** How often the windows announced that releases changed. */
  readonly changeCount: () => number;
  readonly timing: ManualTiming;
  /** Aborted, it has everything that waits end early, as before closing. */
  readonly closing: AbortController;
}

/** Runs a test on a platform that answers as it is told. */
export async function withOnePack(test: (parts: OnePackTest & OneWindow) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-"));
  const database = await Database.open({ file: join(folder, "records.db") }, recordsFormat);
  const timing = new ManualTiming();
  const clock = () => new Date(timing.now());
  const platform = new OnePack();
  const announced: PackRelease[] = [];
  let changes = 0;
  const released = new Emitter<PackRelease>();
  released.event((release) => void announced.push(release));
  const log = { info: () => undefined, warn: () => undefined };
  const records = new SlowRecords(database, "account", clock);
  const limiter = new RateLimiter(10, timing);
  const client = new PlatformClient({ transport: platform.transport, limiter, timing, log });
  const closing = new AbortController();
  const openWindow = (): OneWindow => {
    const packs = new PackReader({
      client,
      now: () => timing.now(),
      omissions: new Omissions(),
      wasReleased: () => Promise.resolve(false),
    });
    const statuses = new ReleaseStatusReader(client);
    const outcomes = new AttemptOutcomes({
      records,
      packs,
      released,
      announceChange: () => void (changes += 1),
      clock,
      timing,
      log,
    });
    const follower = new ReleaseFollower({ statuses, packs, outcomes, timing, closing: closing.signal });
    const requests = new RequestSender({ client, records, packs, outcomes, clock });
    const sender = new ReleaseSender({ requests, outcomes, follower });
    const attempts = new AttemptReconciler({ records, statuses, packs, outcomes, log });
    const release: OneWindow["release"] = (conditions, onProgress) =>
      new Claims(records).hold([{ packId: "p", name: "Orders" }], async (holder) =>
        sender.release(
          {
            pack: await packs.fresh("p"),
            versions: { a: "1.1" },
            trigger: "immediate",
            confirmedBy: "dev@example.com",
            scheduled: undefined,
            mayReplace: false,
            holder,
            acknowledged: [],
            ...conditions,
          },
          onProgress,
        ),
      );
    return { release, outcomes, reconcile: () => attempts.reconcile() };
  };
  try {
    const changeCount = () => changes;
    await test({
      platform,
      client,
      records,
      openWindow,
      announced,
      changeCount,
      timing,
      closing,
      ...openWindow(),
    });
  } finally {
    database.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
