import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../../src/backend/sqlite/database.ts";
import { PlatformClient } from "../../../src/backend/platform/http/platformClient.ts";
import { RateLimiter } from "../../../src/backend/platform/http/rateLimiter.ts";
import { Omissions } from "../../../src/backend/platform/packs/omissions.ts";
import { PackReader } from "../../../src/backend/platform/packs/packReader.ts";
import { recordsFormat } from "../../../src/backend/platform/records/recordsFormat.ts";
import { ReleaseAttempts } from "../../../src/backend/platform/records/releaseAttempts.ts";
import { ReleaseMaker } from "../../../src/backend/platform/releases/releaseMaker.ts";
import { NoAnswer, type HttpAnswer, type HttpRequest } from "../../../src/backend/platform/http/transport.ts";
import type { PackRelease } from "../../../src/model/release/release.ts";
import { ManualTiming } from "./manualTiming.ts";

type Reply = HttpAnswer | NoAnswer;

/** A platform with one pack, told what to answer to a release and when to show it as made. */
export class OnePack {
  /** What the release is answered with. */
  reply: Reply = json(200, { requestId: "release-1" });
  /** What its status is, look by look; the last one stays. */
  statuses: Reply[] = [json(200, { releaseStatus: "SUCCESS" })];
  /** After so many looks at the pack it shows the release. */
  showsAfter = Infinity;
  readonly sent: string[] = [];
  #looks = 0;

  readonly transport = ({ method, path, body = "" }: HttpRequest): Promise<HttpAnswer> => {
    if (method === "POST" && path.startsWith("ReleaseIntegrationPack")) {
      this.sent.push(body);
      return settle(this.reply);
    }
    if (path.startsWith("ReleaseIntegrationPackStatus")) {
      const [status = json(404, {}), ...later] = this.statuses;
      if (later.length > 0) this.statuses = later;
      return settle(status);
    }
    this.#looks += 1;
    return settle(json(200, this.#looks > this.showsAfter ? pack("1.1") : pack("1.0", "old")));
  };
}

/** What a proxy answers with. */
export const page = "<!DOCTYPE html><html><body>Log in to the network</body></html>";

function settle(reply: Reply): Promise<HttpAnswer> {
  return reply instanceof NoAnswer ? Promise.reject(reply) : Promise.resolve(reply);
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

/** Everything that a release takes, on a platform that behaves as told. */
export async function withMaker(
  test: (parts: {
    platform: OnePack;
    attempts: ReleaseAttempts;
    maker: () => ReleaseMaker;
    release: (maker?: ReleaseMaker) => Promise<PackRelease>;
    announced: PackRelease[];
    timing: ManualTiming;
  }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-"));
  const database = await Database.open({ file: join(folder, "records.db") }, recordsFormat);
  const timing = new ManualTiming();
  const platform = new OnePack();
  const announced: PackRelease[] = [];
  const attempts = new ReleaseAttempts(database, "account");
  const client = new PlatformClient({
    transport: platform.transport,
    limiter: new RateLimiter(10, timing),
    timing,
    log: { info: () => undefined, warn: () => undefined },
  });
  const packs = new PackReader({
    client,
    now: () => timing.now(),
    omissions: new Omissions(),
    wasReleased: () => Promise.resolve(false),
  });
  const maker = () =>
    new ReleaseMaker({
      client,
      packs,
      attempts,
      clock: () => new Date(timing.now()),
      timing,
      announce: (release) => void announced.push(release),
      onEnd: () => undefined,
    });
  const release = async (by = maker()) =>
    by.make({
      pack: await packs.fresh("p"),
      versions: { a: "1.1" },
      trigger: "immediate",
      releasedBy: "dev@example.com",
      replacesPlatformSchedule: false,
    });
  try {
    await test({ platform, attempts, maker, release, announced, timing });
  } finally {
    database.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
