import assert from "node:assert/strict";
import { bulk, bulkGet, bulkGetIfAllowed, chunksOf } from "../../../../../src/backend/platform/http/bulk.ts";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const kind = objectKinds.environment;

const clientOf = (...response: readonly unknown[]) => scriptedClient(() => answered(200, { response }));
const named = (id: string, more: object = {}) => ({
  statusCode: 200,
  Result: { id, name: `Name ${id}` },
  ...more,
});

/** The ids to which the items of the answer belong, each with its name or its status. */
const items = async (asked: readonly string[], ...response: readonly unknown[]) =>
  (await bulk(clientOf(...response).client, kind, asked)).map(
    ({ id, status, value }) => `${id} ${value?.name ?? status}`,
  );

describe("an item of a bulk answer", () => {
  it("belongs to the id in its result, else to its own, wherever it is", async () => {
    assert.deepEqual(await items(["1", "2"], named("2"), { id: "1", statusCode: 404 }), [
      "2 Name 2",
      "1 404",
    ]);
    assert.deepEqual(await items(["1", "2"], named("2", { id: "1" })), ["2 Name 2"]);
  });

  it("without an id belongs to its position, or to the index that it names", async () => {
    assert.deepEqual(await items(["1", "2"], { statusCode: 404 }, named("2")), ["1 404", "2 Name 2"]);
    const indexed = [
      { index: 1, statusCode: 500 },
      { index: 0, statusCode: 404 },
    ];
    assert.deepEqual(await items(["1", "2"], ...indexed), ["2 500", "1 404"]);
  });

  it("without an id belongs to nothing where the answer is not whole, or not in order", async () => {
    assert.deepEqual(await items(["1", "2"], { statusCode: 404 }), []);
    assert.deepEqual(await items(["1", "2"], { statusCode: 404 }, named("1")), ["1 Name 1"]);
  });

  it("that names something else belongs to nothing, whatever its position", async () => {
    assert.deepEqual(await items(["1", "2"], { id: "9", statusCode: 404 }, named("2")), ["2 Name 2"]);
    assert.deepEqual(await items(["1", "2"], named("9"), named("2")), ["2 Name 2"]);
  });

  it("counts once: the first one of an id", async () => {
    assert.deepEqual(await items(["1", "2"], named("1"), { id: "1", statusCode: 500 }), ["1 Name 1"]);
  });

  it("may have a result without an id, which belongs to its position", async () => {
    const manifests = [{ statusCode: 200, Result: { componentInfo: [] } }];
    const found = await bulk(clientOf(...manifests).client, objectKinds.manifest, ["k"]);
    assert.deepEqual(
      found.map(({ id }) => id),
      ["k"],
    );
  });
});

describe("the objects with some ids", () => {
  it("are those that came with a success", async () => {
    const { client } = clientOf(
      named("1"),
      named("2", { statusCode: 299 }),
      named("3", { statusCode: 300 }),
      named("4", { statusCode: 404 }),
      { id: "5", statusCode: 200 },
    );
    assert.deepEqual([...(await bulkGet(client, kind, ["1", "2", "3", "4", "5"])).keys()], ["1", "2"]);
  });

  it("are asked for once each, a hundred a call", async () => {
    const { client, requests } = clientOf();
    const ids = Array.from({ length: 101 }, (_, at) => String(at));
    await bulkGet(client, kind, [...ids, "0"]);
    const sizes = requests.map(({ body = "" }) => body.split('"id"').length - 1);
    assert.deepEqual(sizes, [100, 1]);
    await bulkGet(client, kind, []);
    assert.equal(requests.length, 2);
  });

  it("are none for a user who may not read them, which is logged, and only then", async () => {
    const forbidden = scriptedClient(() => answered(403));
    assert.equal((await bulkGetIfAllowed(forbidden.client, kind, ["1"])).size, 0);
    assert.ok(forbidden.logged.some((line) => line.startsWith("Environment is not shown: ")));
    await rejectsWith(bulkGet(forbidden.client, kind, ["1"]), "Forbidden");
    const { client } = scriptedClient(() => answered(500));
    await rejectsWith(bulkGetIfAllowed(client, kind, ["1"]), "Unreachable");
  });
});

describe("chunks", () => {
  it("have a size, the last one what is left", () => {
    assert.deepEqual(chunksOf([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
    assert.deepEqual(chunksOf([1, 2], 2), [[1, 2]]);
    assert.deepEqual(chunksOf([], 2), []);
  });
});
