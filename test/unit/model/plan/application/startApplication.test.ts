import assert from "node:assert/strict";
import {
  maySendAgain,
  type EarlierSending,
} from "../../../../../src/model/plan/application/earlierSending.ts";
import {
  startApplication,
  type PlanApplication,
} from "../../../../../src/model/plan/application/planApplication.ts";
import { planOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import {
  isFinished,
  nextPack,
  packsToClaim,
  reduceApplication,
} from "../../../../../src/model/plan/application/reduceApplication.ts";
import type { PackState } from "../../../../../src/model/plan/check/planCheck.ts";
import { planCheck } from "../../../../support/fixtures/planCheck.ts";
import { emptyHash, otherHash } from "../../../../support/fixtures/planHashes.ts";
import { throwsWith } from "../../../../support/rejectsWith.ts";

const stages = (application: PlanApplication) => application.packs.map(({ stage }) => stage);

describe("applying a plan", () => {
  it("starts with nothing sent, and skips packs that are already so", () => {
    const application = startApplication(planCheck("ready", "alreadySo", "ready"), emptyHash);
    assert.deepEqual(stages(application), ["notSent", "alreadySo", "notSent"]);
    assert.ok(!isFinished(application));
    assert.equal(nextPack(application), undefined, "nothing is sent before it is claimed");
  });

  it("is finished at once if every pack is already so", () => {
    const application = startApplication(planCheck("alreadySo", "alreadySo"), emptyHash);
    assert.ok(isFinished(application));
    assert.deepEqual(packsToClaim(application), []);
    assert.deepEqual(
      planOutcome(application).packs.map(({ outcome }) => outcome),
      ["alreadySo", "alreadySo"],
    );
  });

  it("rule 13: is rejected with nothing done if a pack is drift or refused, and names the packs", () => {
    const start =
      (...states: readonly PackState[]) =>
      () =>
        startApplication(planCheck(...states), emptyHash);
    throwsWith(start("ready", "drift"), "Conflict", /does not fit.*"Pack 1": Difference 1\.$/);
    throwsWith(start("refused", "alreadySo"), "Conflict", /"Pack 0": Difference 0\.$/);
    const many = start("drift", "drift", "drift", "drift", "drift");
    throwsWith(many, "Conflict", /"Pack 2": Difference 2\. \(2 more\)$/);
  });

  it("rule 19: is rejected with another hash than that of the plan that was reviewed", () => {
    throwsWith(
      () => startApplication(planCheck("ready"), otherHash),
      "Conflict",
      new RegExp(emptyHash),
      new RegExp(otherHash),
    );
    throwsWith(() => startApplication(planCheck("ready"), ""), "Conflict");
  });

  it("rule 14: claims in the order of the ids, whatever the order of the plan", () => {
    const check = planCheck("ready", "ready", "ready", "alreadySo");
    const [first, second, third, fourth] = check.packs;
    assert.ok(first && second && third && fourth);
    const packs = [{ ...first, packId: "b" }, { ...second, packId: "a" }, { ...third, packId: "B" }, fourth];
    const application = startApplication({ ...check, packs }, emptyHash);
    assert.deepEqual(packsToClaim(application), ["B", "a", "b"]);
    assert.equal(nextPack(reduceApplication(application, { kind: "claimed" }))?.packId, "b");
  });
});

describe("rule 16: applying a plan again", () => {
  const sent = (found: EarlierSending["found"], confirmedAgain = false): EarlierSending => ({
    packId: "p1",
    found,
    confirmedAgain,
  });

  it("sends a pack again only if it was certainly not made, or a person confirmed it again", () => {
    assert.ok(maySendAgain(sent("rejected")));
    assert.ok(maySendAgain(sent("error")));
    assert.ok(!maySendAgain(sent("unknown")));
    assert.ok(maySendAgain(sent("unknown", true)));
  });

  it("never sends a pack again that the platform still releases", () => {
    assert.ok(!maySendAgain(sent("running")));
    assert.ok(!maySendAgain(sent("running", true)));
  });

  it("sends nothing while an outcome is unknown, and reports that", () => {
    const check = planCheck("alreadySo", "ready", "ready");
    for (const found of ["unknown", "running"] as const) {
      const application = startApplication(check, emptyHash, [sent(found)]);
      assert.deepEqual(stages(application), ["alreadySo", "unknown", "notSent"]);
      assert.ok(isFinished(application));
      assert.deepEqual(packsToClaim(application), []);
      assert.equal(reduceApplication(application, { kind: "claimed" }), application);
      const [, unknown] = planOutcome(application).packs;
      assert.equal(unknown?.code, "OutcomeUnknown");
      assert.match(unknown.message ?? "", /"Pack 1".*not sent again by itself/);
      assert.ok(!("releaseId" in unknown));
    }
  });

  it("names what was sent before, where its id is known", () => {
    const application = startApplication(planCheck("ready", "ready"), emptyHash, [
      { ...sent("unknown"), releaseId: "r-1" },
    ]);
    const [, unknown] = planOutcome(application).packs;
    assert.equal(unknown?.outcome, "unknown");
    assert.equal(unknown.releaseId, "r-1");
  });

  it("continues once the outcome is known, or a person confirmed the pack again", () => {
    const check = planCheck("alreadySo", "ready", "ready");
    for (const earlier of [sent("rejected"), sent("error"), sent("unknown", true)]) {
      const application = startApplication(check, emptyHash, [earlier]);
      assert.deepEqual(packsToClaim(application), ["p1", "p2"]);
    }
    const made = startApplication(planCheck("alreadySo", "alreadySo", "ready"), emptyHash, [sent("unknown")]);
    assert.deepEqual(packsToClaim(made), ["p2"], "its versions show that it was made");
  });
});
