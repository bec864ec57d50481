import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { makeDailyBackup } from "../../src/backend/local/backup/makeDailyBackup.ts";
import type { LocalBackend } from "../../src/backend/local/localBackend.ts";
import { restoreBackup } from "../../src/backend/local/backup/restoreBackup.ts";
import { Connection } from "../../src/backend/sqlite/connection.ts";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { ids, now, store } from "../support/fixtures/store.ts";
import { LocalStores, lockPatience, user } from "../support/store/localStores.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { extent } from "./support/extent.ts";
import { Random } from "./support/random.ts";

describe("faults of the store file and its disk", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("refuses a file that is cut or has flipped bits and does not change it, and the backup of the day restores it", async function () {
    this.timeout(1_800_000);
    const random = new Random("damaged file");
    const backend = await stores.openWith(store(), { clock: () => now });
    const intact = withoutSchedules(await backend.snapshots.export());
    const backup = makeDailyBackup(stores.file, now) ?? assert.fail("there is no backup");
    backend.dispose();
    const whole = readFileSync(stores.file);
    const schedules = schedulesIn(stores.file) ?? assert.fail("the schedules cannot be read");
    const runs = extent(60, 2_000);
    let refused = 0;
    for (let run = 0; run < runs; run++) {
      const damaged = run % 3 === 0 ? cut(whole, random) : flipped(whole, random);
      writeFileSync(stores.file, damaged);
      if (await opensWhole(stores)) continue;
      refused += 1;
      assert.ok(readFileSync(stores.file).equals(damaged), "the damaged file was changed");
      const restore = () =>
        restoreBackup({ file: stores.file, user, clock: () => now, lockPatience }, backup);
      const refusal = refusalToOverwrite(damaged, whole);
      if (refusal) {
        await rejectsWith(restore(), "StoreUnavailable", refusal, /[Mm]ove it away/);
        assert.ok(
          readFileSync(stores.file).equals(damaged),
          "a file that may be another program's was changed",
        );
        rmSync(stores.file);
      }
      const mayWait = schedulesIn(stores.file) === schedules;
      await restore();
      const restored = await stores.open({ clock: () => now });
      const content = await restored.snapshots.export();
      assert.deepEqual(withoutSchedules(content), intact);
      // A release that may have run since the backup does not run by itself. One that the damaged store shows waiting did not run.
      const waiting = content.packs.filter(({ scheduled }) => scheduled && scheduled.state !== "missed");
      assert.ok(mayWait || waiting.length === 0, `${waiting.length} scheduled releases still wait`);
      restored.dispose();
      for (const suffix of ["-wal", "-shm"]) rmSync(`${stores.file}${suffix}`, { force: true });
    }
    assert.ok(refused > 0);
    summarize(
      `damaged store file: ${runs} – ${refused} refused, not changed, and restored from the backup of the day; ${runs - refused} not noticed, as SQLite has no checksums of texts`,
    );
  });

  it("loses nothing on a full disk, and the same backend works again once there is space", async function () {
    const disk = join(stores.folder, "disk");
    mkdirSync(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).status !== 0) {
      summarize("full disk: skipped, as this user may not mount a file system");
      this.skip();
    }
    const file = join(disk, "store.db");
    const ballast = join(disk, "ballast");
    const backend = await stores.openWith(store(), { file, clock: () => now });
    try {
      const before = await backend.snapshots.export();
      fill(ballast);
      await rejectsWith(backend.snapshots.import(schedulablePacks(2_000)), "StoreUnavailable");
      assert.deepEqual(await backend.snapshots.export(), before);
      rmSync(ballast);
      await backend.release({ packId: ids.neverReleased });
      assert.equal((await backend.history(ids.neverReleased)).length, 1);
      summarize("full disk: refused, nothing lost, and worked again once there was space");
    } finally {
      backend.dispose();
      spawnSync("umount", [disk]);
    }
  });

  it("reports a lock of another program, and the same backend works again without the lock", async function () {
    const lockedMs = extent(2_000, 60_000);
    this.timeout(lockedMs + 60_000);
    const backend = await stores.openWith(store(), { clock: () => now, lockPatience });
    const holder = spawn(process.execPath, ["-e", holdLock, stores.file], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    const end = performance.now() + lockedMs;
    let refused = 0;
    while (performance.now() < end) {
      await rejectsWith(backend.release({ packId: ids.neverReleased }), "StoreUnavailable", /locked/);
      assert.equal((await backend.listPacks()).length, store().packs.length);
      refused += 1;
      await delay(100);
    }
    holder.stdin.end();
    await once(holder, "exit");
    await backend.release({ packId: ids.neverReleased });
    assert.equal((await backend.history(ids.neverReleased)).length, 1);
    summarize(
      `locked store for ${lockedMs / 1_000} s: ${refused} releases refused, reading possible, one release after the lock`,
    );
  });
});

/** Locks the store for writing until its input ends. */
const holdLock = `
  const { DatabaseSync } = require("node:sqlite");
  const database = new DatabaseSync(process.argv[1]);
  database.exec("BEGIN IMMEDIATE");
  console.log("locked");
  process.stdin.resume().on("end", () => database.close());`;

/** The snapshot without schedules: a restored schedule is marked missed, everything else stays as it was. */
function withoutSchedules({ packs, ...rest }: Snapshot) {
  return {
    ...rest,
    packs: packs.map(({ scheduled: _scheduled, scheduleEvents: _events, ...pack }) => pack),
  };
}

/** The scheduled releases that the file has; undefined if they cannot be read. */
function schedulesIn(file: string): string | undefined {
  try {
    const connection = new Connection(file, "read");
    try {
      return JSON.stringify(connection.all("SELECT * FROM schedule ORDER BY pack_key"));
    } finally {
      connection.close();
    }
  } catch {
    return undefined;
  }
}

/** Cuts the file, but leaves at least a byte: an empty file is a new store. */
function cut(whole: Buffer, random: Random): Buffer {
  return whole.subarray(0, 1 + random.below(whole.length - 1));
}

function flipped(whole: Buffer, random: Random): Buffer {
  const damaged = Buffer.from(whole);
  for (let flips = 1 + random.below(64); flips > 0; flips--) {
    const at = random.below(damaged.length);
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << random.below(8)), at);
  }
  return damaged;
}

/**
 * Why no backup is restored over the file: by flipped bits in its header it looks like a database of another program or
 * a newer format.
 */
function refusalToOverwrite(damaged: Buffer, whole: Buffer): RegExp | undefined {
  if (damaged.length < 112 || !damaged.subarray(0, 16).equals(whole.subarray(0, 16))) return undefined;
  if (damaged.readInt32BE(68) !== whole.readInt32BE(68)) return /another program/;
  return damaged.readInt32BE(60) > whole.readInt32BE(60) ? /newer format/ : undefined;
}

/** Whether the store opens and can be read completely. @throws any error but `StoreUnavailable` */
async function opensWhole(stores: LocalStores): Promise<boolean> {
  let backend: LocalBackend | undefined;
  try {
    backend = await stores.open({ clock: () => now, lockPatience });
    await backend.snapshots.export();
    return true;
  } catch (error) {
    if (error instanceof IntegrationPacksError && error.code === "StoreUnavailable") return false;
    throw error;
  } finally {
    backend?.dispose();
  }
}

/** Writes until the disk is full. */
function fill(file: string): void {
  const block = Buffer.alloc(64 * 1024);
  for (;;) {
    try {
      writeFileSync(file, block, { flag: "a" });
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOSPC") return;
      throw error;
    }
  }
}
