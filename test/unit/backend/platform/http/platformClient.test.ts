import assert from "node:assert/strict";
import * as v from "valibot";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import type { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import { NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { urlPart } from "../../../../../src/backend/platform/http/urlPart.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith, throwsWith } from "../../../../support/rejectsWith.ts";

describe("a read of one object", () => {
  type Ask = (client: PlatformClient) => Promise<unknown>;
  const answers: readonly (readonly [string, Ask, object])[] = [
    ["account", (client) => client.get(objectKinds.account, "a-1"), { accountId: "a-2", name: "Other" }],
    ["account group", (client) => client.get(objectKinds.accountGroup, "g-1"), { id: "g-2", name: "Other" }],
    [
      "revision",
      (client) => client.get(objectKinds.componentMetadata, "c-1~2"),
      { componentId: "c-1", version: 3 },
    ],
    ["environment", (client) => client.get(objectKinds.environment, "e-1"), { id: "e-2" }],
    [
      "manifest",
      (client) => client.get(objectKinds.manifest, "k-1"),
      { packageId: "k-2", componentInfo: [] },
    ],
    [
      "version",
      (client) => client.get(objectKinds.packagedComponent, "k-1"),
      { packageId: "k-2", componentId: "c-1" },
    ],
    [
      "pack",
      (client) => client.get(objectKinds.publisherIntegrationPack, "p-1"),
      { id: "p-2", name: "Other" },
    ],
    [
      "release",
      (client) => client.get(objectKinds.releaseStatus, "r-1"),
      { requestId: "r-2", releaseStatus: "SUCCESS" },
    ],
  ];
  for (const [name, ask, other] of answers) {
    it(`is Unreachable when another ${name} comes than was asked for`, async () => {
      const { client } = scriptedClient(() => answered(200, other));
      await rejectsWith(ask(client), "Unreachable", /another/);
    });
  }

  it("accepts the newest revision of a component that was asked for without a revision", async () => {
    const { client } = scriptedClient(() => answered(200, { componentId: "c-1", version: 3 }));
    assert.equal((await client.get(objectKinds.componentMetadata, "c-1")).version, 3);
    assert.equal((await client.get(objectKinds.componentMetadata, "c-1~3")).version, 3);
  });

  it("finds nothing by 204, and by 400", async () => {
    for (const answer of [answered(204), answered(400, { message: "Integration pack ID p is invalid." })]) {
      const { client } = scriptedClient(() => answer);
      await rejectsWith(client.get(objectKinds.publisherIntegrationPack, "p"), "NotFound");
    }
  });

  it("is repeated while 202 comes without content, and given up in the end", async () => {
    const pack = { id: "p", name: "Orders" };
    let left = 3;
    const later = scriptedClient(() => (left-- > 0 ? answered(202) : answered(200, pack)));
    assert.equal((await later.client.get(objectKinds.publisherIntegrationPack, "p")).name, "Orders");
    const { client } = scriptedClient(() => answered(202));
    await rejectsWith(client.get(objectKinds.publisherIntegrationPack, "p"), "Unreachable", /not finished/);
  });

  it("sends nothing for an id that would lead to another address", async () => {
    const { client, requests } = scriptedClient(() => answered(200, {}));
    for (const id of ["", ".", ".."]) {
      throwsWith(() => urlPart(id), "InvalidRequest");
      await rejectsWith(client.get(objectKinds.account, id), "InvalidRequest", /nothing was sent/);
    }
    assert.deepEqual(requests, []);
  });
});

describe("a read without an answer", () => {
  for (const [how, failure, attempts] of [
    ["is repeated five times when the connection broke", new NoAnswer("failed", true, "it broke"), 6],
    ["is repeated twice when no connection could be made", new NoAnswer("failed", false, "no route"), 3],
    ["is not repeated when the certificate is not trusted", new NoAnswer("untrusted", false, "unknown"), 1],
    ["is not repeated when the answer is too long", new NoAnswer("tooLong", true, "endless"), 1],
  ] as const) {
    it(how, async () => {
      const { client, requests } = scriptedClient(() => {
        throw failure;
      });
      await rejectsWith(client.get(objectKinds.account, "a"), "Unreachable", new RegExp(failure.message));
      assert.equal(requests.length, attempts);
    });
  }
});

describe("pauses of the client", () => {
  const busy = { ...answered(503), retryAfter: "2" };

  it("that the platform asks for do not grow when the clock is set back", async () => {
    let isBusy = true;
    const { client, timing } = scriptedClient(() => {
      if (!isBusy) return answered(200, { accountId: "a", name: "Acme" });
      isBusy = false;
      timing.setClock(-3_600_000);
      return busy;
    });
    const start = timing.now();
    await client.get(objectKinds.account, "a");
    await client.get(objectKinds.account, "a");
    assert.ok(timing.now() - start >= 2_000);
    assert.ok(timing.now() - start < 10_000, `${timing.now() - start} ms`);
  });

  it("that the platform asks for after a change are made before whatever comes next", async () => {
    let isBusy = true;
    const { client, timing } = scriptedClient(() => {
      if (!isBusy) return answered(200, { accountId: "a", name: "Acme" });
      isBusy = false;
      return busy;
    });
    const change = { method: "DELETE", path: "AccountGroup/1" } as const;
    assert.equal((await client.sendOnce("AccountGroup", change, v.unknown())).kind, "unknown");
    const start = timing.now();
    await client.get(objectKinds.account, "a");
    assert.ok(timing.now() - start >= 2_000);
  });

  it("until a date are reckoned by the clock that people see", async () => {
    let isBusy = true;
    const { client, timing } = scriptedClient(() => {
      if (!isBusy) return answered(200, { accountId: "a", name: "Acme" });
      isBusy = false;
      timing.setClock(7_200_000);
      return { ...busy, retryAfter: new Date(timing.date() + 5_000).toUTCString() };
    });
    const start = timing.now();
    await client.get(objectKinds.account, "a");
    const paused = timing.now() - start;
    assert.ok(paused >= 4_000 && paused < 10_000, `${paused} ms`);
  });
});
