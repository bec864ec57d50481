import assert from "node:assert/strict";
import fc from "fast-check";
import { packFingerprint } from "../../../../../src/model/release/packFingerprint.ts";
import {
  after,
  twoVersions,
  component,
  packMessage,
  packOf,
  reloaded,
  start,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

describe("the wizard's state, after any messages", () => {
  it("is restored as it was", () => {
    const pack = fc
      .record({
        current: fc.constantFrom("", "1.0", "1.1"),
        pending: fc.constantFrom("", "1.1"),
        deleted: fc.boolean(),
      })
      .map(({ current, pending, deleted }) =>
        packMessage(
          packOf([
            component("a", { currentVersion: current, pendingVersion: pending, deleted }),
            component("b"),
          ]),
        ),
      );
    const message = fc.oneof(
      pack,
      fc.constantFrom(start(), start({ option: "date", date: "2027-01-01" }), versionsMessage(twoVersions)),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
        const state = after(...messages);
        assert.deepEqual(reloaded(state).stored, state.stored);
      }),
    );
  });

  it("never replaces the shown pack without a notice of what changed", () => {
    const packs = fc
      .array(fc.constantFrom("", "1.0", "1.1"), { minLength: 1, maxLength: 6 })
      .map((versions) => versions.map((currentVersion) => packOf([component("a", { currentVersion })])));
    fc.assert(
      fc.property(packs, (readings) => {
        const [first] = readings;
        const { stored } = after(...readings.map(packMessage));
        const last = readings.at(-1);
        assert.ok(first && last && stored.shown);
        const differs = packFingerprint(first.pack) !== packFingerprint(last.pack);
        assert.equal(stored.notice !== undefined, differs);
        assert.equal(packFingerprint(stored.shown.pack), packFingerprint(first.pack));
      }),
    );
  });
});
