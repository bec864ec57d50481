import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TemporaryCache } from "../../../support/install/temporaryCache.ts";
import { until } from "../../../support/time/until.ts";
import { itOnPosix } from "../../../support/mocha/itOnPosix.ts";

/** A process that asks for the folder, with what it has written so far. */
interface Installer {
  readonly process: ChildProcess;
  /** The path of the folder, once it was given. */
  readonly output: () => string;
  readonly messages: () => string;
  readonly ended: Promise<unknown>;
}

describe("installations into the editor's cache, by several processes", function () {
  this.timeout(60_000);
  let cache: TemporaryCache;
  /** The folder for the files by which the test and the processes wait for each other. */
  let signals: string;
  let installers: Installer[];
  beforeEach(() => {
    cache = new TemporaryCache();
    signals = mkdtempSync(join(tmpdir(), "integration-packs-signals-"));
    installers = [];
  });
  afterEach(async () => {
    for (const { process, ended } of installers) {
      process.kill("SIGKILL");
      await ended;
    }
    cache.dispose();
    rmSync(signals, { recursive: true, force: true });
  });

  function start(): Installer {
    const program = join(import.meta.dirname, "../../../support/install/cachedFolderProgram.ts");
    const child = spawn(process.execPath, [program, join(signals, "begun"), join(signals, "mayFinish")]);
    let output = "";
    let messages = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (messages += chunk.toString()));
    const installer = {
      process: child,
      output: () => output,
      messages: () => messages,
      ended: once(child, "close"),
    };
    installers.push(installer);
    return installer;
  }

  /** Waits until filling has begun so many times in all. */
  function begun(times: number): Promise<unknown> {
    const file = join(signals, "begun");
    const lines = () => (existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").length : 0);
    return until(`filling for the time ${times}`, () => lines() === times || undefined);
  }

  const waits = (installer: Installer) =>
    until("message that it waits", () => installer.messages().includes("by another process") || undefined);
  const letFinish = () => writeFileSync(join(signals, "mayFinish"), "");

  async function assertInstalled({ ended, output, messages }: Installer): Promise<void> {
    await ended;
    assert.notEqual(output(), "", messages());
    assert.deepEqual(readdirSync(output()).sort(), ["first", "second"]);
    assert.deepEqual(cache.names(), ["thing-1"]);
  }

  it("one fills the folder; the other says that it waits, and gets the same folder", async () => {
    const first = start();
    await begun(1);
    const second = start();
    await waits(second);
    letFinish();
    await assertInstalled(first);
    await assertInstalled(second);
    assert.equal(first.output(), second.output());
    assert.equal(readFileSync(join(signals, "begun"), "utf8"), "begun\n");
  });

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    itOnPosix(`one that ends by ${signal} removes at once what it has done`, async () => {
      const interrupted = start();
      await begun(1);
      interrupted.process.kill(signal);
      await interrupted.ended;
      assert.deepEqual(cache.names(), []);
    });
  }

  it("what a killed one leaves is removed by the next one, which does not wait", async () => {
    const killed = start();
    await begun(1);
    killed.process.kill("SIGKILL");
    await killed.ended;
    assert.equal(cache.names().length, 1, "nothing was left");
    const next = start();
    await begun(2);
    assert.doesNotMatch(next.messages(), /by another process/);
    letFinish();
    await assertInstalled(next);
  });

  it("the one that waits takes over when the other is killed", async () => {
    const killed = start();
    await begun(1);
    const waiting = start();
    await waits(waiting);
    killed.process.kill("SIGKILL");
    await begun(2);
    letFinish();
    await assertInstalled(waiting);
  });
});
