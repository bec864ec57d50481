import assert from "node:assert/strict";
import { chosenVersions } from "../../../../src/model/release/chosenVersions.ts";
import type { IntegrationPack } from "../../../../src/model/pack/pack.ts";
import type { ComponentVersions } from "../../../../src/model/release/release.ts";
import { component, findVersion, packOf } from "../../../support/arbitrary/arbitraryPack.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

const pack = packOf(
  component("released", { currentVersion: "1" }),
  component("new"),
  component("leaving", { currentVersion: "1", deleted: true }),
);
const all = { released: "2", new: "1" };
const choose = (versions: ComponentVersions, leftOut?: readonly string[], of: IntegrationPack = pack) =>
  chosenVersions(of, versions, findVersion, leftOut);

describe("the chosen versions of a release", () => {
  it("are those of the components that stay, in the order of the pack", () => {
    assert.deepEqual(Object.entries(choose({ new: "1", released: "2" })), Object.entries(all));
  });

  it("may be the current one, even if nobody can choose it now", () => {
    const current = packOf(component("released", { currentVersion: "4" }));
    assert.deepEqual(choose({ released: "4" }, [], current), { released: "4" });
    const unknown = packOf(component("unversioned", { currentVersion: "9" }));
    assert.deepEqual(choose({ unversioned: "9" }, [], unknown), { unversioned: "9" });
  });

  const refused: readonly [why: string, ComponentVersions, "NotFound" | "InvalidRequest", RegExp][] = [
    ["a component is not in the pack", { ...all, other: "1" }, "NotFound", /no component.*"other"/],
    ["a component leaves", { ...all, leaving: "2" }, "InvalidRequest", /"The leaving" is marked Deleted/],
    ["a component has none", { released: "2" }, "InvalidRequest", /No version of "The new"/],
    ["a version is empty", { ...all, new: "" }, "InvalidRequest", /No version of "The new"/],
    ["a version does not exist", { ...all, new: "9" }, "NotFound", /no packaged version "9"/],
    ["a version may not be shared", { ...all, new: "3" }, "InvalidRequest", /not shareable/],
    ["a version was deleted", { ...all, new: "4" }, "InvalidRequest", /is deleted/],
  ];
  for (const [why, versions, code, message] of refused) {
    it(`are refused where ${why}`, () => throwsWith(() => choose(versions), code, message));
  }

  it("are refused for a pack that is empty or in doubt", () => {
    throwsWith(() => choose({}, [], packOf()), "InvalidRequest", /no components/);
    throwsWith(() => choose(all, [], { ...pack, doubt: "leaving" }), "InvalidRequest", /which ones leave/);
    throwsWith(() => choose(all, [], { ...pack, doubt: "incomplete" }), "Unreachable");
  });

  it("lack a component that was never released and is left out", () => {
    assert.deepEqual(choose({ released: "2" }, ["new"]), { released: "2" });
  });

  it("lack no component that was released, leaves, has a version, or is not in the pack", () => {
    throwsWith(() => choose({ new: "1" }, ["released"]), "InvalidRequest", /Only a component that was never/);
    throwsWith(() => choose(all, ["new"]), "InvalidRequest", /Choose a version of "The new"/);
    throwsWith(() => choose(all, ["leaving"]), "InvalidRequest", /"The leaving" is marked Deleted/);
    throwsWith(() => choose(all, ["other"]), "NotFound", /no component.*"other"/);
  });
});
