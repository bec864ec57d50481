import assert from "node:assert/strict";
import { Emitter } from "../../../src/base/event.ts";

describe("an event", () => {
  it("reaches every listener, although one throws", () => {
    const emitter = new Emitter<number>();
    const received: number[] = [];
    emitter.event(() => {
      throw new Error("broken listener");
    });
    emitter.event((value) => void received.push(value));
    assert.throws(() => emitter.fire(7), /broken listener/);
    assert.deepEqual(received, [7]);
  });

  it("reaches nobody who unsubscribed, and nobody after it was disposed", () => {
    const emitter = new Emitter<number>();
    const received: string[] = [];
    const subscription = emitter.event(() => void received.push("first"));
    emitter.event(() => void received.push("second"));
    subscription.dispose();
    emitter.fire(1);
    emitter.dispose();
    emitter.fire(2);
    assert.deepEqual(received, ["second"]);
  });
});
