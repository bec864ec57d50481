import assert from "node:assert/strict";
import { NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { json, page, withOnePack } from "../../../../support/platform/scripted/onePack.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const lost = new NoAnswer("failed", true, "the connection broke");

const states = (attempts: readonly { readonly state: string }[]) => attempts.map(({ state }) => state);

describe("a release on the platform", function () {
  this.timeout(20_000);

  it("names every component that stays, is followed to its end, and is recorded", () =>
    withOnePack(async ({ platform, records, release, announced }) => {
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
      assert.deepEqual(await records.history("p"), [made]);
      assert.deepEqual(await records.listOpenAttempts(), []);
      assert.equal(await records.isUnderWay("p"), false);
    }));

  it("fails with the platform's reason when the platform gives it up", () =>
    withOnePack(async ({ platform, records, release, announced }) => {
      platform.statuses = [json(200, { releaseStatus: "ERROR", message: "Out of space." })];
      await rejectsWith(release(), "InvalidRequest", /Out of space/, /try again/);
      assert.deepEqual(
        [announced, await records.listOpenAttempts(), await records.history("p")],
        [[], [], []],
      );
    }));

  it("is not made when the platform rejects it or nothing is sent", () =>
    withOnePack(async ({ platform, records, release }) => {
      platform.reply = json(400, { message: "No such version." });
      await rejectsWith(release(), "InvalidRequest", /"Orders" was not released/, /No such version/);
      platform.reply = json(403, {});
      await rejectsWith(release(), "Forbidden", /was not released/);
      platform.reply = new NoAnswer("failed", false, "no connection could be made");
      await rejectsWith(release(), "Unreachable", /was not released/);
      assert.equal(platform.sent.length, 3);
      assert.deepEqual(await records.listOpenAttempts(), []);
    }));

  for (const [name, reply] of [
    ["whose answer was lost", lost],
    ["whose answer timed out at a gateway", json(504, {})],
    ["whose answer was cut off", { ...json(200, {}), body: '{"requestId":"rel' }],
    ["whose answer has no id", json(200, {})],
    ["that was answered by a failure", json(500, {})],
    ["that a server was too busy to answer", json(503, {})],
    ["that the platform was too busy to answer", json(503, { message: "Too many requests." })],
    ["that a gateway answered by 429", json(429, { message: "Too many requests." })],
    ["that took too long for a server in between", json(408, {})],
    ["that a proxy answered with a page", { ...json(200, {}), body: page, contentType: "text/html" }],
    ["that a proxy answered with a page of an error", { ...json(403, {}), body: page }],
    ["that was redirected", { ...json(303, {}), body: "" }],
    ["whose answer is empty", { ...json(200, {}), body: "" }],
  ] as const) {
    it(`${name} is found in the pack, and sent once`, () =>
      withOnePack(async ({ platform, release, announced }) => {
        platform.reply = reply;
        platform.showsAfter = 3;
        assert.deepEqual((await release()).versions, { a: "1.1" });
        assert.equal(platform.sent.length, 1);
        assert.equal(announced.length, 1);
      }));

    it(`${name}, and that the pack does not show, is unknown and not sent again`, () =>
      withOnePack(async ({ platform, records, release, announced }) => {
        platform.reply = reply;
        await rejectsWith(release(), "OutcomeUnknown", /not sent again/, /Refresh.*release again\.$/);
        assert.equal(platform.sent.length, 1);
        assert.deepEqual(states(await records.listOpenAttempts()), ["unknown"]);
        assert.deepEqual(announced, []);
        await rejectsWith(release(), "OutcomeUnknown", /outcome of the release of "Orders"/);
        assert.equal(platform.sent.length, 1);
      }));
  }

  it("that was unknown is recorded as released once the pack shows it, and announced once", () =>
    withOnePack(async ({ platform, records, openWindow, release, announced }) => {
      platform.reply = lost;
      await rejectsWith(release(), "OutcomeUnknown");
      platform.showsAfter = 0;
      assert.deepEqual(await openWindow().reconcile(), []);
      await openWindow().reconcile();
      assert.equal(announced.length, 1);
      assert.deepEqual(
        (await records.history("p")).map(({ versions }) => versions),
        [{ a: "1.1" }],
      );
      assert.equal(platform.sent.length, 1);
    }));

  it("whose status cannot be requested is looked up by another window", () =>
    withOnePack(async ({ platform, records, openWindow, release, announced }) => {
      platform.statuses = [lost];
      await rejectsWith(release(), "OutcomeUnknown", /accepted the release/, /not sent again/);
      assert.deepEqual(states(await records.listOpenAttempts()), ["accepted"]);
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      assert.deepEqual(states(await openWindow().reconcile()), ["accepted"]);
      platform.statuses = [json(200, { releaseStatus: "SUCCESS" })];
      assert.deepEqual(await openWindow().reconcile(), []);
      assert.deepEqual(
        announced.map(({ releaseId }) => releaseId),
        ["release-1"],
      );
      assert.equal(platform.sent.length, 1);
    }));

  it("that the platform runs for ten minutes is unknown, and blocks another one for as long as it runs", () =>
    withOnePack(async ({ platform, records, openWindow, release, timing }) => {
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      const start = timing.now();
      await rejectsWith(release(), "OutcomeUnknown", /still releasing/);
      assert.ok(timing.now() - start >= 600_000);
      await timing.pause(24 * 3_600_000);
      await openWindow().reconcile();
      await rejectsWith(openWindow().release(), "Conflict", /under way/);
      assert.deepEqual(states(await records.listOpenAttempts()), ["accepted"]);
      assert.equal(platform.sent.length, 1);
    }));

  it("is followed with pauses that grow to eight seconds and stay there", () =>
    withOnePack(async ({ platform, release, timing }) => {
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      await rejectsWith(release(), "OutcomeUnknown", /still releasing/);
      const [growing, steady] = [timing.pauses.slice(0, 7), timing.pauses.slice(7)];
      assert.deepEqual(growing, [200, 400, 800, 1_500, 3_000, 5_000, 8_000]);
      assert.deepEqual([...new Set(steady)], [8_000]);
    }));

  it("is looked for in the pack for half a minute, as the platform may still be making it", () =>
    withOnePack(async ({ platform, release, timing }) => {
      platform.reply = lost;
      const start = timing.now();
      await rejectsWith(release(), "OutcomeUnknown");
      assert.equal(timing.now() - start, 30_000);
    }));

  it("that is looked up is recorded before the lookup ends", () =>
    withOnePack(async ({ platform, release, reconcile }) => {
      platform.statuses = [lost];
      await rejectsWith(release(), "OutcomeUnknown", /accepted the release/);
      platform.statuses = [json(404, {})];
      assert.deepEqual(states(await reconcile()), ["unknown"]);
      platform.showsAfter = 0;
      assert.deepEqual(await reconcile(), []);
    }));

  it("whose status the platform no longer reports is found in the pack or unknown, and not requested for ever", () =>
    withOnePack(async ({ platform, records, openWindow, release }) => {
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      await rejectsWith(release(), "OutcomeUnknown", /still releasing/);
      platform.statuses = [json(400, { message: "Request ID release-1 is invalid" })];
      assert.deepEqual(states(await openWindow().reconcile()), ["unknown"]);
      platform.showsAfter = 0;
      assert.deepEqual(await openWindow().reconcile(), []);
      assert.equal((await records.history("p")).length, 1);
    }));

  it("is a Conflict while another one of the pack is under way, in whichever window", () =>
    withOnePack(async ({ platform, openWindow, release }) => {
      platform.statuses = [
        json(202, { releaseStatus: "IN_PROGRESS" }),
        json(200, { releaseStatus: "SUCCESS" }),
      ];
      const first = release();
      while (platform.sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await rejectsWith(openWindow().release(), "Conflict", /under way/);
      await first;
      assert.equal(platform.sent.length, 1);
    }));

  it("is followed by the next window when this one closes", () =>
    withOnePack(async ({ platform, records, openWindow, release, closing }) => {
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" })];
      const following = release();
      while (platform.sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
      closing.abort();
      await rejectsWith(following, "OutcomeUnknown", /to see the outcome in the history/);
      platform.statuses = [json(200, { releaseStatus: "SUCCESS" })];
      await openWindow().reconcile();
      assert.equal((await records.history("p")).length, 1);
      assert.equal(platform.sent.length, 1);
    }));
});
