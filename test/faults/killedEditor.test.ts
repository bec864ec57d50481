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
const kinds = ["release", "import", "scheduledRelease"] as const;
const scheduledPacks = 6;

/** What a program had said when it was dead: what it began, and what it knew to be done. */
interface LastWords {
  readonly begun: number;
  readonly done: number;
  readonly wasKilled: boolean;
}

describe("an editor that is killed at a random moment", () => {
  const random = new Random("killed");
  const runs = extent(12, 200);
  const tally = { killed: 0, wholly: 0, notAtAll: 0, sound: 0 };

  it(`of a release, an import or a scheduled release leaves it wholly done or not at all, ${runs} times`, async () => {
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
    assert.ok(tally.killed > runs / 2, `${tally.killed} of ${runs} were killed before they were done`);
    summarize(
      `killed: ${runs} runs, ${tally.killed} of them in mid-work – ` +
        `what was under way was done wholly in ${tally.wholly}, not at all in ${tally.notAtAll}, never twice; ` +
        `integrity held ${tally.sound} of ${runs}`,
    );
  });

  async function checkRun(stores: LocalStores, kind: (typeof kinds)[number]): Promise<void> {
    await prepare(stores, kind);
    const words = await killAtRandom(stores.file, kind);
    const backend = await stores.open({ clock: () => new Date(inWindow) });
    assertIntegrity(stores.file);
    tally.sound += 1;
    const counts = await wholeReleases(backend);
    let isWhole: boolean;
    if (kind === "release") {
      const releases = (counts.get("p-0") ?? 0) - 1;
      isWhole = releases === words.done + 1;
      assert.ok(isWhole || releases === words.done, `${releases} releases, ${words.done} of them known`);
    } else if (kind === "import") {
      // The first import brings two packs, and each one more.
      const imports = counts.size - 1;
      isWhole = imports === words.done + 1;
      assert.ok(isWhole || imports === words.done, `${imports} imports, ${words.done} of them known`);
      await assertContent(stores, await backend.snapshots.export(), counts.size);
      for (const { file } of backupFiles(stores.file)) assertIntegrity(file);
    } else {
      const packs = await backend.listPacks();
      const released = packs.filter(({ packId }) => counts.get(packId) === 2);
      for (const { packId, scheduled } of packs) {
        assert.equal(counts.get(packId), scheduled ? 1 : 2, `${packId} is released or waits, once`);
      }
      isWhole = released.length > words.done;
      assert.ok(released.length === words.done || released.length === words.done + 1);
    }
    backend.dispose();
    if (kind === "scheduledRelease") await assertFinished(stores);
    if (!words.wasKilled) return;
    tally.killed += 1;
    tally[isWhole ? "wholly" : "notAtAll"] += 1;
  }

  async function prepare(stores: LocalStores, kind: (typeof kinds)[number]): Promise<void> {
    const packs = kind === "scheduledRelease" ? scheduledPacks : 1;
    const store = await stores.openWith(wholePacks(packs), { clock: () => scheduledAt });
    for (let at = 0; kind === "scheduledRelease" && at < packs; at += 1) {
      await store.schedules.schedule({ packId: `p-${at}`, date: "2026-06-20", timeZone: "UTC" });
    }
    store.dispose();
  }

  /** A second start finishes what is due, once. */
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

  /** Kills the program a moment after a random word of it. */
  async function killAtRandom(file: string, kind: string): Promise<LastWords> {
    const child = spawn(process.execPath, [program, file, kind, inWindow], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = endOf(child);
    const words = { begun: 0, done: 0 };
    const killAfter = 1 + random.below(6);
    const delay = random.next() * 12;
    let said = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      assert.ok(line === "begin" || line === "done", line);
      words[line === "begin" ? "begun" : "done"] += 1;
      said += 1;
      if (said === killAfter) void pause(delay).then(() => child.kill("SIGKILL"));
    }
    const { signal } = await ended;
    return { ...words, wasKilled: signal === "SIGKILL" };
  }
});
