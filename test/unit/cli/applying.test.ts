import assert from "node:assert/strict";
import { planOutcomeSchema } from "../../../src/model/report/reportSchemas.ts";
import * as v from "valibot";
import { outcomeExitCode } from "../../../src/cli/applying/outcomeExitCode.ts";
import type { PackOutcome } from "../../../src/model/plan/application/planOutcome.ts";
import { CommandLineWorld } from "../../support/cli/commandLineWorld.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { emptyHash, otherHash } from "../../support/fixtures/planHashes.ts";
import { on } from "../../support/platform/standIn/faults.ts";
import { Gate } from "../../support/time/gate.ts";
import { until } from "../../support/time/until.ts";

const file = "june.release-plan.json";

describe("applying a plan by the command line", () => {
  let world: CommandLineWorld;

  beforeEach(async () => (world = await CommandLineWorld.local(schedulablePacks(2))));
  afterEach(() => world.dispose());

  const releaseCount = async () => (await world.colleague.history("p-0")).length;

  it("needs the hash of the plan where nobody can be asked", async () => {
    await world.draft(file, "p-0");
    const { exitCode, output, errorOutput } = await world.call("apply", file);
    assert.equal(exitCode, 2);
    assert.equal(output, "");
    assert.match(errorOutput, /--plan-hash/);
    assert.doesNotMatch(errorOutput, /sha256:[0-9a-f]{64}/, "a hash to copy without a review");
    assert.equal(await releaseCount(), 1);
  });

  it("refuses what is no hash with 2, and another hash with 3", async () => {
    await world.draft(file, "p-0");
    await world.expect(2, "apply", file, "--plan-hash", "sha256:123");
    await world.expect(3, "apply", file, "--plan-hash", otherHash);
    assert.equal(await releaseCount(), 1);
  });

  it("asks on a terminal with the changes in view, and releases on yes alone", async () => {
    await world.draft(file, "p-0", "p-1");
    for (const answers of [["no"], ["y"], [""], []]) {
      const declined = await world.start(["apply", file], { isTerminal: true, answers }).result;
      assert.equal(declined.exitCode, 1);
      assert.match(declined.errorOutput, /nothing was released/);
    }
    assert.equal(await releaseCount(), 1);
    const confirmed = await world.start(["apply", file], { isTerminal: true, answers: ["yes"] }).result;
    assert.equal(confirmed.exitCode, 0);
    assert.match(confirmed.errorOutput, /Pack 0: ready\n {2}Process 0 1 → 3\n/);
    assert.deepEqual(confirmed.questions, ["Release 2 packs now? Type yes: "]);
    assert.equal(await releaseCount(), 2);
  });

  it("asks nothing on a terminal where the plan does not fit or nothing is left to do", async () => {
    const hash = await world.draft(file, "p-0");
    await world.expect(0, "apply", file, "--plan-hash", hash);
    const done = await world.start(["apply", file], { isTerminal: true }).result;
    assert.deepEqual([done.exitCode, done.questions], [0, []]);
    await world.colleague.release({ packId: "p-0", versions: { "c-0": "1" } });
    const drifted = await world.start(["apply", file], { isTerminal: true }).result;
    assert.deepEqual([drifted.exitCode, drifted.questions], [3, []]);
    assert.match(drifted.output, /no longer fits/);
  });

  it("releases where nobody reads its output any longer, and where it cannot be written", async () => {
    const hash = await world.draft(file, "p-0");
    const write = () => Promise.reject(new Error("ENOSPC: no space left on device, write"));
    const applied = await world.start(["apply", file, "--plan-hash", hash], { write }).result;
    assert.equal(applied.exitCode, 0);
    assert.equal(await releaseCount(), 2);
  });

  it("refuses a clock that was never set", async () => {
    const hash = await world.draft(file, "p-0");
    const clock = () => new Date("1970-01-01T00:00:12Z");
    const { exitCode, errorOutput } = await world.start(["apply", file, "--plan-hash", hash], { clock })
      .result;
    assert.equal(exitCode, 1);
    assert.match(errorOutput, /clock .*1970/);
    assert.equal(await releaseCount(), 1);
    assert.equal((await world.start(["list"], { clock }).result).exitCode, 0);
  });
});

