import assert from "node:assert/strict";
import * as v from "valibot";
import { orUndefined, query } from "../../../../../src/backend/platform/http/queries.ts";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { answered, scriptedClient } from "../../../../support/platform/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const row = v.object({ id: v.string() });

describe("a query", function () {
  this.timeout(20_000);

  it("shows the rows that can be read, and counts and logs the others", async () => {
    const result = [{ id: "1" }, { name: "no id" }, null, { id: "2" }];
    const { client, logged } = scriptedClient(() => answered(200, { result }));
    assert.deepEqual(await query(client, "Account", row), {
      rows: [{ id: "1" }, { id: "2" }],
      unreadable: 2,
    });
    assert.ok(logged.some((line) => /Account: 2 of 4 rows/.test(line)));
  });

  it("ends when a token comes twice", async () => {
    const { client, requests } = scriptedClient(() =>
      answered(200, { result: [{ id: "1" }], queryToken: "again" }),
    );
    await rejectsWith(query(client, "Account", row), "Unreachable", /does not end/);
    assert.equal(requests.length, 2);
  });

  const endless: readonly (readonly [string, number, (page: number) => unknown])[] = [
    ["pages without rows", 2_001, (page) => ({ result: [], queryToken: `t${page}` })],
    [
      "rows",
      11,
      (page) => ({ result: Array.from({ length: 10_000 }, () => ({ id: "1" })), queryToken: `t${page}` }),
    ],
    ["text", 18, (page) => ({ result: [{ id: "x".repeat(16 * 1024 * 1024) }], queryToken: `t${page}` })],
  ];
  for (const [name, pages, page] of endless) {
    it(`ends when ${name} come for ever`, async () => {
      let count = 0;
      const { client } = scriptedClient(() => answered(200, page((count += 1))));
      await rejectsWith(query(client, "Account", row), "Unreachable", /does not end/);
      assert.ok(count <= pages, `${count} pages`);
    });
  }

  it("ends when pages come for longer than ten minutes", async () => {
    let count = 0;
    const { client, timing } = scriptedClient(() => {
      timing.advance(60_000);
      return answered(200, { result: [{ id: "1" }], queryToken: `t${(count += 1)}` });
    });
    await rejectsWith(query(client, "Account", row), "Unreachable", /does not end/);
    assert.ok(count <= 12, `${count} pages`);
  });

  for (const body of [{ message: "Come back later." }, [], "", "true", { error: { message: "No." } }]) {
    it(`is not understood from ${JSON.stringify(body)}, which is no empty list`, async () => {
      const { client } = scriptedClient(() => answered(200, body));
      await rejectsWith(query(client, "PublisherIntegrationPack", row), "Unreachable", /cut off/);
    });
  }

  it("is not empty because of 204", async () => {
    await rejectsWith(query(scriptedClient(() => answered(204)).client, "Account", row), "Unreachable");
  });
});

describe("what is nothing where there is no such thing", () => {
  const packWith = (status: number) =>
    orUndefined(scriptedClient(() => answered(status)).client.get(objectKinds.publisherIntegrationPack, "p"));

  it("is nothing only when the platform says so: any other failure stays one", async () => {
    assert.equal(await packWith(404), undefined);
    await rejectsWith(packWith(401), "Unauthorized");
    await rejectsWith(packWith(403), "Forbidden");
    await rejectsWith(packWith(500), "Unreachable");
  });
});
