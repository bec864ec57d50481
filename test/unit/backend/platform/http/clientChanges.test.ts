import assert from "node:assert/strict";
import * as v from "valibot";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import type { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import type { SendOnceOptions } from "../../../../../src/backend/platform/http/sentOnce.ts";
import { NoAnswer, type HttpAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const request = { method: "POST", path: "AccountGroup", body: "{}" } as const;
const schema = v.object({ id: v.string() });

const send = (client: PlatformClient, options?: SendOnceOptions) =>
  client.sendOnce("AccountGroup", request, schema, options);
const change = (client: PlatformClient) => client.change("AccountGroup", request, schema);

/** A client each of whose requests has this outcome. */
const clientOf = (outcome: HttpAnswer | Error) =>
  scriptedClient(() => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });

describe("a change", () => {
  const outcomes = [
    ["is done by a success", answered(200, { id: "1" }), "done", /^$/],
    ["is rejected by 400", answered(400, { message: "No name." }), "rejected", /No name/],
    ["is rejected by 403", answered(403), "rejected", /may not do this/],
    ["is unknown by 503", answered(503), "unknown", /refuses requests/],
    ["is unknown by 500", answered(500), "unknown", /500/],
    ["is unknown by an answer that was cut off", answered(200, '{"id":'), "unknown", /cut off/],
    ["is unknown when the connection broke", new NoAnswer("failed", true, "it broke"), "unknown", /it broke/],
    ["is unknown when it was cancelled late", new NoAnswer("aborted", true, "x"), "unknown", /was closed/],
    ["is not sent without a connection", new NoAnswer("failed", false, "no route"), "notSent", /no route/],
    [
      "is not sent when it was cancelled before",
      new NoAnswer("aborted", false, "x"),
      "notSent",
      /was closed/,
    ],
  ] as const;
  for (const [name, outcome, kind, message] of outcomes) {
    it(`${name}, and sent once`, async () => {
      const { client, requests } = clientOf(outcome);
      const sent = await send(client);
      assert.equal(sent.kind, kind);
      assert.match(sent.kind === "done" ? "" : sent.error.message, message);
      assert.equal(requests.length, 1);
    });
  }

  it("fails with its rejection, and says that it may have been carried out only where that is unknown", async () => {
    assert.deepEqual(await change(clientOf(answered(200, { id: "1" })).client), { id: "1" });
    await rejectsWith(change(clientOf(answered(400)).client), "InvalidRequest", /gave no reason/);
    for (const unknown of [answered(503), new NoAnswer("failed", true, "it broke")]) {
      await rejectsWith(change(clientOf(unknown).client), "Unreachable", /may have been carried out/);
    }
    const { client } = clientOf(new NoAnswer("failed", false, "no route"));
    await rejectsWith(
      change(client),
      "Unreachable",
      /could not be reached: no route\. Check/,
      /^(?!.*carried out)/,
    );
  });

  it("does not pass a fault of the program off as an unknown outcome", async () => {
    await assert.rejects(send(clientOf(new TypeError("a fault")).client), TypeError);
  });

  it("may take longer than a read", async () => {
    const { client, requests } = clientOf(answered(200, { id: "1", accountId: "1" }));
    await send(client);
    await client.get(objectKinds.account, "1");
    assert.deepEqual(
      requests.map(({ timeout }) => timeout),
      [90_000, 30_000],
    );
  });
});

describe("what is done before a change is sent", () => {
  it("ends before it is sent", async () => {
    const { client, requests } = clientOf(answered(200, { id: "1" }));
    const before = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(requests.length, 0);
    };
    assert.equal((await send(client, { beforeSending: before })).kind, "done");
    assert.equal(requests.length, 1);
  });

  it("prevents the sending by failing", async () => {
    const { client, requests } = clientOf(answered(200, { id: "1" }));
    const beforeSending = () => Promise.reject(new RangeError("the claim was lost"));
    await assert.rejects(send(client, { beforeSending }), RangeError);
    assert.equal(requests.length, 0);
  });

  it("prevents the sending when the client is disposed of during it", async () => {
    const { client, requests } = clientOf(answered(200, { id: "1" }));
    const beforeSending = () => {
      client.dispose();
      return Promise.resolve();
    };
    const sent = await send(client, { beforeSending });
    assert.equal(sent.kind, "notSent");
    assert.match(sent.error.message, /was closed/);
    assert.equal(requests.length, 0);
  });

  it("limits the time in which it goes out to five seconds of either clock", async () => {
    for (const clock of ["advance", "setClock"] as const) {
      const { client, requests, timing } = clientOf(answered(200, { id: "1" }));
      timing.advance(60_000);
      const beforeSending = () => {
        timing.advance(7_000);
        return Promise.resolve();
      };
      await send(client, { beforeSending });
      const limit = requests[0]?.sendingLimit;
      assert.equal(limit?.milliseconds, 5_000);
      timing[clock](5_000);
      assert.equal(limit.hasPassed(), false);
      timing[clock](1);
      assert.equal(limit.hasPassed(), true);
    }
  });

  it("being nothing, nothing limits the time", async () => {
    const { client, requests } = clientOf(answered(200, { id: "1" }));
    await send(client);
    assert.ok(requests[0] && !("sendingLimit" in requests[0]));
  });

  it("is not done when the client is disposed of while it waits for its turn", async () => {
    const { client, requests } = clientOf(answered(200, { id: "1" }));
    await Promise.all(Array.from({ length: 10 }, () => send(client)));
    const waiting = send(client, { beforeSending: () => Promise.reject(new Error("it ran")) });
    client.dispose();
    assert.equal((await waiting).kind, "notSent");
    assert.equal(requests.length, 10);
  });
});
