import assert from "node:assert/strict";
import { NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { json, page, withMaker } from "../../../../support/platform/onePack.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const lost = new NoAnswer("failed", true, "the connection broke");

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
      platform.reply = new NoAnswer("failed", false, "no connection could be made");
      await rejectsWith(release(), "Unreachable", /was not released/);
      assert.equal(platform.sent.length, 3);
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
    ["that met the rate limit", json(503, { message: "Too many requests." })],
    ["that met a rate limit that names a pause", { ...json(429, {}), retryAfter: "2" }],
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
