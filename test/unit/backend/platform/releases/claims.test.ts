import assert from "node:assert/strict";
import { Claims } from "../../../../../src/backend/platform/releases/claims.ts";
import { withOnePack } from "../../../../support/platform/onePack.ts";

const pack = { packId: "p", name: "Orders" };

describe("the claims for some work", () => {
  it("last for as long as the work, and have ended once its result is there", () =>
    withOnePack(async ({ records }) => {
      const during = await new Claims(records).hold([pack], () => records.isUnderWay("p"));
      assert.deepEqual([during, await records.isUnderWay("p")], [true, false]);
    }));

  it("have ended once the work has failed", () =>
    withOnePack(async ({ records }) => {
      const failure = new Error("the work failed");
      await assert.rejects(
        new Claims(records).hold([pack], () => Promise.reject(failure)),
        failure,
      );
      assert.equal(await records.isUnderWay("p"), false);
    }));
});
