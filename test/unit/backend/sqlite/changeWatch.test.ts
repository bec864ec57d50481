import assert from "node:assert/strict";
import { ChangeWatch } from "../../../../src/backend/sqlite/changeWatch.ts";

describe("the watch for changes of a database", () => {
  let state: string;
  let events: number;
  let watch: ChangeWatch;

  beforeEach(() => {
    state = "1";
    events = 0;
    watch = new ChangeWatch(() => state);
  });
  afterEach(() => watch.dispose());

  const listen = () => watch.event(() => void (events += 1));

  it("fires once for each change by another program", () => {
    listen();
    watch.check();
    assert.equal(events, 0);
    state = "2";
    watch.check();
    watch.check();
    assert.equal(events, 1);
    state = "1";
    watch.check();
    assert.equal(events, 2);
  });

  it("does not fire for what changed while nobody listened", () => {
    listen().dispose();
    state = "2";
    watch.check();
    listen();
    watch.check();
    assert.equal(events, 0);
  });

  it("fires for a change by this program", () => {
    listen();
    watch.fire();
    assert.equal(events, 1);
    watch.check();
    assert.equal(events, 1);
  });
});
