import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../../src/backend/local/database.ts";
import { PlatformClient } from "../../../src/backend/platform/client.ts";
import { RateLimiter } from "../../../src/backend/platform/limiter.ts";
import { PackReader } from "../../../src/backend/platform/packs.ts";
import { recordsFormat } from "../../../src/backend/platform/recordsFormat.ts";
import { ReleaseAttempts } from "../../../src/backend/platform/releaseAttempts.ts";
import { ReleaseMaker } from "../../../src/backend/platform/releases.ts";
import { NoAnswer, type HttpAnswer, type HttpRequest } from "../../../src/backend/platform/transport.ts";
import type { PackRelease } from "../../../src/model/release.ts";
import { ManualTiming } from "../../support/platform/manualTiming.ts";
import { rejectsWith } from "../../support/rejections.ts";

type Reply = HttpAnswer | NoAnswer;

/** A platform with one pack, told what to answer to a release and when to show it as made. */
class OnePack {
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

const page = "<!DOCTYPE html><html><body>Log in to the network</body></html>";

function settle(reply: Reply): Promise<HttpAnswer> {
  return reply instanceof NoAnswer ? Promise.reject(reply) : Promise.resolve(reply);
}

function json(status: number, body: unknown): HttpAnswer {
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
async function withMaker(
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
  const database = await Database.open({ file: join(folder, "records.db"), format: recordsFormat });
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
  const packs = new PackReader(client, () => timing.now());
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

const lost = new NoAnswer("lost", "the connection broke");

describe("a release on the platform", function () {
  this.timeout(20_000);

  it("is sent with every component that stays, followed to its end, and kept", () =>
    withMaker(async ({ platform, attempts, release, announced }) => {
      platform.statuses = [
        json(202, { releaseStatus: "INPROGRESS" }),
        json(202, { releaseStatus: "IN_PROGRESS" }),
        json(200, { releaseStatus: "SUCCESS" }),
      ];
      const made = await release();
      assert.equal(made.releaseId, "release-1");
      assert.deepEqual(made.versions, { a: "1.1" });
      assert.deepEqual(
        platform.sent.map((body) => JSON.parse(body) as unknown),
        [
          {
            id: "p",
            name: "Orders",
            installationType: "SINGLE",
            releaseSchedule: "IMMEDIATELY",
            ReleasePackagedComponents: { ReleasePackagedComponent: [{ componentId: "a", version: "1.1" }] },
          },
        ],
      );
      assert.deepEqual(announced, [made]);
      assert.deepEqual(await attempts.history("p"), [made]);
      assert.deepEqual(await attempts.listOpen(), []);
    }));

  it("that the platform gives up fails with its reason", () =>
    withMaker(async ({ platform, attempts, release, announced }) => {
      platform.statuses = [json(200, { releaseStatus: "ERROR", message: "Out of space." })];
      await rejectsWith(release(), "InvalidRequest", /Out of space/, /try again/);
      assert.deepEqual([announced, await attempts.listOpen(), await attempts.history("p")], [[], [], []]);
    }));

  it("that was refused was not made, and says so", () =>
    withMaker(async ({ platform, release }) => {
      platform.reply = json(400, { message: "No such version." });
      await rejectsWith(release(), "InvalidRequest", /"Orders" was not released/, /No such version/);
      platform.reply = json(403, {});
      await rejectsWith(release(), "Forbidden", /was not released/, /API Publisher Integration Pack/);
      platform.reply = new NoAnswer("unsent", "no connection could be made");
      await rejectsWith(release(), "Unreachable", /was not released/);
      assert.equal(platform.sent.length, 3);
    }));

  it("that was refused for the rate limit is not sent again by itself, and was not made", () =>
    withMaker(async ({ platform, attempts, release }) => {
      platform.reply = json(503, { message: "Too many requests." });
      await rejectsWith(release(), "RateLimited", /was not released/);
      assert.equal(platform.sent.length, 1);
      assert.deepEqual(await attempts.listOpen(), []);
    }));

  for (const [name, reply] of [
    ["whose answer was lost", lost],
    ["whose answer timed out at a gateway", json(504, {})],
    ["whose answer was cut off", { ...json(200, {}), body: '{"requestId":"rel' }],
    ["whose answer has no id", json(200, {})],
    ["that was answered by a failure", json(500, {})],
    ["that a server was too busy to answer", json(503, {})],
    ["that the platform was too busy to answer", json(503, { message: "Too many requests." })],
    ["that took too long for a server in between", json(408, {})],
    ["that a proxy answered with a page", { ...json(200, {}), body: page, contentType: "text/html" }],
    ["that a proxy answered with a page of an error", { ...json(403, {}), body: page }],
    ["that was redirected", { ...json(303, {}), body: "" }],
    ["whose answer is empty", { ...json(200, {}), body: "" }],
  ] as const) {
    it(`${name} is found in the pack, and sent once`, () =>
      withMaker(async ({ platform, release, announced }) => {
        platform.reply = reply;
        platform.showsAfter = 3;
        assert.deepEqual((await release()).versions, { a: "1.1" });
        assert.equal(platform.sent.length, 1);
        assert.equal(announced.length, 1);
      }));
  }

  for (const [name, reply] of [
    ["whose answer was lost", lost],
    ["that took too long for a server in between", json(408, {})],
    ["that a proxy answered with a page", { ...json(200, {}), body: page, contentType: "text/html" }],
    ["that was redirected", { ...json(302, {}), body: "" }],
    ["that a gateway could not pass on", { ...json(502, {}), body: page, contentType: "text/html" }],
    ["that a server without a reason was too busy for", { ...json(503, {}), body: "" }],
  ] as const) {
    it(`${name}, and that the pack does not show, is unknown; nothing is sent again`, () =>
      withMaker(async ({ platform, attempts, release, announced }) => {
        platform.reply = reply;
        await rejectsWith(release(), "OutcomeUnknown", /not sent again/, /Refresh.*release again\.$/);
        assert.equal(platform.sent.length, 1);
        assert.deepEqual(
          (await attempts.listOpen()).map(({ state }) => state),
          ["unknown"],
        );
        assert.deepEqual(announced, []);
      }));
  }

  it("that was unknown is kept as released once the pack shows it, told once", () =>
    withMaker(async ({ platform, attempts, maker, release, announced }) => {
      platform.reply = lost;
      await rejectsWith(release(), "OutcomeUnknown");
      platform.showsAfter = 0;
      const [open] = await attempts.listOpen();
      assert.ok(open);
      assert.deepEqual((await maker().settle(open))?.versions, { a: "1.1" });
      await maker().settle(open);
      assert.equal(announced.length, 1);
      assert.equal((await attempts.history("p")).length, 1);
      assert.equal(platform.sent.length, 1);
    }));

  it("whose status cannot be asked for is followed after a restart", () =>
    withMaker(async ({ platform, attempts, maker, release, announced }) => {
      platform.statuses = [lost];
      await rejectsWith(release(), "OutcomeUnknown", /took the release/, /not sent again/);
      const [open] = await attempts.listOpen();
      assert.equal(open?.state, "following");
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      assert.equal(await maker().settle(open), undefined);
      platform.statuses = [json(200, { releaseStatus: "SUCCESS" })];
      assert.equal((await maker().settle(open))?.releaseId, "release-1");
      assert.equal(announced.length, 1);
      assert.equal(platform.sent.length, 1);
    }));

  it("that runs for ever is unknown after ten minutes, and goes on being known", () =>
    withMaker(async ({ platform, attempts, release, timing }) => {
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      const start = timing.now();
      await rejectsWith(release(), "OutcomeUnknown", /still releasing/);
      assert.ok(timing.now() - start >= 600_000);
      assert.deepEqual(
        (await attempts.listOpen()).map(({ state }) => state),
        ["following"],
      );
    }));

  it("is a Conflict while another one of the pack is under way, in whichever window", () =>
    withMaker(async ({ platform, maker, release }) => {
      platform.statuses = [
        json(202, { releaseStatus: "IN_PROGRESS" }),
        json(200, { releaseStatus: "SUCCESS" }),
      ];
      const first = release(maker());
      while (platform.sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await rejectsWith(release(maker()), "Conflict", /under way/);
      await first;
      assert.equal(platform.sent.length, 1);
    }));
});
