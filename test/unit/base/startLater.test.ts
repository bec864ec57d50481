import assert from "node:assert/strict";
import { startLater } from "../../../src/base/startLater.ts";

describe("something that is started later", () => {
  it("starts after the caller is done, and ends when it is disposed", async () => {
    const events: string[] = [];
    const later = startLater(
      () => {
        events.push("started");
        return Promise.resolve({ dispose: () => void events.push("ended") });
      },
      () => assert.fail(),
    );
    events.push("caller");
    await new Promise(setImmediate);
    later.dispose();
    assert.deepEqual(events, ["caller", "started", "ended"]);
  });

  it("ends at once when it starts after it was disposed", async () => {
    let ended = 0;
    const later = startLater(
      () => Promise.resolve({ dispose: () => (ended += 1) }),
      () => assert.fail(),
    );
    later.dispose();
    await new Promise(setImmediate);
    assert.equal(ended, 1);
  });

  it("reports why it did not start", async () => {
    const reason = new Error("no file");
    const reported = await new Promise((resolve) => startLater(() => Promise.reject(reason), resolve));
    assert.equal(reported, reason);
  });
});
