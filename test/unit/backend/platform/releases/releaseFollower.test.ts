import assert from "node:assert/strict";
import { NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { errors } from "../../../../../src/errors/errors.ts";
import { json, withOnePack } from "../../../../support/platform/scripted/onePack.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const lost = new NoAnswer("failed", true, "it broke");
const running = json(202, { releaseStatus: "IN_PROGRESS" });

const states = (attempts: readonly { readonly state: string }[]) => attempts.map(({ state }) => state);

describe("the following of an accepted release", function () {
  this.timeout(20_000);

  it("ends after ten minutes", () =>
    withOnePack(async ({ platform, release, timing }) => {
      platform.statuses = [running];
      const steps: string[] = [];
      const following = release({}, (step) => {
        // The first pause ends ten minutes after the start.
        if (steps.push(step) === 2) timing.advance(600_000 - 200);
      });
      await rejectsWith(following, "OutcomeUnknown", /still releasing "Orders"/);
      assert.deepEqual(steps, ["Sending the release to Boomi…", "Boomi is releasing…"]);
    }));

  it("goes on after a pause that was shorter than ten minutes", () =>
    withOnePack(async ({ platform, release, timing }) => {
      platform.statuses = [running, json(200, { releaseStatus: "SUCCESS" })];
      const steps: string[] = [];
      const made = await release({}, (step) => {
        if (steps.push(step) === 2) timing.advance(600_000 - 201);
      });
      assert.equal(made.releaseId, "release-1");
    }));

  it("looks at the pack when the platform no longer reports the request", () =>
    withOnePack(async ({ platform, records, release }) => {
      platform.statuses = [running, json(404, {})];
      platform.showsAfter = 1;
      assert.equal((await release()).releaseId, "release-1");
      assert.deepEqual(await records.listOpenAttempts(), []);
    }));

  it("has recorded that the platform gave the release up when it reports that", () =>
    withOnePack(async ({ platform, records, release }) => {
      platform.statuses = [json(200, { releaseStatus: "ERROR" })];
      const open = release().catch(() => records.listOpenAttempts());
      assert.deepEqual(await open, []);
    }));

  it("does not pass a fault of the program off as a failure to read the outcome", () =>
    withOnePack(async ({ platform, release }) => {
      platform.statuses = [new TypeError("a fault")];
      await assert.rejects(release(), TypeError);
    }));

  it("fails with the timer", () =>
    withOnePack(async ({ platform, release, timing }) => {
      platform.statuses = [running];
      timing.pause = () => Promise.reject(new RangeError("no timer"));
      await assert.rejects(release(), RangeError);
    }));
});

describe("the search for a release whose answer was lost", function () {
  this.timeout(20_000);

  it("pauses before each further look at the pack, and ends once that shows the release", () =>
    withOnePack(async ({ platform, release, timing }) => {
      platform.reply = lost;
      platform.showsAfter = 3;
      const start = timing.now();
      const looks: number[] = [];
      platform.onLook = () => void looks.push(timing.now() - start);
      await release();
      assert.deepEqual(looks, [0, 1_000, 3_000]);
    }));

  it("names why the answer was lost", () =>
    withOnePack(async ({ platform, release }) => {
      platform.reply = lost;
      await rejectsWith(
        release(),
        "OutcomeUnknown",
        /its answer was lost\. .*it broke.* The pack does not show/,
      );
    }));

  it("names why the pack could not be read when the answer had no id", () =>
    withOnePack(async ({ platform, release }) => {
      platform.reply = json(200, {});
      platform.onLook = () => new NoAnswer("untrusted", false, "a proxy stands in between");
      await rejectsWith(release(), "OutcomeUnknown", /a proxy stands in between/);
    }));

  it("names no reason where there is none", () =>
    withOnePack(async ({ platform, release }) => {
      platform.reply = json(200, {});
      await rejectsWith(release(), "OutcomeUnknown", /its answer was lost\. The pack does not show/);
    }));

  it("looks once more when the window closes, and leaves the rest to the next one", () =>
    withOnePack(async ({ platform, records, release, timing, closing }) => {
      platform.reply = lost;
      closing.abort();
      await rejectsWith(release(), "OutcomeUnknown", /not sent again/);
      assert.deepEqual(timing.pauses, [0]);
      assert.deepEqual(states(await records.listOpenAttempts()), ["unknown"]);
    }));

  it("has recorded that the outcome is unknown when it reports that", () =>
    withOnePack(async ({ platform, records, release }) => {
      platform.reply = lost;
      const open = await release().catch(() => records.listOpenAttempts());
      assert.ok(Array.isArray(open));
      assert.deepEqual(states(open), ["unknown"]);
    }));

  it("is unknown when the pack shows the release and the records do not accept it", () =>
    withOnePack(async ({ platform, records, release, announced }) => {
      platform.reply = lost;
      platform.showsAfter = 1;
      records.recordReleased = () => Promise.reject(errors.invalidRequest("no"));
      await rejectsWith(release(), "OutcomeUnknown", /not sent again/);
      assert.deepEqual(announced, []);
    }));

  it("does not pass a fault of the program off as a lost answer", () =>
    withOnePack(async ({ platform, release }) => {
      platform.reply = lost;
      platform.onLook = () => new TypeError("a fault");
      await assert.rejects(release(), TypeError);
    }));
});
