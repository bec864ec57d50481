import assert from "node:assert/strict";
import * as v from "valibot";
import {
  equals,
  oneOf,
  orIfForbidden,
  orNotFound,
  orUndefined,
  query,
} from "../../../../../src/backend/platform/http/queries.ts";
import { IntegrationPacksError, type ErrorCode } from "../../../../../src/errors/errors.ts";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
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
    // Sixteen of these have exactly as many characters as are read.
    ["text", 17, (page) => JSON.stringify({ result: [], queryToken: `t${page}` }).padEnd(16 * 1024 * 1024)],
  ];
  for (const [name, pages, page] of endless) {
    it(`ends when ${name} come for ever`, async () => {
      let count = 0;
      const { client } = scriptedClient(() => answered(200, page((count += 1))));
      await rejectsWith(query(client, "Account", row), "Unreachable", /does not end/);
      assert.equal(count, pages);
    });
  }

  it("ends when pages come for longer than ten minutes", async () => {
    let count = 0;
    const { client, timing } = scriptedClient(() => {
      timing.advance(60_000);
      return answered(200, { result: [{ id: "1" }], queryToken: `t${(count += 1)}` });
    });
    await rejectsWith(query(client, "Account", row), "Unreachable", /does not end/);
    assert.equal(count, 11);
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

describe("a query whose token expires between two pages", () => {
  /** Answers pages of one row, and the first `expiries` tokens by a failure. */
  const expiring = (status: number, expiries: number) => {
    let left = expiries;
    return scriptedClient(({ path }) => {
      if (path === "Account/query") return answered(200, { result: [{ id: "1" }], queryToken: "next" });
      return left-- > 0
        ? answered(status, { message: "Expired." })
        : answered(200, { result: [{ id: "2" }] });
    });
  };
  const pathsOf = (requests: readonly { readonly path: string }[]) => requests.map(({ path }) => path);
  const once = ["Account/query", "Account/queryMore"];

  for (const [status, code] of [
    [400, "InvalidRequest"],
    [404, "NotFound"],
  ] as const) {
    it(`by ${status} starts once more, and has each row once`, async () => {
      const { client, requests } = expiring(status, 1);
      const { rows } = await query(client, "Account", row);
      assert.deepEqual(rows, [{ id: "1" }, { id: "2" }]);
      assert.deepEqual(pathsOf(requests), [...once, ...once]);
    });

    it(`by ${status} again fails with the platform's reason`, async () => {
      const { client, requests } = expiring(status, 2);
      await rejectsWith(query(client, "Account", row), code, /Expired/);
      assert.deepEqual(pathsOf(requests), [...once, ...once]);
    });
  }

  it("does not start again after any other failure of a page", async () => {
    for (const [status, code] of [
      [401, "Unauthorized"],
      [403, "Forbidden"],
      [500, "Unreachable"],
    ] as const) {
      const { client, requests } = expiring(status, 1);
      await rejectsWith(query(client, "Account", row), code);
      assert.deepEqual(pathsOf(requests), once);
    }
  });

  it("does not start again when the first page fails", async () => {
    const { client, requests } = scriptedClient(() => answered(400, { message: "Bad filter." }));
    await rejectsWith(query(client, "Account", row), "InvalidRequest", /Bad filter/);
    assert.equal(requests.length, 1);
  });

  it("fails as the second reading fails", async () => {
    let looks = 0;
    const { client } = scriptedClient(({ path }) => {
      if (path === "Account/queryMore") return answered(400);
      return (looks += 1) === 1 ? answered(200, { result: [], queryToken: "next" }) : answered(403);
    });
    await rejectsWith(query(client, "Account", row), "Forbidden");
  });
});

describe("the filter for several values", () => {
  it("is an or of them, and needs no grouping for a single one", () => {
    const [one, two] = [equals("id", "1"), equals("id", "2")];
    assert.deepEqual(oneOf("id", ["1"]), one);
    assert.deepEqual(oneOf("id", ["1", "2"]), { operator: "or", nestedExpression: [one, two] });
    assert.deepEqual(oneOf("id", []), { operator: "or", nestedExpression: [] });
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

describe("other words for a failure", () => {
  const failing = (code: ErrorCode) =>
    Promise.reject(new IntegrationPacksError(code, "the platform's words"));
  const own = () => new IntegrationPacksError("NotFound", "the words of what was looked for");

  it("are those of what was looked for when there is no such thing", async () => {
    await rejectsWith(orNotFound(failing("NotFound"), own), "NotFound", /looked for/);
    await rejectsWith(orNotFound(failing("Forbidden"), own), "Forbidden", /platform's/);
    await assert.rejects(orNotFound(Promise.reject(new TypeError("a fault")), own), TypeError);
  });

  it("are those of the fallback when a privilege is missing, and only then", async () => {
    const fallback = ({ message }: IntegrationPacksError) => `instead: ${message}`;
    assert.equal(await orIfForbidden(failing("Forbidden"), fallback), "instead: the platform's words");
    assert.equal(await orIfForbidden(Promise.resolve("it"), fallback), "it");
    for (const code of ["Unauthorized", "NotFound", "Unreachable"] as const) {
      await rejectsWith(orIfForbidden(failing(code), fallback), code);
    }
    const fault = Object.assign(new TypeError("a fault"), { code: "Forbidden" });
    await assert.rejects(orIfForbidden(Promise.reject(fault), fallback), TypeError);
  });
});
