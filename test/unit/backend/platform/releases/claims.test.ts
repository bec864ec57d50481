import assert from "node:assert/strict";
import { Claims } from "../../../../../src/backend/platform/releases/claims.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { withOnePack } from "../../../../support/platform/scripted/onePack.ts";

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

describe("claims that cannot be ended", () => {
  const failing = (failure: Error) => () => Promise.reject(failure);
  const locked = new IntegrationPacksError("StoreUnavailable", "The file is locked.");

  it("because the records are locked are left to expire: the result of the work counts", () =>
    withOnePack(async ({ records }) => {
      records.endClaims = failing(locked);
      assert.equal(await new Claims(records).hold([pack], () => Promise.resolve("done")), "done");
    }));

  it("because the records are locked do not hide why the work failed", () =>
    withOnePack(async ({ records }) => {
      records.endClaims = failing(locked);
      const failure = new Error("the work failed");
      await assert.rejects(
        new Claims(records).hold([pack], () => Promise.reject(failure)),
        failure,
      );
    }));

  it("for another reason are a failure", () =>
    withOnePack(async ({ records }) => {
      for (const failure of [
        new IntegrationPacksError("Conflict", "They are another one's."),
        Object.assign(new TypeError("a fault"), { code: "StoreUnavailable" }),
      ]) {
        records.endClaims = failing(failure);
        await assert.rejects(
          new Claims(records).hold([{ packId: failure.message, name: "Orders" }], () => Promise.resolve()),
          failure,
        );
      }
    }));
});
