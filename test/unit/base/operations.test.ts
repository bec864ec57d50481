import assert from "node:assert/strict";
import { Operations } from "../../../src/base/operations.ts";

const closed = () => new Error("closed");

describe("operations of an owner that is to be closed", () => {
  it("are waited for, also when they fail", async () => {
    const operations = new Operations();
    const ended: string[] = [];
    let end: (() => void) | undefined;
    const running = operations
      .run(() => new Promise<void>((resolve) => (end = resolve)), closed)
      .then(() => void ended.push("operation"));
    const failing = operations.run(() => Promise.reject(new Error("failed")), closed);
    await assert.rejects(failing, /failed/);
    assert.equal(operations.areRunning, true);
    const finished = operations.finish().then(() => void ended.push("finish"));
    assert.equal(operations.signal.aborted, false);
    end?.();
    await Promise.all([running, finished]);
    assert.deepEqual(ended, ["operation", "finish"]);
    assert.equal(operations.areRunning, false);
  });

  it("are not admitted after that", async () => {
    const operations = new Operations();
    await operations.finish();
    let hasRun = false;
    await assert.rejects(
      operations.run(() => Promise.resolve((hasRun = true)), closed),
      /closed/,
    );
    assert.equal(hasRun, false);
  });
});
