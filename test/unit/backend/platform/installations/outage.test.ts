import assert from "node:assert/strict";
import { Outage } from "../../../../../src/backend/platform/installations/outage.ts";
import type {
  NotAskedReason,
  PackAccount,
} from "../../../../../src/model/installation/installationReading.ts";

function account(reason?: NotAskedReason): PackAccount {
  const named = { accountId: "a", accountName: "Acme" };
  if (!reason) return { ...named, state: "current" };
  return { ...named, state: "notAsked", notAsked: { reason, message: `It is ${reason}.` } };
}

describe("an outage", () => {
  /** After how many of these answers an outage begins, for each time that one begins. */
  function beginsAfter(answers: readonly PackAccount[]): number[] {
    const begun: number[] = [];
    let noted = 0;
    const outage = new Outage(() => void begun.push(noted));
    for (const answer of answers) {
      noted += 1;
      outage.note([answer]);
    }
    assert.equal(outage.reason?.reason, begun.length > 0 ? "unanswered" : undefined);
    return begun;
  }
  const unanswered = (count: number) => Array.from({ length: count }, () => account("unanswered"));

  it("begins with the tenth account in a row that does not answer, and once", () => {
    assert.deepEqual(beginsAfter(unanswered(9)), []);
    assert.deepEqual(beginsAfter(unanswered(25)), [10]);
  });

  it("does not count accounts before one that answers or refuses", () => {
    for (const answer of [account(), account("refused")]) {
      assert.deepEqual(beginsAfter([...unanswered(9), answer, ...unanswered(9)]), []);
      assert.deepEqual(beginsAfter([...unanswered(9), answer, ...unanswered(10)]), [20]);
    }
  });
});
