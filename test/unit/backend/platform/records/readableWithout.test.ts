import assert from "node:assert/strict";
import { Omissions } from "../../../../../src/backend/platform/packs/omissions.ts";
import { readableWithout } from "../../../../../src/backend/platform/records/readableWithout.ts";
import { IntegrationPacksError, RecordsUnavailableError } from "../../../../../src/errors/errors.ts";

const unavailable = new RecordsUnavailableError("StoreUnavailable", "The server is away.");
const shared = { sharedAt: "owner@host:5432/records" };

describe("reading records for views", () => {
  it("goes on without the server of shared records, says so, and no longer once it is back", async () => {
    const omissions = new Omissions();
    const read = readableWithout(shared, omissions);
    assert.equal(await read(Promise.reject(unavailable), "nothing"), "nothing");
    assert.equal(omissions.sentence, "The server is away.");
    assert.equal(await read(Promise.resolve("records"), "nothing"), "records");
    assert.equal(omissions.sentence, undefined);
  });

  for (const [what, records, error] of [
    ["the error of records in a file", {}, unavailable],
    ["another error of shared records", shared, new IntegrationPacksError("Conflict", "Under way.")],
    ["a fault of this program", shared, new TypeError("No such pack.")],
  ] as const) {
    it(`rejects with ${what}`, async () => {
      const omissions = new Omissions();
      const reading = readableWithout(records, omissions)(Promise.reject(error), "nothing");
      await assert.rejects(reading, (thrown) => thrown === error);
      assert.equal(omissions.sentence, undefined);
    });
  }
});
