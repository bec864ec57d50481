import assert from "node:assert/strict";
import { join } from "node:path";
import { ActiveBackend } from "../../../../src/session/activeBackend.ts";
import type { BackupFacet } from "../../../../src/backend/backups.ts";
import { storeErrors } from "../../../../src/backend/local/storeErrors.ts";
import { DailyBackups } from "../../../../src/session/store/dailyBackups.ts";
import type { Log } from "../../../../src/base/log.ts";
import { now, store } from "../../../support/fixtures/store.ts";
import { Gate } from "../../../support/time/gate.ts";
import { SimulatedClock } from "../../../support/scheduler/simulatedClock.ts";
import { StoreWithBackups } from "../../../support/store/storeWithBackups.ts";
import { day, hour, minute } from "../../../support/time/durations.ts";

describe("the schedule of daily backups", () => {
  let time: SimulatedClock;
  let daily: DailyBackups;
  /** How often the backend was asked to make a backup. */
  let asked: number;
  let log: string[];
  /** The outcome of the next backup. */
  let makeDaily: BackupFacet["makeDaily"];
  /** Opens the active backend, which may lack backups. */
  let open: () => Promise<{ backups?: BackupFacet }>;

  const countedBackups: BackupFacet = {
    makeDaily: () => {
      asked += 1;
      return makeDaily();
    },
  };
  const writingLog: Log = {
    info: (message) => void log.push(`info: ${message}`),
    warn: (message) => void log.push(`warn: ${message}`),
    error: (message) => void log.push(`error: ${String(message)}`),
  };
  const start = () =>
    new DailyBackups({ backend: { get: () => open() }, timer: time.timer, log: writingLog });
  const advance = (duration: number) => time.advance(duration, () => daily.whenIdle());
  /** Lets a minute pass without waiting for a backup that is under way. */
  const advanceIntoBackup = () => time.advance(minute, () => Promise.resolve());

  beforeEach(() => {
    time = new SimulatedClock(now);
    asked = 0;
    log = [];
    makeDaily = () => Promise.resolve(undefined);
    open = () => Promise.resolve({ backups: countedBackups });
    daily = start();
  });
  afterEach(() => daily.dispose());

  it("asks for a backup within a minute of the start, and every hour after that", async () => {
    let opened = 0;
    open = () => {
      opened += 1;
      return Promise.resolve({ backups: countedBackups });
    };
    await advance(1000);
    assert.equal(opened, 0);
    await advance(minute);
    assert.equal(asked, 1);
    await advance(day);
    assert.equal(asked, 25);
    assert.equal(time.timerCount, 1);
    assert.deepEqual(log, [], "something was logged although no backup was needed");
  });

  it("makes a backup soon after the start, and another a day later even if the machine slept", async () => {
    const stores = new StoreWithBackups();
    const active = new ActiveBackend(() => stores.open({ clock: time.clock }));
    try {
      const backend = await stores.openWith(store());
      open = () => active.get();
      await advance(minute);
      assert.equal(stores.backupNames().length, 1);
      await stores.edit(backend);
      await advance(2 * hour);
      assert.equal(stores.backupNames().length, 1, "there is more than one backup for a day");
      time.set(new Date("2026-06-11T12:00:00Z"));
      await advance(hour);
      const names = stores.backupNames();
      assert.deepEqual(
        names.map((name) => name.slice(0, 8)),
        ["20260610", "20260611"],
      );
      assert.deepEqual(
        log,
        names.map((name) => `info: The backup of the day is ${join(stores.backupFolder, name)}`),
      );
    } finally {
      active.dispose();
      stores.dispose();
    }
  });

  it("logs a failure once, retries, and logs it again only after another failure or a success", async () => {
    const isLocked = () => Promise.reject(storeErrors.locked("store.db"));
    const isGone = () => Promise.reject(storeErrors.gone("store.db"));
    makeDaily = isLocked;
    await advance(minute);
    assert.equal(log.length, 1);
    assert.match(log[0] ?? "", /^warn: No backup of the day was made: .*locked by another program/);
    await advance(3 * hour);
    assert.equal(asked, 4);
    assert.equal(log.length, 1);
    makeDaily = isGone;
    await advance(hour);
    assert.match(log[1] ?? "", /^warn: .*moved, deleted or replaced/);
    makeDaily = () => Promise.resolve("made.db");
    await advance(hour);
    assert.equal(log[2], "info: The backup of the day is made.db");
    makeDaily = isGone;
    await advance(hour);
    assert.deepEqual(log.slice(3), log.slice(1, 2));
  });

  it("logs a backend that cannot be opened, and asks the next one that opens", async () => {
    open = () => Promise.reject(storeErrors.locked("store.db"));
    await advance(minute);
    assert.equal(log.length, 1);
    open = () => Promise.resolve({ backups: countedBackups });
    await advance(hour);
    assert.equal(asked, 1);
    assert.equal(log.length, 1);
  });

  it("ignores a backend without backups, and asks the next one that has backups", async () => {
    open = () => Promise.resolve({});
    await advance(2 * hour);
    assert.deepEqual([asked, log], [0, []]);
    open = () => Promise.resolve({ backups: countedBackups });
    await advance(hour);
    assert.equal(asked, 1);
  });

  it("does not ask again during a long backup", async () => {
    const gate = new Gate();
    makeDaily = async () => {
      await gate.pass();
      return undefined;
    };
    await advanceIntoBackup();
    await gate.reached;
    await time.advance(day, () => Promise.resolve());
    assert.equal(asked, 1);
    gate.open();
    await daily.whenIdle();
    await advance(hour);
    assert.equal(asked, 2);
  });

  describe("ends when it is disposed of", () => {
    it("before the first backup", async () => {
      daily.dispose();
      assert.equal(time.timerCount, 0);
      await advance(day);
      assert.equal(asked, 0);
    });

    it("between two backups", async () => {
      await advance(minute);
      daily.dispose();
      assert.equal(time.timerCount, 0);
      await advance(day);
      assert.equal(asked, 1);
    });

    it("while the backend opens, which is then not asked", async () => {
      const gate = new Gate();
      open = async () => {
        await gate.pass();
        return { backups: countedBackups };
      };
      await endAt(gate);
      assert.equal(asked, 0);
    });

    for (const [what, end] of [
      ["succeeds", () => Promise.resolve("made.db")],
      ["fails", () => Promise.reject(storeErrors.gone("store.db"))],
    ] as const) {
      it(`during a backup that ${what}: nothing is logged, and no other backup follows`, async () => {
        const gate = new Gate();
        makeDaily = async () => {
          await gate.pass();
          return end();
        };
        await endAt(gate);
        assert.equal(asked, 1);
      });
    }

    /** Disposes of the backups while they wait at the gate, then opens the gate and lets a day pass. */
    async function endAt(gate: Gate): Promise<void> {
      await advanceIntoBackup();
      await gate.reached;
      daily.dispose();
      gate.open();
      await daily.whenIdle();
      assert.equal(time.timerCount, 0);
      await advance(day);
      assert.deepEqual(log, []);
    }
  });
});
