import assert from "node:assert/strict";
import { NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { json, withOnePack } from "../../../../support/platform/scripted/onePack.ts";
import { pack, schedule } from "../../../../support/records/recordedRelease.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const create = "ReleaseIntegrationPack";
const update = "ReleaseIntegrationPack/p";
const accepted = json(200, { requestId: "release-1" });
const bothRoutes = { mayReplace: true };

describe("a request that may go by two routes", function () {
  this.timeout(20_000);

  for (const [status, message] of [
    [400, "A release of it is waiting."],
    [404, "There is no such thing."],
  ] as const) {
    it(`goes by the second one after the first one was rejected by ${status}`, () =>
      withOnePack(async ({ platform, records, release }) => {
        platform.reply = (path) => (path === create ? json(status, { message }) : accepted);
        assert.equal((await release(bothRoutes)).releaseId, "release-1");
        assert.deepEqual(platform.paths, [create, update]);
        assert.equal((await records.history("p")).length, 1);
        assert.deepEqual(await records.listOpenAttempts(), []);
      }));
  }

  it("goes by the first one alone when that is accepted", () =>
    withOnePack(async ({ platform, release }) => {
      await release(bothRoutes);
      assert.deepEqual(platform.paths, [create]);
    }));

  it("has the first one's reason when both are rejected, and was not made", () =>
    withOnePack(async ({ platform, records, release }) => {
      platform.reply = (path) => json(400, { message: path === create ? "The first." : "The second." });
      await rejectsWith(release(bothRoutes), "InvalidRequest", /was not released.*The first\./);
      assert.deepEqual(platform.paths, [create, update]);
      assert.deepEqual(await records.listOpenAttempts(), []);
    }));

  for (const [how, reply, code] of [
    ["a privilege is missing", json(403, {}), "Forbidden"],
    ["the sign-in failed", json(401, {}), "Unauthorized"],
    ["nothing was sent", new NoAnswer("failed", false, "no route"), "Unreachable"],
    ["the answer was lost", new NoAnswer("failed", true, "it broke"), "OutcomeUnknown"],
    ["the answer has no id", json(200, {}), "OutcomeUnknown"],
  ] as const) {
    it(`does not go by the second one when ${how}`, () =>
      withOnePack(async ({ platform, release }) => {
        platform.reply = reply;
        await rejectsWith(release(bothRoutes), code);
        assert.deepEqual(platform.paths, [create]);
      }));
  }

  it("has an unknown outcome when the answer to the second one is lost", () =>
    withOnePack(async ({ platform, records, release }) => {
      platform.reply = (path) => (path === create ? json(400, {}) : new NoAnswer("failed", true, "it broke"));
      await rejectsWith(release(bothRoutes), "OutcomeUnknown", /its answer was lost/);
      assert.deepEqual(
        (await records.listOpenAttempts()).map(({ state }) => state),
        ["unknown"],
      );
    }));
});

describe("a request that the client does not send", () => {
  it("since it closes is not made, and there is nothing to look up", () =>
    withOnePack(async ({ platform, client, records, release }) => {
      const closing = release({}, () => client.dispose());
      await rejectsWith(closing, "Unreachable", /"Orders" was not released\..*closed/);
      assert.deepEqual([platform.paths, await records.listOpenAttempts()], [[], []]);
      assert.equal(await records.isUnderWay("p"), false);
    }));
});

describe("the routes of a release at once", function () {
  this.timeout(20_000);

  for (const [keeper, conditions, paths] of [
    ["platform", {}, [update, create]],
    ["platform", bothRoutes, [update, create]],
    ["workspace", {}, [create]],
    ["workspace", bothRoutes, [create]],
    [undefined, {}, [create]],
    [undefined, bothRoutes, [create, update]],
  ] as const) {
    const replaces = "mayReplace" in conditions ? "that may replace another" : "that may not replace one";
    it(`${replaces} are ${paths.length} while ${keeper ?? "nobody"} keeps a scheduled one`, () =>
      withOnePack(async ({ platform, records, release }) => {
        if (keeper !== undefined) {
          await records.claim([pack], "earlier");
          await records.putSchedule({ ...schedule, keeper, requestId: "earlier-1" }, "", "earlier");
          await records.endClaims("earlier");
        }
        platform.reply = json(400, {});
        const scheduled = await records.findSchedule("p");
        await rejectsWith(release({ ...conditions, scheduled }), "InvalidRequest");
        assert.deepEqual(platform.paths, paths);
      }));
  }
});
