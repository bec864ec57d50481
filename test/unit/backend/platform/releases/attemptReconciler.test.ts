import assert from "node:assert/strict";
import { withOnePack, type OnePackTest } from "../../../../support/platform/onePack.ts";

/** Records a request of a program that was killed before the answer came, and has its claim expire. */
async function sendAndBeKilled({ records, timing }: Pick<OnePackTest, "records" | "timing">): Promise<void> {
  await records.claim([{ packId: "p", name: "Orders" }], "killed");
  await records.recordSending(
    {
      packId: "p",
      packName: "Orders",
      trigger: "immediate",
      sentAt: new Date(timing.now()).toISOString(),
      sentBy: "dev@example.com",
      versions: { a: "1.1" },
      removed: [],
      scheduleId: "",
    },
    { holder: "killed", acknowledged: [] },
  );
  await timing.pause(3_600_000);
}

describe("the lookup of a request whose sender was killed", () => {
  it("makes it unknown when the pack does not show the release, and announces that once", () =>
    withOnePack(async ({ reconcile, changeCount, announced, ...parts }) => {
      await sendAndBeKilled(parts);
      for (const lookup of ["first", "second"]) {
        const states = (await reconcile()).map(({ state }) => state);
        assert.deepEqual([states, changeCount()], [["unknown"], 1], lookup);
      }
      assert.deepEqual(announced, []);
    }));

  it("records the release when the pack shows it, and announces that once", () =>
    withOnePack(async ({ platform, reconcile, changeCount, announced, ...parts }) => {
      await sendAndBeKilled(parts);
      platform.showsAfter = 0;
      assert.deepEqual(await reconcile(), []);
      assert.equal(changeCount(), 1);
      assert.deepEqual(await parts.records.history("p"), announced);
      assert.equal(announced.length, 1);
    }));
});
