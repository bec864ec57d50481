import assert from "node:assert/strict";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import type { Availability } from "../../../../src/model/pack/packagedVersion.ts";
import {
  canContain,
  checkAddition,
  checkNewPack,
  checkPackEdit,
  checkPendingVersion,
  checkUndelete,
  checkUndoubted,
  componentOf,
  removalOf,
  roomFor,
  type ComponentToAdd,
} from "../../../../src/model/pack/packRules.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

const others = [
  { packId: "p", name: "Orders" },
  { packId: "other", name: "Invoices" },
];

describe("rule 1: a new pack", () => {
  const pack = { name: " Returns ", description: "", installationType: "MULTI" } as const;

  it("has a name without outer space, and is a packaged one unless it says otherwise", () => {
    const checked = { ...pack, name: "Returns", deploymentModel: "packaged" };
    assert.deepEqual(checkNewPack(pack, others), checked);
    assert.equal(checkNewPack({ ...pack, deploymentModel: "legacy" }, others).deploymentModel, "legacy");
  });

  it("is refused for its name and for its description", () => {
    throwsWith(() => checkNewPack({ ...pack, name: " " }, others), "InvalidRequest", /Enter a name/);
    throwsWith(() => checkNewPack({ ...pack, name: "invoices" }, others), "InvalidRequest", /already/);
    const long = { ...pack, description: "x".repeat(501) };
    throwsWith(() => checkNewPack(long, others), "InvalidRequest", /at most 500/);
  });
});

describe("rule 1: an edit of a pack", () => {
  const single = { ...packOf(), description: "About orders" };
  const multi = { ...single, installationType: "MULTI" } as const;

  it("contains only what changes", () => {
    assert.deepEqual(checkPackEdit(single, {}, others), {});
    assert.deepEqual(checkPackEdit(single, { name: " Orders ", description: "About orders" }, others), {});
    assert.deepEqual(checkPackEdit(single, { name: "Returns " }, others), { name: "Returns" });
    assert.deepEqual(checkPackEdit(single, { description: "" }, others), { description: "" });
  });

  it("renames no pack with multiple attachments, but describes it", () => {
    throwsWith(() => checkPackEdit(multi, { name: "Returns" }, others), "InvalidRequest", /multiple/);
    const edit = { name: "Orders", description: "New" };
    assert.deepEqual(checkPackEdit(multi, edit, others), { description: "New" });
  });

  it("is refused for a new name or description that breaks a rule", () => {
    throwsWith(() => checkPackEdit(single, { name: "Invoices" }, others), "InvalidRequest", /already/);
    const long = "x".repeat(501);
    throwsWith(() => checkPackEdit(single, { description: long }, others), "InvalidRequest", /at most 500/);
  });

  it("does not check a description that stays: an earlier rule may have allowed it", () => {
    const long = { ...single, description: "x".repeat(501) };
    assert.deepEqual(checkPackEdit(long, { name: "Returns" }, others), { name: "Returns" });
  });
});

describe("rules 1 and 2: components to add", () => {
  const toAdd = (componentId: string, differences: Partial<ComponentToAdd> = {}): ComponentToAdd => ({
    componentId,
    componentName: `The ${componentId}`,
    componentType: "process",
    latestVersion: "1",
    ...differences,
  });
  const pack = packOf(component("a"), component("gone", { currentVersion: "1", deleted: true }));

  it("can be processes and, with a single attachment, API Services", () => {
    checkAddition(pack, [toAdd("b"), toAdd("c", { componentType: "webservice" })]);
    const multi = { ...pack, installationType: "MULTI" } as const;
    checkAddition(multi, [toAdd("b")]);
    const service = toAdd("c", { componentType: "webservice" });
    throwsWith(() => checkAddition(multi, [toAdd("b"), service]), "InvalidRequest", /"The c" is an API/);
    assert.equal(canContain(multi, "webservice"), false);
    assert.equal(canContain(multi, "process"), true);
    assert.equal(canContain(pack, "webservice"), true);
  });

  it("are at least one, each with a shareable version and not in the pack yet", () => {
    throwsWith(() => checkAddition(pack, []), "InvalidRequest", /No component is chosen/);
    throwsWith(() => checkAddition(pack, [toAdd("b"), toAdd("a")]), "InvalidRequest", /Leave it out/);
    throwsWith(() => checkAddition(pack, [toAdd("gone")]), "InvalidRequest", /Undelete it/);
    for (const latestVersion of [undefined, ""]) {
      const unversioned = toAdd("b", { latestVersion });
      throwsWith(() => checkAddition(pack, [unversioned]), "InvalidRequest", /no shareable version/);
    }
  });

  it("may fill the pack, and not more", () => {
    const packWith = (count: number) =>
      packOf(...Array.from({ length: count }, (_, at) => component(`present ${at}`)));
    checkAddition(packWith(98), [toAdd("b"), toAdd("c")]);
    throwsWith(() => checkAddition(packWith(99), [toAdd("b"), toAdd("c")]), "InvalidRequest", /room for 1/);
    assert.deepEqual([0, 99, 100, 101].map(roomFor), [100, 1, 0, 0]);
  });
});

describe("a component of a pack", () => {
  const released = component("a", { currentVersion: "1" });
  const pack = packOf(component("b"), released);

  it("is found by its id", () => {
    assert.equal(componentOf(pack, "a"), released);
    throwsWith(() => componentOf(pack, "c"), "NotFound", /no component with the ID "c"/);
  });

  it("is marked Deleted once it was released, and taken out before (rule 3)", () => {
    assert.equal(removalOf(released), "markDeleted");
    assert.equal(removalOf(component("b", { pendingVersion: "1" })), "takeOut");
  });

  it("can be undeleted only while it is marked Deleted", () => {
    checkUndelete({ ...released, deleted: true });
    throwsWith(() => checkUndelete(released), "InvalidRequest", /not marked Deleted/);
  });
});

describe("rule 5: a version", () => {
  const available: Availability = { shareable: true, deleted: false };
  const check = (differences: Partial<PackComponent>, text: string, found?: Availability) => () =>
    checkPendingVersion(component("a", { currentVersion: "1", ...differences }), text, found);

  it("can be pending where it can be chosen, is the current one, or is none", () => {
    assert.doesNotThrow(check({}, "2", available));
    assert.doesNotThrow(check({}, ""));
    assert.doesNotThrow(check({}, "1", { shareable: false, deleted: true }));
  });

  it("cannot be pending where it does not exist, was deleted, or may not be shared", () => {
    throwsWith(check({}, "2"), "NotFound", /no packaged version "2"/);
    throwsWith(check({}, "1"), "NotFound", /no packaged version "1"/);
    throwsWith(check({}, "2", { ...available, deleted: true }), "InvalidRequest", /is deleted/);
    throwsWith(check({}, "2", { ...available, shareable: false }), "InvalidRequest", /not shareable/);
  });

  it("cannot be pending for a component that leaves, nor can none be", () => {
    throwsWith(check({ deleted: true }, "2", available), "InvalidRequest", /leaves the pack/);
    throwsWith(check({ deleted: true }, ""), "InvalidRequest", /leaves the pack/);
  });
});

describe("a pack in doubt", () => {
  it("is refused with what is not known of it", () => {
    assert.doesNotThrow(() => checkUndoubted({ name: "Orders" }));
    throwsWith(() => checkUndoubted({ name: "Orders", doubt: "leaving" }), "InvalidRequest", /which ones/);
    throwsWith(() => checkUndoubted({ name: "Orders", doubt: "incomplete" }), "Unreachable", /all of its/);
  });
});
