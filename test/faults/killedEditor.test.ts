import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { backupFiles } from "../../src/backend/local/backup/backupFolder.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { endOf } from "./support/endOf.ts";
import { extent } from "./support/extent.ts";
import { Random } from "./support/random.ts";
import { assertIntegrity, wholePacks, wholeReleases } from "./support/wholePacks.ts";

const program = fileURLToPath(new URL("support/killedEditorProgram.ts", import.meta.url));
const scheduledAt = new Date("2026-06-10T12:00:00Z");
const inWindow = "2026-06-20T00:10:00Z";
const kinds = ["release", "import", "scheduledRelease", "plan"] as const;
const plannedPacks = 5;
const scheduledPacks = 6;

/** What a program had printed when it ended: how many pieces of work it had begun and finished. */
interface ProgramOutput {
  readonly begun: number;
  readonly done: number;
  readonly wasKilled: boolean;
}

describe("an editor that is killed at a random moment", () => {
  const random = new Random("killed");
  const runs = extent(12, 200);
  const tally = { killed: 0, completed: 0, notStarted: 0, intact: 0 };

  it(`completes a release, an import, a scheduled release or a release plan, or changes nothing, in ${runs} runs`, async () => {
    for (let run = 0; run < runs; run += 1) {
      const stores = new LocalStores();
      try {
        await checkRun(stores, kinds[run % kinds.length] ?? "release");
      } catch (error) {
        throw new Error(`in run ${run}`, { cause: error });
      } finally {
        stores.dispose();
      }
    }
    assert.ok(
      tally.killed > runs / 2,
      `only ${tally.killed} of ${runs} programs were killed during their work`,
    );
    summarize(
      `killed editor: ${runs} runs, ${tally.killed} killed during their work – ` +
        `the work was completed in ${tally.completed}, had changed nothing in ${tally.notStarted}, and was never done twice; ` +
        `the store was intact in ${tally.intact} of ${runs}`,
    );
  });

  async function checkRun(stores: LocalStores, kind: (typeof kinds)[number]): Promise<void> {
    await prepare(stores, kind);
    const output = await killAtRandom(stores.file, kind);
    const backend = await stores.open({ clock: () => new Date(inWindow) });
    assertIntegrity(stores.file);
    tally.intact += 1;
    const counts = await wholeReleases(backend);
    let isCompleted: boolean;
    if (kind === "release") {
      const releases = (counts.get("p-0") ?? 0) - 1;
      isCompleted = releases === output.done + 1;
      assert.ok(isCompleted || releases === output.done, `${releases} releases, ${output.done} reported`);
    } else if (kind === "plan") {
      assert.equal(new Set(counts.values()).size, 1, "all packs of a plan, or none");
      const plans = (counts.get("p-0") ?? 0) - 1;
      isCompleted = plans === output.done + 1;
      assert.ok(isCompleted || plans === output.done, `${plans} plans, ${output.done} reported`);
    } else if (kind === "import") {
      // The first import has two packs, and each later one has one more.
      const imports = counts.size - 1;
      isCompleted = imports === output.done + 1;
      assert.ok(isCompleted || imports === output.done, `${imports} imports, ${output.done} reported`);
      await assertContent(stores, await backend.snapshots.export(), counts.size);
      for (const { file } of backupFiles(stores.file)) assertIntegrity(file);
    } else {
      const packs = await backend.listPacks();
      const released = packs.filter(({ packId }) => counts.get(packId) === 2);
      for (const { packId, scheduled } of packs) {
        assert.equal(counts.get(packId), scheduled ? 1 : 2, `${packId} is either released or scheduled`);
      }
      isCompleted = released.length > output.done;
      assert.ok(released.length === output.done || released.length === output.done + 1);
    }
    backend.dispose();
    if (kind === "scheduledRelease") await assertFinished(stores);
    if (!output.wasKilled) return;
    tally.killed += 1;
    tally[isCompleted ? "completed" : "notStarted"] += 1;
  }

  async function prepare(stores: LocalStores, kind: (typeof kinds)[number]): Promise<void> {
    const packs = kind === "scheduledRelease" ? scheduledPacks : kind === "plan" ? plannedPacks : 1;
    const store = await stores.openWith(wholePacks(packs), { clock: () => scheduledAt });
    for (let at = 0; kind === "scheduledRelease" && at < packs; at += 1) {
      await store.schedules.schedule({ packId: `p-${at}`, date: "2026-06-20", timeZone: "UTC" });
    }
    store.dispose();
  }

  /** Asserts that a second start releases each pack that is still due, and releases none twice. */
  async function assertFinished(stores: LocalStores): Promise<void> {
    const child = spawn(process.execPath, [program, stores.file, "scheduledRelease", inWindow]);
    assert.deepEqual(await endOf(child), { code: 0, signal: null });
    const backend = await stores.open();
    assertIntegrity(stores.file);
    assert.deepEqual([...(await wholeReleases(backend)).values()], Array(scheduledPacks).fill(2));
    assert.ok((await backend.listPacks()).every(({ scheduled }) => scheduled === undefined));
  }

  async function assertContent(stores: LocalStores, content: unknown, packCount: number): Promise<void> {
    const file = `${stores.file}.fresh`;
    const fresh = await stores.openWith(wholePacks(packCount), { file });
    assert.deepEqual(content, await fresh.snapshots.export());
  }

  /** Starts the program and kills it shortly after a random line of its output. */
  async function killAtRandom(file: string, kind: string): Promise<ProgramOutput> {
    const child = spawn(process.execPath, [program, file, kind, inWindow], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = endOf(child);
    const output = { begun: 0, done: 0 };
    const killAfter = 1 + random.below(6);
    const delay = random.next() * 12;
    let lines = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      assert.ok(line === "begin" || line === "done", line);
      output[line === "begin" ? "begun" : "done"] += 1;
      lines += 1;
      if (lines === killAfter) void pause(delay).then(() => child.kill("SIGKILL"));
    }
    const { signal } = await ended;
    return { ...output, wasKilled: signal === "SIGKILL" };
  }
});