describe("a signal while a plan is applied on the platform", () => {
  let world: CommandLineWorld;
  const release = on("ReleaseIntegrationPack", "create");

  beforeEach(async () => (world = await CommandLineWorld.onPlatform(schedulablePacks(2))));
  afterEach(() => world.dispose());

  /** Applies a plan of two packs until the platform holds the answer to the first. */
  async function applyUntilHeld() {
    const { platform } = world;
    assert.ok(platform);
    const hash = await world.draft(file, "--all");
    const gate = new Gate();
    platform.faults.plan(release, { kind: "held", gate });
    const call = world.start(["apply", file, "--plan-hash", hash, "--format", "json"]);
    await until("the release", () => platform.log.find(release));
    return { call, gate, hash };
  }

  const outcomes = (output: string) =>
    v.parse(planOutcomeSchema, JSON.parse(output)).packs.map(({ outcome }) => outcome);

  it("waits for the outcome of the pack that is being sent, and sends nothing more", async () => {
    const { call, gate } = await applyUntilHeld();
    call.signal("SIGINT");
    await until("the note", () => /Nothing more is sent/.test(call.errorOutput) || undefined);
    gate.open();
    const { exitCode, output } = await call.result;
    assert.deepEqual(outcomes(output), ["released", "notSent"]);
    assert.equal(exitCode, 4);
  });

  it("ends at once with a second signal: the pack is unknown, and applying again does not send it twice", async () => {
    const { call, gate, hash } = await applyUntilHeld();
    call.signal("SIGTERM");
    call.signal("SIGTERM");
    const { exitCode, output } = await call.result;
    assert.deepEqual(outcomes(output), ["unknown", "notSent"]);
    assert.equal(exitCode, 5);
    gate.open();
    await world.call("apply", file, "--plan-hash", hash);
    const sent = world.platform?.log.filter(
      (request) => release(request) && JSON.stringify(request.body).includes("p-0"),
    );
    assert.equal(sent?.length, 1, "it was sent again");
  });

  it("exit codes 130 and 143: it comes before anything was sent", async () => {
    const { platform } = world;
    assert.ok(platform);
    const hash = await world.draft(file, "--all");
    for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const]) {
      const gate = new Gate();
      const before = platform.log.length;
      platform.faults.plan(on("PublisherIntegrationPack"), { kind: "held", gate });
      const call = world.start(["apply", file, "--plan-hash", hash]);
      await until("the check", () => platform.log.slice(before).find(on("PublisherIntegrationPack")));
      call.signal(signal);
      gate.open();
      const { exitCode, output, errorOutput } = await call.result;
      assert.equal(exitCode, code, `${output}${errorOutput}`);
      assert.equal(platform.log.filter(release).length, 0);
    }
  });
});

describe("the exit code of an applied plan", () => {
  const code = (outcomes: readonly PackOutcome["outcome"][], signal?: "SIGINT" | "SIGTERM") =>
    outcomeExitCode(
      {
        formatVersion: 1,
        planHash: emptyHash,
        packs: outcomes.map((outcome, at) => ({ packId: `p-${at}`, name: "", outcome })),
      },
      signal,
    );

  it("follows the worst that happened", () => {
    assert.equal(code([]), 0);
    assert.equal(code(["released", "alreadySo", "scheduled"]), 0);
    assert.equal(code(["failed", "notSent"]), 1);
    assert.equal(code(["alreadySo", "failed"]), 1);
    assert.equal(code(["released", "failed", "notSent"]), 4);
    assert.equal(code(["scheduled", "notSent"]), 4);
    assert.equal(code(["released", "unknown", "notSent"]), 5);
    assert.equal(code(["unknown"], "SIGINT"), 5);
    assert.equal(code(["released", "notSent"], "SIGTERM"), 4);
    assert.equal(code(["released"], "SIGTERM"), 0);
    assert.equal(code(["alreadySo", "notSent"], "SIGINT"), 130);
    assert.equal(code(["notSent"], "SIGTERM"), 143);
  });
});
