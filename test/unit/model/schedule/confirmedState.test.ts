import assert from "node:assert/strict";
import fc from "fast-check";
import {
  confirmedStateOf,
  differencesFrom,
  type ConfirmedDifference,
} from "../../../../src/model/schedule/confirmedState.ts";
import { arbitraryPack, component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const kinds = (differences: readonly ConfirmedDifference[]) =>
  differences.map(({ componentId, kind }) => `${componentId} ${kind}`);

describe("the confirmed state of a release that runs later (rule 12)", () => {
  const pack = packOf(
    component("a", { currentVersion: "1.0" }),
    component("b", { currentVersion: "2.0", deleted: true }),
    component("c"),
  );
  const confirmed = confirmedStateOf(pack);

  it("does not differ from the pack that it was taken from", () => {
    fc.assert(fc.property(arbitraryPack, (any) => differencesFrom(confirmedStateOf(any), any).length === 0));
  });

  it("does not depend on the order of the components", () => {
    fc.assert(
      fc.property(arbitraryPack, (any) => {
        const reversed = { components: any.components.toReversed() };
        assert.deepEqual(confirmedStateOf(reversed), confirmedStateOf(any));
      }),
    );
  });

  it("differs when a current version changed", () => {
    const [, b, c] = pack.components;
    assert.ok(b && c);
    const changed = packOf(component("a", { currentVersion: "1.1" }), b, c);
    assert.deepEqual(kinds(differencesFrom(confirmed, changed)), ["a currentVersion"]);
  });

  it("differs when a component was marked Deleted or undeleted", () => {
    const changed = packOf(
      component("a", { currentVersion: "1.0", deleted: true }),
      component("b", { currentVersion: "2.0" }),
      component("c"),
    );
    assert.deepEqual(kinds(differencesFrom(confirmed, changed)), ["a markedDeleted", "b undeleted"]);
  });

  it("differs when a component left, also one that was never released", () => {
    const changed = packOf(component("a", { currentVersion: "1.0" }));
    assert.deepEqual(kinds(differencesFrom(confirmed, changed)), ["b removed", "c removed"]);
  });

  it("differs when a component was added and released", () => {
    const changed = packOf(...pack.components, component("d", { currentVersion: "1.0" }));
    assert.deepEqual(kinds(differencesFrom(confirmed, changed)), ["d added"]);
  });

  it("does not differ when a component was added and never released", () => {
    assert.deepEqual(differencesFrom(confirmed, packOf(...pack.components, component("d"))), []);
  });

  it("does not count pending and latest versions", () => {
    const changed = packOf(
      ...pack.components.map((one) => ({ ...one, pendingVersion: "9", latestVersion: "9.1" })),
    );
    assert.deepEqual(differencesFrom(confirmed, changed), []);
  });
});
