import assert from "node:assert/strict";
import fc from "fast-check";
import {
  startApplication,
  type PlanApplication,
} from "../../../../../src/model/plan/application/planApplication.ts";
import { planOutcome, type PackOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import {
  isFinished,
  nextPack,
  packsToClaim,
  reduceApplication,
  type ApplicationEvent,
} from "../../../../../src/model/plan/application/reduceApplication.ts";
import { planCheck } from "../../../../support/fixtures/planCheck.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";

const check = fc
  .array(fc.constantFrom("ready" as const, "ready" as const, "alreadySo" as const), {
    minLength: 1,
    maxLength: 5,
  })
  .map((states) => planCheck(...states));

const packId = fc.constantFrom("p0", "p1", "p2", "p3", "p4", "other");
const reason = { code: "Unreachable", message: "No answer." } as const;

const ending = fc.constantFrom("released", "released", "released", "scheduled", "failed", "unknown");

/** What happens to a pack after it was sent. */
function endOf(kind: "released" | "scheduled" | "failed" | "unknown", id: string): ApplicationEvent {
  switch (kind) {
    case "released":
      return { kind, packId: id, releaseId: `r-${id}` };
    case "scheduled":
      return { kind, packId: id };
    case "failed":
    case "unknown":
      return { kind, packId: id, ...reason };
  }
}

const event: fc.Arbitrary<ApplicationEvent> = fc.oneof(
  fc.constant({ kind: "claimed" } as const),
  packId.map((id) => ({ kind: "sending", packId: id }) as const),
  fc.tuple(ending, packId).map(([kind, id]) => endOf(kind, id)),
  fc.constant({ kind: "stop" } as const),
);

/** Most steps are what a program does; the others come at any time. */
const steps = fc.array(fc.record({ isExpected: fc.nat(5).map((number) => number > 0), ending, event }), {
  minLength: 5,
  maxLength: 20,
});

/** What a program does next. */
function expectedEvent(application: PlanApplication, kind: Parameters<typeof endOf>[0]): ApplicationEvent {
  const sending = application.packs.find(({ stage }) => stage === "sending");
  if (sending) return endOf(kind, sending.packId);
  const next = nextPack(application);
  return next ? { kind: "sending", packId: next.packId } : { kind: "claimed" };
}

const outcomes = new Set(["alreadySo", "released", "scheduled", "failed", "unknown"]);
const isSo = (stage: string) => stage === "alreadySo" || stage === "released" || stage === "scheduled";
const stageOf = (application: PlanApplication, id: string) =>
  application.packs.find((pack) => pack.packId === id)?.stage;

describe("the stages of a plan that is applied", function () {
  this.timeout(60_000);

  it("rules 14 and 15: never leave an outcome, and never send out of turn, twice, or after a stop", () => {
    let sent = 0;
    let stoppedWhileSending = 0;
    const isSafe = fc.property(check, steps, (checked, taken) => {
      let application = startApplication(checked, emptyHash);
      let hasStopped = false;
      const sentPacks: string[] = [];
      for (const { isExpected, ending: kind, event: random } of taken) {
        const before = application;
        const each = isExpected ? expectedEvent(before, kind) : random;
        const next = nextPack(before);
        application = reduceApplication(before, each);

        application.packs.forEach(({ packId: id, stage }, at) => {
          const earlier = before.packs[at];
          assert.equal(earlier?.packId, id);
          if (outcomes.has(earlier.stage)) assert.deepEqual(application.packs[at], earlier);
          if (stage !== "sending" || earlier.stage === "sending") return;
          assert.ok(!hasStopped, "sent after a stop");
          assert.equal(next?.packId, id, "sent out of turn");
          assert.ok(
            before.packs.slice(0, at).every((pack) => isSo(pack.stage)),
            "sent before an earlier pack",
          );
          assert.ok(!sentPacks.includes(id), "sent twice");
          sentPacks.push(id);
        });
        assert.ok(application.packs.filter(({ stage }) => stage === "sending").length <= 1);
        if (each.kind === "stop" && application.packs.some(({ stage }) => stage === "sending")) {
          stoppedWhileSending += 1;
        }
        hasStopped ||=
          application.isStopping ||
          application.packs.some(({ stage }) => stage === "failed" || stage === "unknown");
        if (hasStopped) {
          assert.equal(nextPack(application), undefined);
          assert.deepEqual(packsToClaim(application), []);
        }
        if (isFinished(application)) {
          assert.ok(application.packs.every(({ stage }) => outcomes.has(stage) || stage === "notSent"));
          assert.ok(hasStopped || application.packs.every(({ stage }) => isSo(stage)));
        }
      }
      sent += sentPacks.length;
    });
    fc.assert(isSafe, { numRuns: 1500 });
    assert.ok(sent > 500 && stoppedWhileSending > 20, `${sent} sent, ${stoppedWhileSending} stopped`);
  });

  it("change nothing by an event that cannot happen now", () => {
    fc.assert(
      fc.property(check, event, (checked, each) => {
        const application = startApplication(checked, emptyHash);
        if (each.kind === "claimed" || each.kind === "stop") return;
        assert.equal(reduceApplication(application, each), application);
      }),
    );
  });

  it("end as the packs do: what comes after the first that was not released is not sent", () => {
    const anyEnding = fc.constantFrom(
      "released",
      "released",
      "scheduled",
      "failed",
      "unknown",
      "failedBefore",
      "stop",
    );
    const ends = fc.property(check, fc.infiniteStream(anyEnding), (checked, endings) => {
      let application = reduceApplication(startApplication(checked, emptyHash), { kind: "claimed" });
      const expected: PackOutcome["outcome"][] = [];
      let hasStopped = false;
      for (const { packId: id, state } of checked.packs) {
        if (state === "alreadySo") {
          expected.push("alreadySo");
          continue;
        }
        if (hasStopped) {
          expected.push("notSent");
          continue;
        }
        assert.equal(nextPack(application)?.packId, id);
        const [chosen = "stop"] = endings.take(1);
        const step = (...steps: readonly ApplicationEvent[]) => {
          application = steps.reduce(reduceApplication, application);
        };
        const sending: ApplicationEvent = { kind: "sending", packId: id };
        switch (chosen) {
          case "released":
          case "stop":
            step(sending, ...(chosen === "stop" ? [{ kind: "stop" } as const] : []));
            assert.equal(stageOf(application, id), "sending", "a stop lets the pack that is being sent end");
            step(endOf("released", id));
            expected.push("released");
            break;
          case "scheduled":
            step(sending, endOf("scheduled", id));
            expected.push("scheduled");
            break;
          case "failedBefore":
            step(endOf("failed", id));
            expected.push("failed");
            break;
          case "failed":
          case "unknown":
            step(sending, endOf(chosen, id));
            expected.push(chosen);
            break;
        }
        hasStopped = chosen !== "released" && chosen !== "scheduled";
      }
      assert.ok(isFinished(application));
      const report = planOutcome(application);
      assert.equal(report.formatVersion, 1);
      assert.equal(report.planHash, emptyHash);
      assert.deepEqual(
        report.packs.map(({ outcome }) => outcome),
        expected,
      );
      for (const { packId: id, name, outcome, ...rest } of report.packs) {
        assert.equal(name, `Pack ${id.slice(1)}`);
        const detail =
          outcome === "released"
            ? { releaseId: `r-${id}` }
            : outcome === "failed" || outcome === "unknown"
              ? reason
              : {};
        assert.deepEqual(rest, detail);
      }
    });
    fc.assert(ends, { numRuns: 500 });
  });

  it("report a pack as unknown that is being sent when the program ends", () => {
    const events: ApplicationEvent[] = [{ kind: "claimed" }, { kind: "sending", packId: "p0" }];
    const application = events.reduce(
      reduceApplication,
      startApplication(planCheck("ready", "ready"), emptyHash),
    );
    const [first, second] = planOutcome(application).packs;
    assert.equal(first?.outcome, "unknown");
    assert.equal(first.code, "OutcomeUnknown");
    assert.match(first.message ?? "", /"Pack 0"/);
    assert.deepEqual(second, { packId: "p1", name: "Pack 1", outcome: "notSent" });
  });

  it("rule 14: on the local store, one pack that fails leaves all others not sent", () => {
    const claimed = reduceApplication(startApplication(planCheck("ready", "ready", "ready"), emptyHash), {
      kind: "claimed",
    });
    const failed = reduceApplication(claimed, { kind: "failed", packId: "p1", ...reason });
    assert.ok(isFinished(failed));
    assert.deepEqual(
      planOutcome(failed).packs.map(({ outcome }) => outcome),
      ["notSent", "failed", "notSent"],
    );
  });
});
