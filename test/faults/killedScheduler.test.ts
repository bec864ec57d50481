import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LocalBackend } from "../../src/backend/local/localBackend.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { wasKilled } from "../support/wasKilled.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";

const program = fileURLToPath(new URL("../support/scheduler/schedulerProgram.ts", import.meta.url));
const scheduledAt = new Date("2026-06-10T12:00:00Z");
const inWindow = "2026-06-20T00:10:00Z";

describe("schedulers in several processes with one store file", function () {
  this.timeout(120_000);
  let stores: LocalStores;
  let store: LocalBackend;

  beforeEach(() => void (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  const prepare = async (packCount: number) => {
    store = await stores.openWith(schedulablePacks(packCount), { clock: () => scheduledAt });
    for (let at = 0; at < packCount; at += 1) {
      await store.schedules.schedule({ packId: `p-${at}`, date: "2026-06-20", timeZone: "UTC" });
    }
  };

  it("release once, no matter before which statement of the release the first process is killed", async () => {
    await prepare(1);
    let killed = 0;
    for (let isReleased = false; !isReleased; killed += 1) {
      assert.ok((await run([String(killed)])).killed, `statement ${killed}`);
      isReleased = (await store.history("p-0")).length > 1;
      // Either the pack is still scheduled, or it was released: never both, never neither.
      assert.equal((await store.getPack("p-0")).scheduled === undefined, isReleased);
    }
    assert.ok(killed > 8, `killed ${killed} times`);
    assert.equal((await run([])).output, "");
    assert.equal((await store.history("p-0")).length, 2);
    summarize(`killed at each statement of a scheduled release: ${killed} runs – released once`);
  });

  it("release each pack once when two processes run at the same time", async () => {
    const packCount = 40;
    await prepare(packCount);
    const runs = await Promise.all([run([]), run([])]);
    const released = runs.flatMap(({ output }) => output.split("\n").filter((line) => line !== ""));
    const packIds = Array.from({ length: packCount }, (_, at) => `p-${at}`);
    assert.deepEqual(released.sort(), packIds.sort());
    for (const packId of packIds) assert.equal((await store.history(packId)).length, 2);
  });

  function run(args: readonly string[]): Promise<{ killed: boolean; output: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, stores.file, inWindow, ...args]);
      let output = "";
      let problems = "";
      child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
      child.once("error", reject);
      child.once("close", (code, signal) => {
        const killed = wasKilled({ code, signal });
        if (code === 0 || killed) resolve({ killed, output });
        else reject(new Error(`ended with ${code ?? signal ?? "?"}: ${problems}`));
      });
    });
  }
});
