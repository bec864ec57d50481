import assert from "node:assert/strict";
import fc from "fast-check";
import type { PackSummary } from "../../../../src/model/pack/pack.ts";
import { describeFilter, filterStates, packFilter } from "../../../../src/model/pack/packFilter.ts";
import { scheduleOf } from "../../../../src/model/schedule/scheduledRelease.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";

const pack = (name: string, properties: Partial<PackSummary> = {}): PackSummary => ({
  packId: "pack-1",
  name,
  description: "",
  installationType: "SINGLE",
  deploymentModel: "packaged",
  componentCount: 1,
  changeCount: 0,
  releasable: false,
  released: true,
  ...properties,
});

describe("the filter of the packs view", () => {
  it("finds a part of a name in any letter case", () => {
    assert.equal(packFilter("CASH")(pack("Order to Cash")), true);
    assert.equal(packFilter("invoice")(pack("Order to Cash")), false);
  });

  it("finds a part of a name in any Unicode form", () => {
    assert.equal(packFilter("CAFE\u0301")(pack("Caf\u00E9 Orders")), true);
    assert.equal(packFilter("caf\u00E9")(pack("Cafe\u0301 Orders")), true);
  });

  it("requires every word", () => {
    assert.equal(packFilter("cash order")(pack("Order to Cash")), true);
    assert.equal(packFilter("cash invoice")(pack("Order to Cash")), false);
  });

  it("filters by state", () => {
    assert.equal(packFilter("@releasable")(pack("A", { releasable: true })), true);
    assert.equal(packFilter("@releasable")(pack("A")), false);
    const scheduled = scheduleOf(scheduledRelease());
    assert.equal(packFilter("@scheduled")(pack("A", { scheduled })), true);
    assert.equal(packFilter("@scheduled")(pack("A")), false);
    assert.equal(packFilter("@released")(pack("A")), true);
    assert.equal(packFilter("@released")(pack("A", { released: false })), false);
    assert.equal(packFilter("@unreleased")(pack("A")), false);
    assert.equal(packFilter("@unreleased")(pack("A", { released: false })), true);
    assert.equal(packFilter("@legacy")(pack("A")), false);
    assert.equal(packFilter("@legacy order")(pack("Order", { deploymentModel: "legacy" })), true);
  });

  it("shows everything when it is empty", () => {
    fc.assert(fc.property(fc.string(), (name) => packFilter("  ")(pack(name))));
  });

  it("treats any other text as text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^\s@]+$/), (word) => packFilter(word)(pack(`before ${word} after`))),
    );
    assert.equal(packFilter("constructor")(pack("A")), false);
  });

  it("offers every state with a label of its own", () => {
    assert.deepEqual(filterStates, ["@releasable", "@scheduled", "@released", "@unreleased", "@legacy"]);
    const labels = filterStates.map(describeFilter);
    assert.equal(new Set([...labels, ...filterStates]).size, 2 * filterStates.length);
  });

  it("is read as the label of its state, or as it is", () => {
    assert.equal(describeFilter("@unreleased"), "Never Released");
    assert.equal(describeFilter("cash @legacy"), "cash @legacy");
  });
});
