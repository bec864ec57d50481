import assert from "node:assert/strict";
import { Gate } from "../../../../support/time/gate.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";
import type { PlatformStandIn } from "../../../../support/platform/standIn/platformStandIn.ts";
import {
  inWindow,
  packId,
  scheduleAndFind,
  sentReleases,
  withWorkspace,
  type Workspace,
} from "../../../../support/platform/workspace.ts";

const scheduledAt = "2026-06-10T12:00:00Z";
const request = { packId, date: "2026-06-12", timeZone: "UTC" };

describe("scheduled releases that the workspace keeps, when others act at the same time,", function () {
  this.timeout(20_000);

  it("are sent once by two windows", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const [one, other] = [await open(), await open()];
      const { queue, due } = await scheduleAndFind(one, setTime);
      const releases = await Promise.all([
        queue.release(due, "inWindow"),
        other.schedules.queue.release(due, "inWindow"),
      ]);
      assert.equal(releases.filter((release) => release !== undefined).length, 1);
      assert.equal(sentReleases(platform), 1);
    }));

  it("that were cancelled while their pack was read are not sent", () =>
    withWorkspace(async ({ platform, openQueue, setTime }) => {
      const { queue, parts } = await openQueue((id) => parts.schedules.cancel(id));
      const { due } = await scheduleAndFind(parts, setTime);
      assert.equal(await queue.release(due, "inWindow"), undefined);
      assert.equal(sentReleases(platform), 0);
      assert.deepEqual(await parts.records.listOpenAttempts(), []);
    }));

  it("that were replaced within the same instant are other ones: what was read before releases nothing", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      const { schedules } = await open();
      await schedules.schedule(request);
      const before = await schedules.queue.find(packId);
      await schedules.schedule({ ...request, replaceScheduled: true });
      const after = await schedules.queue.find(packId);
      assert.ok(before && after);
      assert.deepEqual(after.schedule, before.schedule);
      assert.notEqual(after.scheduleId, before.scheduleId);
      setTime(inWindow);
      for (const permission of ["inWindow", "retry"] as const) {
        assert.equal(await schedules.queue.release(before, permission), undefined);
      }
      assert.equal(await schedules.queue.fail(before, { problem: "Because." }), false);
      setTime("2026-06-12T01:00:00Z");
      assert.equal(await schedules.queue.release(before, "late"), undefined);
      assert.equal(await schedules.queue.miss(before), false);
      assert.equal(sentReleases(platform), 0);
      assert.deepEqual(await schedules.queue.find(packId), after);
      assert.equal((await schedules.queue.release(after, "late"))?.trigger, "late");
      assert.equal(sentReleases(platform), 1);
    }));

  it("that were replaced within the same instant while their pack was read are not sent", () =>
    withWorkspace(async ({ platform, openQueue, setTime }) => {
      const { queue, parts } = await openQueue(async () => {
        setTime(scheduledAt);
        await parts.schedules.schedule({ ...request, replaceScheduled: true });
        setTime(inWindow);
      });
      const { due } = await scheduleAndFind(parts, setTime);
      assert.equal(await queue.release(due, "inWindow"), undefined);
      assert.equal(sentReleases(platform), 0);
      const after = await queue.find(packId);
      assert.deepEqual(after?.schedule, due.schedule);
      assert.notEqual(after.scheduleId, due.scheduleId);
      assert.deepEqual(await parts.records.listOpenAttempts(), []);
    }));

  it("are not sent by a retry while another window has claimed them and reads their pack", () =>
    withWorkspace(async ({ platform, open, openQueue, setTime }) => {
      const gate = new Gate();
      const { queue, parts } = await openQueue(() => gate.pass());
      const { due } = await scheduleAndFind(parts, setTime);
      const first = queue.release(due, "inWindow");
      await gate.reached;
      const other = (await open()).schedules.queue;
      const seen = await other.find(packId);
      assert.equal(seen?.schedule.state, "releasing");
      for (const queued of [due, seen]) assert.equal(await other.release(queued, "retry"), undefined);
      assert.equal(sentReleases(platform), 0);
      gate.open();
      assert.equal((await first)?.trigger, "scheduled");
      assert.equal(sentReleases(platform), 1);
    }));

  it("are not sent again by a retry while another window follows them", () =>
    withWorkspace(async (workspace) => {
      const { platform, open } = workspace;
      const { due, first, gate } = await releaseUntilFollowed(workspace);
      assert.equal(await (await open()).schedules.queue.release(due, "retry"), undefined);
      assert.equal(sentReleases(platform), 1);
      gate.open();
      assert.equal((await first)?.trigger, "scheduled");
      assert.equal(sentReleases(platform), 1);
    }));

  it("are followed by a retry, and not sent again, when who followed them seems to be gone", () =>
    withWorkspace(async (workspace) => {
      const { platform, open, setTime } = workspace;
      const { due, first, gate } = await releaseUntilFollowed(workspace);
      // The claim has run out by then.
      setTime("2026-06-12T00:50:00Z");
      letRun(platform, 3);
      const other = await open();
      const release = await other.schedules.queue.release(due, "retry");
      assert.equal(release?.trigger, "scheduled");
      gate.open();
      assert.deepEqual(await first, release, "it was only slow, and finds the same release");
      assert.equal(sentReleases(platform), 1);
      assert.equal((await other.history(packId)).length, 1);
    }));

  it("are not sent by a retry while another window releases the pack at once", () =>
    withWorkspace(async ({ platform, open, setTime }) => {
      platform.conditions.looksUntilDone = 1000;
      const gate = new Gate();
      const releasing = await open({ timing: new HeldTiming(gate, () => sentReleases(platform) > 0) });
      const { queue, due } = await scheduleAndFind(await open(), setTime);
      const first = releasing.release({ packId, replaceScheduled: true });
      await gate.reached;
      assert.equal(await queue.release(due, "retry"), undefined);
      assert.equal((await queue.find(packId))?.schedule.state, "releasing");
      assert.equal(sentReleases(platform), 1);
      letRun(platform, 0);
      gate.open();
      assert.equal((await first).trigger, "immediate");
      assert.equal(await queue.find(packId), undefined);
      assert.equal(await queue.release(due, "retry"), undefined);
      assert.equal(sentReleases(platform), 1);
    }));
});

/** A window that has sent the scheduled release and waits at the gate before it looks again what became of it. */
async function releaseUntilFollowed({ platform, open, setTime }: Workspace) {
  const gate = new Gate();
  const backend = await open({ timing: new HeldTiming(gate, () => sentReleases(platform) > 0) });
  const { queue, due } = await scheduleAndFind(backend, setTime);
  const first = queue.release(due, "inWindow");
  await gate.reached;
  return { due, first, gate };
}

/** The releases that the platform runs are done after so many further looks. */
function letRun({ state }: PlatformStandIn, looks: number): void {
  for (const request of state.releaseRequests.values()) request.looksUntilDone = looks;
}

/** Pauses that are held at a gate from some moment on, so that what pauses stays under way. */
class HeldTiming extends ManualTiming {
  readonly #gate: Gate;
  readonly #isHeld: () => boolean;

  constructor(gate: Gate, isHeld: () => boolean) {
    super();
    this.#gate = gate;
    this.#isHeld = isHeld;
  }

  override async pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (this.#isHeld()) await this.#gate.pass();
    await super.pause(milliseconds, signal);
  }
}
