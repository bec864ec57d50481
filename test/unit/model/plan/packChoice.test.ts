import assert from "node:assert/strict";
import fc from "fast-check";
import { choiceFromPack, choiceFromRelease } from "../../../../src/model/plan/packChoice.ts";
import { versionIn } from "../../../../src/model/release/release.ts";
import { arbitraryChoice } from "../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

const ids = (components: readonly { readonly componentId: string }[]) =>
  components.map(({ componentId }) => componentId);

describe("versions from another pack", () => {
  const production = packOf(
    component("both", { currentVersion: "1", latestVersion: "4" }),
    component("newInBoth", { latestVersion: "4" }),
    component("onlyHere", { currentVersion: "1", latestVersion: "4", pendingVersion: "3" }),
    component("onlyHereAndNew", { latestVersion: "4" }),
    component("leaving", { currentVersion: "1", deleted: true }),
    component("notReleasedThere", { currentVersion: "1", latestVersion: "4" }),
  );
  const tested = packOf(
    component("both", { currentVersion: "2", pendingVersion: "3" }),
    component("newInBoth", { currentVersion: "2" }),
    component("leaving", { currentVersion: "2" }),
    component("notReleasedThere", { pendingVersion: "3" }),
    component("onlyThere", { currentVersion: "2" }),
  );
  const preselected = {
    both: "4",
    newInBoth: "4",
    onlyHere: "3",
    onlyHereAndNew: "4",
    notReleasedThere: "4",
  };

  it("are those that it has released, never those that it has pending", () => {
    const { pack, versions } = choiceFromPack(production, tested, preselected);
    assert.equal(pack, production);
    assert.equal(versions["both"], "2");
    assert.equal(versions["newInBoth"], "2");
  });

  it("leave every other component as it is, and name it: what was not tested is not upgraded", () => {
    const { versions, unchanged } = choiceFromPack(production, tested, preselected);
    assert.equal(versions["onlyHere"], "1");
    assert.equal(versions["notReleasedThere"], "1");
    assert.equal(versions["onlyHereAndNew"], "4", "without a current version, the preselected one");
    assert.deepEqual(ids(unchanged), ["onlyHere", "onlyHereAndNew", "notReleasedThere"]);
  });

  it("do not bring a component back that leaves, and add none", () => {
    const { versions, absent } = choiceFromPack(production, tested, preselected);
    assert.deepEqual(Object.keys(versions).sort(), [
      "both",
      "newInBoth",
      "notReleasedThere",
      "onlyHere",
      "onlyHereAndNew",
    ]);
    assert.deepEqual([...absent].sort(), ["leaving", "onlyThere"]);
  });

  it("change nothing if it is the pack itself, and everything was released", () => {
    fc.assert(
      fc.property(arbitraryChoice, ({ pack, versions: preselection }) => {
        const { versions, unchanged } = choiceFromPack(pack, pack, preselection);
        for (const { componentId, currentVersion } of pack.components.filter(({ deleted }) => !deleted)) {
          assert.equal(
            versionIn(versions, componentId),
            currentVersion || versionIn(preselection, componentId),
          );
        }
        assert.ok(unchanged.every(({ currentVersion }) => currentVersion === ""));
      }),
    );
  });
});

describe("versions of an earlier release", () => {
  it("are its versions; components that it lacks stay as they are, and those that left are named", () => {
    const pack = packOf(
      component("a", { currentVersion: "2", latestVersion: "4" }),
      component("addedSince", { currentVersion: "1", latestVersion: "4" }),
      component("leaving", { currentVersion: "2", deleted: true }),
    );
    const release = { versions: { a: "1", leaving: "1", left: "1" } };
    const { versions, unchanged, absent } = choiceFromRelease(pack, release);
    assert.deepEqual(versions, { a: "1", addedSince: "1" });
    assert.deepEqual(ids(unchanged), ["addedSince"]);
    assert.deepEqual(absent, ["leaving", "left"]);
  });

  it("leave components out that were never released, unless that release had them", () => {
    const pack = packOf(
      component("a", { currentVersion: "2" }),
      component("new", { latestVersion: "4" }),
      component("newAgain", { latestVersion: "4" }),
    );
    const choice = choiceFromRelease(pack, { versions: { a: "1", newAgain: "1" } });
    assert.deepEqual(choice.versions, { a: "1", newAgain: "1" });
    assert.deepEqual(choice.leftOut, ["new"]);
    assert.deepEqual(ids(choice.unchanged), []);
  });
});
