import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAsyncRotatingLogger, type FileLogger } from "../../../../scripts/install/fileLogger.ts";

describe("the log files of the installed editor", () => {
  let folder: string;
  let logger: FileLogger | undefined;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "integration-packs-log-"))));
  afterEach(() => {
    logger?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(maxSize = 1_000, maxFiles = 2): Promise<FileLogger> {
    logger = await createAsyncRotatingLogger("name", join(folder, "logs/a.log"), maxSize, maxFiles);
    return logger;
  }
  const read = (name = "a.log") => readFileSync(join(folder, "logs", name), "utf8");

  it("have a line a message with its time and level", async () => {
    const log = await open();
    log.setPattern("%Y-%m-%d %H:%M:%S.%e [%l] %v");
    log.info("started");
    log.warn("100 %v");
    assert.match(
      read(),
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[info\] started\n\d{4}-\S+ \S+ \[warning\] 100 %v\n$/,
    );
  });

  it("have messages of the level and of higher ones only", async () => {
    const log = await open();
    log.setPattern("%l");
    log.setLevel(3);
    for (const method of ["trace", "debug", "info", "warn", "error", "critical"] as const)
      log[method]("text");
    assert.equal(read(), "warning\nerror\ncritical\n");
    assert.equal(log.getLevel(), 3);
    log.setLevel(6);
    log.critical("text");
    assert.equal(read(), "warning\nerror\ncritical\n");
  });

  it("have messages as they are once the form is cleared", async () => {
    const log = await open();
    log.clearFormatters();
    log.info("one");
    log.info("two\n");
    assert.equal(read(), "onetwo\n");
  });

  it("go on where an earlier process ended", async () => {
    (await open()).clearFormatters();
    logger?.info("first ");
    logger?.drop();
    logger?.info("dropped ");
    (await open()).clearFormatters();
    logger?.info("second");
    assert.equal(read(), "first second");
  });

  it("stay within their size and number, and the newest has the plain name", async () => {
    const log = await open(10, 2);
    log.clearFormatters();
    for (const text of ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"]) log.info(text);
    assert.deepEqual(readdirSync(join(folder, "logs")).sort(), ["a.1.log", "a.2.log", "a.log"]);
    assert.deepEqual([read(), read("a.1.log"), read("a.2.log")], ["dddddddd", "cccccccc", "bbbbbbbb"]);
  });

  it("cannot be opened where there can be no folder", async () => {
    await assert.rejects(createAsyncRotatingLogger("name", "/dev/null/logs/a.log", 10, 2), {
      code: "ENOTDIR",
    });
  });
});
