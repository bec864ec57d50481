import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { clockFlags } from "../../../../scripts/editor/clockFlags.ts";
import { day } from "../../../support/time/durations.ts";

/** Prints what the clock shows in the process, in a worker thread, and in a forked process. */
const program = `
import { fork } from "node:child_process";
import { statSync } from "node:fs";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

const shown = {
  now: Date.now(),
  date: new Date().getTime(),
  text: Date.parse(Date()),
  subclass: new (class extends Date {})().getTime(),
  origin: performance.timeOrigin + performance.now(),
};
if (!isMainThread) parentPort.postMessage(shown);
else if (process.send) process.send(shown);
else {
  const answer = (from) => new Promise((resolve) => from.once("message", resolve));
  const made = new Date(2027, 0, 31, 12, 30);
  const rest = {
    parts: [made.getFullYear(), made.getMonth(), made.getDate(), made.getHours(), made.getMinutes()],
    instant: new Date("2027-01-31T00:00:00Z").getTime(),
    utc: Date.UTC(2027, 0, 31),
    isDate: [new Date(), statSync(".").mtime, structuredClone(made)].map((date) => date instanceof Date),
    constructor: made.constructor === Date,
  };
  const worker = await answer(new Worker(new URL(import.meta.url)));
  const forked = await answer(fork(import.meta.filename));
  await new Promise((resolve) => setTimeout(resolve, 1));
  console.log(JSON.stringify({ shown: [shown, worker, forked], rest }));
}
`;

interface Printed {
  readonly shown: readonly Readonly<Record<string, number>>[];
  readonly rest: unknown;
}

describe("the shifted clock", function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "integration packs clock-"));
    file = join(folder, "program.mjs");
    writeFileSync(file, program);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(offsetSeconds: number): Promise<Printed> {
    const { stdout } = await promisify(execFile)(process.execPath, [...clockFlags(offsetSeconds), file]);
    return JSON.parse(stdout) as Printed;
  }

  for (const [name, offset] of [
    ["ahead", 400 * day],
    ["behind", -2 * day],
  ] as const) {
    it(`is ${name} in the process, in worker threads and in forked processes`, async () => {
      const start = Date.now() + offset;
      const { shown } = await run(offset / 1000);
      const end = Date.now() + offset;
      assert.equal(shown.length, 3);
      for (const times of shown) {
        assert.equal(Object.keys(times).length, 5);
        for (const [source, time] of Object.entries(times)) {
          // The text of a date has whole seconds; the origin is measured by another clock.
          assert.ok(
            time >= start - 1_000 && time <= end + 1_000,
            `${source} shows ${new Date(time).toISOString()}`,
          );
        }
      }
    });
  }

  it("changes nothing about dates that are given", async () => {
    const { rest } = await run(400 * 86_400);
    assert.deepEqual(rest, (await run(0)).rest);
    assert.deepEqual(rest, {
      parts: [2027, 0, 31, 12, 30],
      instant: Date.parse("2027-01-31T00:00:00Z"),
      utc: Date.parse("2027-01-31T00:00:00Z"),
      isDate: [true, true, true],
      constructor: true,
    });
  });
});
