import assert from "node:assert/strict";
import { Emitter } from "../../../src/base/event.ts";
import { whileListened } from "../../../src/base/whileListened.ts";

describe("work while an event is listened to", () => {
  it("begins with the first listener, ends with the last one, and begins again", () => {
    const emitter = new Emitter<number>();
    const steps: string[] = [];
    const event = whileListened(emitter.event, () => {
      steps.push("begin");
      return { dispose: () => void steps.push("end") };
    });
    const received: number[] = [];
    const [one, two] = [event((value) => void received.push(value)), event(() => undefined)];
    emitter.fire(7);
    two.dispose();
    two.dispose();
    assert.deepEqual(steps, ["begin"]);
    one.dispose();
    assert.deepEqual(steps, ["begin", "end"]);
    event(() => undefined);
    assert.deepEqual([steps, received], [["begin", "end", "begin"], [7]]);
  });
});
