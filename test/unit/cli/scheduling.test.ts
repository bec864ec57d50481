import assert from "node:assert/strict";
import * as v from "valibot";
import { runExitCode } from "../../../src/cli/scheduling/runExitCode.ts";
import { schedulerLineSchema } from "../../../src/cli/schemas.ts";
import type { SchedulerLine } from "../../../src/cli/scheduling/schedulerLine.ts";
import { CommandLineWorld } from "../../support/cli/commandLineWorld.ts";
import { now } from "../../support/fixtures/store.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { on, refuse } from "../../support/platform/standIn/faults.ts";
import { Gate } from "../../support/time/gate.ts";
import { until } from "../../support/time/until.ts";

const file = "july.release-plan.json";
/** In the window of the date that `scheduleAll` uses. */
const inWindow = () => new Date("2026-06-30T22:10:00Z");
/** After it. */
const late = () => new Date("2026-07-03T10:00:00Z");

function linesOf(output: string): SchedulerLine[] {
  const lines = output.split("\n").filter((line) => line !== "");
  return lines.map((line) => v.parse(schedulerLineSchema, JSON.parse(line)));
}

const eventsOf = (output: string) => linesOf(output).map(({ event }) => event);

for (const [name, create] of Object.entries({
  "the local store": () => CommandLineWorld.local(schedulablePacks(7)),
  "the platform": () => CommandLineWorld.onPlatform(schedulablePacks(7)),
})) {
  describe(`the scheduler of the command line on ${name}`, () => {
    let world: CommandLineWorld;

    beforeEach(async () => {
      world = await create();
      const hash = await world.draft(file, "--all", "--date", "2026-07-01", "--time-zone", "Europe/Berlin");
      await world.expect(0, "apply", file, "--plan-hash", hash);
    });
    afterEach(() => world.dispose());

    const once = (clock: () => Date, ...args: readonly string[]) =>
      world.start(["scheduler", "--once", ...args], { clock }).result;

    it("runs once what is due: each release once, then nothing", async () => {
      const early = await once(() => now);
      assert.deepEqual([early.exitCode, early.output], [0, ""]);
      const { exitCode, output } = await once(inWindow);
      assert.equal(exitCode, 0, output);
      const lines = linesOf(output);
      assert.deepEqual(lines.map(({ packId }) => packId).sort(), [
        "p-0",
        "p-1",
        "p-2",
        "p-3",
        "p-4",
        "p-5",
        "p-6",
      ]);
      for (const { event, trigger, date, timeZone, releaseId } of lines) {
        assert.deepEqual(
          [event, trigger, date, timeZone],
          ["released", "scheduled", "2026-07-01", "Europe/Berlin"],
        );
        assert.ok(releaseId);
      }
      const again = await once(inWindow);
      assert.deepEqual([again.exitCode, again.output], [0, ""]);
    });

    it("releases missed ones late, or marks them with --missed skip", async () => {
      const skipped = await once(late, "--missed", "skip");
      assert.equal(skipped.exitCode, 0);
      assert.deepEqual(new Set(eventsOf(skipped.output)), new Set(["missed"]));
      const again = await once(late);
      assert.deepEqual([again.exitCode, again.output], [0, ""], "what was marked waits for a person");
    });

    it("releases missed ones late by default", async () => {
      const { exitCode, output } = await once(late);
      assert.equal(exitCode, 0);
      assert.deepEqual(new Set(linesOf(output).map(({ trigger }) => trigger)), new Set(["late"]));
    });

    it("reports what failed: a pack that changed since it was confirmed", async () => {
      // A local store lets nobody release what is scheduled by somebody else without saying so.
      if (world.platform) await world.colleague.release({ packId: "p-3", versions: { "c-3": "2" } });
      else await world.colleague.editing?.removeComponent("p-3", "c-3");
      const { exitCode, output } = await once(inWindow);
      assert.equal(exitCode, 4, output);
      const failed = linesOf(output).filter(({ event }) => event === "failed");
      assert.deepEqual(
        failed.map(({ packId, code }) => [packId, code]),
        [["p-3", "Conflict"]],
      );
    });

    it("runs until a signal comes, and ends cleanly", async () => {
      const call = world.start(["scheduler"], { clock: inWindow });
      await until("the last release", () => eventsOf(call.output).filter((event) => event === "released")[6]);
      call.signal("SIGTERM");
      const { exitCode, output } = await call.result;
      assert.equal(exitCode, 0);
      const events = eventsOf(output);
      assert.equal(events[0], "started");
      assert.equal(events.at(-1), "stopped");
    });
  });
}

describe("the scheduler of the command line on a platform with faults", () => {
  let world: CommandLineWorld;
  const release = on("ReleaseIntegrationPack", "create");

  beforeEach(async () => {
    world = await CommandLineWorld.onPlatform(schedulablePacks(2));
    const hash = await world.draft(file, "--all", "--date", "2026-07-01", "--time-zone", "Europe/Berlin");
    await world.expect(0, "apply", file, "--plan-hash", hash);
  });
  afterEach(() => world.dispose());

  function standIn() {
    assert.ok(world.platform);
    return world.platform;
  }

  const once = () => world.start(["scheduler", "--once"], { clock: inWindow }).result;

  it("reports an attempt that is to be tried again, and releases with the next call", async () => {
    standIn().faults.plan(on("PublisherIntegrationPack"), refuse(500, "Out of order."), 1000);
    const failed = await once();
    assert.equal(failed.exitCode, 1, failed.output);
    assert.ok(eventsOf(failed.output).every((event) => event === "waiting" || event === "unavailable"));
    standIn().faults.clear();
    const released = await once();
    assert.deepEqual([released.exitCode, ...eventsOf(released.output)], [0, "released", "released"]);
  });

  it("exit code 5: the answer of a release is lost", async () => {
    standIn().faults.plan(release, { kind: "cutBefore" });
    const { exitCode, output } = await once();
    assert.equal(exitCode, 5, output);
    assert.ok(linesOf(output).some(({ code }) => code === "OutcomeUnknown"));
  });

  it("waits for a release that was sent when a signal comes, and sends no other", async () => {
    const gate = new Gate();
    standIn().faults.plan(release, { kind: "held", gate });
    const call = world.start(["scheduler", "--once"], { clock: inWindow });
    await until("the release", () => standIn().log.find(release));
    call.signal("SIGTERM");
    gate.open();
    const { exitCode, output } = await call.result;
    assert.deepEqual(eventsOf(output), ["released"]);
    assert.equal(exitCode, 4);
    assert.equal(standIn().log.filter(release).length, 1);
  });
});

describe("the exit code of one run of the scheduler", () => {
  it("follows the worst that happened", () => {
    assert.equal(runExitCode([]), 0);
    assert.equal(runExitCode([{ event: "released" }, { event: "missed" }]), 0);
    assert.equal(runExitCode([{ event: "failed" }]), 1);
    assert.equal(runExitCode([{ event: "unavailable" }]), 1);
    assert.equal(runExitCode([{ event: "refused" }]), 1);
    assert.equal(runExitCode([{ event: "released" }, { event: "waiting" }]), 4);
    assert.equal(runExitCode([{ event: "released" }, { event: "unknown" }]), 5);
    assert.equal(runExitCode([{ event: "failed", code: "OutcomeUnknown" }]), 5);
    assert.equal(runExitCode([], "SIGINT"), 130);
    assert.equal(runExitCode([], "SIGTERM"), 143);
    assert.equal(runExitCode([{ event: "released" }], "SIGTERM"), 4);
  });
});
