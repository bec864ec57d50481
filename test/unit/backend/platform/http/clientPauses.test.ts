import assert from "node:assert/strict";
import * as v from "valibot";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { NoAnswer, type HttpAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const account = answered(200, { accountId: "a", name: "Acme" });
const asking = (answer: HttpAnswer, retryAfter: string) => ({ ...answer, retryAfter });

/** A client whose requests have these outcomes in turn, the last one again and again; and how to change or read something. */
function clientOf(...outcomes: readonly (HttpAnswer | Error)[]) {
  let sent = 0;
  const scripted = scriptedClient(() => {
    const outcome = outcomes[Math.min(sent, outcomes.length - 1)] ?? account;
    sent += 1;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  const { client, timing } = scripted;
  const start = timing.now();
  return {
    ...scripted,
    read: () => client.get(objectKinds.account, "a"),
    change: () => client.sendOnce("Account", { method: "DELETE", path: "Account/a" }, v.unknown()),
    elapsed: () => timing.now() - start,
  };
}

describe("the pause that an answer to a change asks for", () => {
  for (const [name, answer, elapsed] of [
    ["is made before the next request", asking(answered(503), "7"), 7_000],
    ["is made also after a rejection", asking(answered(400), "7"), 7_000],
    ["is at most a minute", asking(answered(503), "3600"), 60_000],
    ["is none in a success", asking(account, "7"), 0],
    ["is none in a redirection", asking(answered(302), "7"), 0],
    ["is none where the answer does not ask for one", answered(503), 0],
  ] as const) {
    it(name, async () => {
      const client = clientOf(answer, account);
      await client.change();
      await client.read();
      assert.equal(client.elapsed(), elapsed);
    });
  }

  it("is made although an earlier answer asked for none", async () => {
    const client = clientOf(answered(503), asking(answered(503), "7"), account);
    await client.change();
    await client.change();
    await client.read();
    assert.equal(client.elapsed(), 7_000);
  });
});

describe("a read that fails", () => {
  it("is not repeated when the failure does not pass by itself", async () => {
    for (const [status, code] of [
      [400, "NotFound"],
      [401, "Unauthorized"],
      [403, "Forbidden"],
      [500, "Unreachable"],
      [302, "Unreachable"],
    ] as const) {
      const { read, requests } = clientOf(answered(status));
      await rejectsWith(read(), code);
      assert.equal(requests.length, 1, String(status));
    }
  });

  it("is repeated by 429, 503 and 504 after the pause that is asked for", async () => {
    for (const status of [429, 503, 504]) {
      const { read, requests, elapsed } = clientOf(asking(answered(status), "7"), account);
      assert.equal((await read()).name, "Acme");
      assert.deepEqual([requests.length, elapsed()], [2, 7_000]);
    }
  });

  it("ends as closed when the client is disposed of before it is repeated", async () => {
    const { client, read, requests } = clientOf(answered(503));
    const reading = read();
    while (requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    client.dispose();
    await rejectsWith(reading, "Unreachable", /was closed/);
    assert.equal(requests.length, 1);
  });

  it("ends as closed, and is not repeated, when it was cancelled", async () => {
    const { read, requests } = clientOf(new NoAnswer("aborted", true, "x"));
    await rejectsWith(read(), "Unreachable", /was closed/);
    assert.equal(requests.length, 1);
  });

  it("does not pass a fault of the program off as a failure", async () => {
    const { read, requests } = clientOf(new TypeError("a fault"));
    await assert.rejects(read(), TypeError);
    assert.equal(requests.length, 1);
  });
});

describe("the log of requests", () => {
  it("has how long each took", async () => {
    const { client, timing, logged } = scriptedClient(() => {
      timing.advance(7);
      return account;
    });
    await client.get(objectKinds.account, "a");
    assert.deepEqual(logged, ["GET Account/a: 200 in 7 ms"]);
  });
});
