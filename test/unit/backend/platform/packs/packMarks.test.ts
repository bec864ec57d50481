import assert from "node:assert/strict";
import { scriptedComponent, scriptedPacks } from "../../../../support/platform/scripted/scriptedPacks.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const unmarked = [scriptedComponent("a")];
const marked = [scriptedComponent("b", { deleted: true })];
const someMarked = [scriptedComponent("c"), scriptedComponent("b", { deleted: true })];

describe("a pack of which all components are marked as deleted", () => {
  it("is in doubt, and has all packs read once to find a component that is not marked", async () => {
    const { reader, asked } = scriptedPacks({ p: { components: marked }, q: { components: marked } });
    assert.equal((await reader.fresh("p")).doubt, "leaving");
    assert.deepEqual(asked, ["p", "query"]);
    assert.equal((await reader.fresh("q")).doubt, "leaving");
    assert.equal((await reader.freshAll(["p", "q"])).get("q")?.doubt, "leaving");
    assert.deepEqual(asked, ["p", "query", "q", "query p,q"]);
  });

  it("has all packs read once also where it is read with others", async () => {
    const { reader, asked } = scriptedPacks({ p: { components: marked }, q: { components: marked } });
    assert.equal((await reader.freshAll(["p", "q"])).get("p")?.doubt, "leaving");
    await reader.freshAll(["p"]);
    assert.deepEqual(asked, ["query p,q", "query", "query p"]);
    await reader.list();
    assert.equal(asked.filter((each) => each === "query").length, 1);
  });

  it("is in doubt without reading all packs where it is known that marks say something", async () => {
    const { reader, asked } = scriptedPacks({ p: { components: marked }, q: { components: unmarked } });
    await reader.fresh("q");
    assert.equal((await reader.fresh("p")).doubt, "leaving");
    assert.equal((await reader.freshAll(["p"])).get("p")?.doubt, "leaving");
    assert.deepEqual(asked, ["q", "p", "query p"]);
  });
});

describe("a pack of which some components are marked as deleted", () => {
  const packs = { p: { components: [scriptedComponent("c", { deleted: undefined }), ...marked] } };
  const leavingIn = (pack: { readonly components: readonly { readonly deleted: boolean }[] } | undefined) =>
    pack?.components.filter(({ deleted }) => deleted).length;

  it("is clear by itself", async () => {
    const { reader, asked } = scriptedPacks({ p: { components: someMarked } });
    const pack = await reader.fresh("p");
    assert.deepEqual([pack.doubt, leavingIn(pack)], [undefined, 1]);
    assert.deepEqual(asked, ["p"]);
  });

  it("is clear by the components of other packs", async () => {
    for (const read of ["alone", "with others"] as const) {
      const { reader, asked } = scriptedPacks({ ...packs, q: { components: unmarked } });
      const pack = read === "alone" ? await reader.fresh("p") : (await reader.freshAll(["p"])).get("p");
      assert.deepEqual([pack?.doubt, leavingIn(pack)], [undefined, 1], read);
      assert.deepEqual(asked, [read === "alone" ? "p" : "query p", "query"]);
    }
  });
});

describe("which components a person says leave", () => {
  it("counts for the pack as it is right now", async () => {
    const { reader, asked } = scriptedPacks({ p: { components: marked } });
    await reader.list();
    await reader.confirmLeaving("p", []);
    const pack = await reader.get("p");
    assert.deepEqual([pack.doubt, pack.components.map(({ deleted }) => deleted)], [undefined, [false]]);
    assert.deepEqual(asked, ["query", "p", "p"]);
  });

  it("counts for what is in the pack by now, and not for a pack that is gone", async () => {
    const { reader, packs } = scriptedPacks({ p: { components: marked } });
    await reader.list();
    packs.set("p", { components: [...marked, scriptedComponent("c", { deleted: true })] });
    await reader.confirmLeaving("p", ["c"]);
    const { components, doubt } = await reader.get("p");
    assert.deepEqual([components.map(({ deleted }) => deleted), doubt], [[false, true], undefined]);
    packs.delete("p");
    await rejectsWith(reader.confirmLeaving("p", ["c"]), "NotFound");
  });
});

describe("a pack that comes without a list of its components", () => {
  it("is asked for in the other way, which leaves it in doubt when that has components", async () => {
    const { reader, inQueries, asked } = scriptedPacks({ p: {} });
    inQueries.set("p", { components: unmarked });
    const pack = await reader.fresh("p");
    assert.deepEqual([pack.components.length, pack.doubt], [1, "incomplete"]);
    assert.deepEqual(asked, ["p", "query p"]);
    assert.deepEqual(reader.lastSeen("p"), pack);
  });

  it("is empty when the other way lists none", async () => {
    const { reader, inQueries } = scriptedPacks({ p: {} }, true);
    inQueries.set("p", { components: [] });
    const pack = await reader.fresh("p");
    assert.deepEqual([pack.components, pack.doubt], [[], undefined]);
  });

  it("is empty when no way lists any and it was never seen or released", async () => {
    const pack = await scriptedPacks({ p: {} }).reader.fresh("p");
    assert.deepEqual([pack.components, pack.doubt], [[], undefined]);
  });

  it("is in doubt when no way lists any, but a release of it was recorded", async () => {
    const pack = await scriptedPacks({ p: {} }, true).reader.fresh("p");
    assert.deepEqual([pack.components, pack.doubt], [[], "incomplete"]);
  });

  it("has what was seen before, and its release says nothing more", async () => {
    const { reader, packs } = scriptedPacks({ p: { components: [] } }, true);
    await reader.fresh("p");
    packs.set("p", {});
    const pack = await reader.fresh("p");
    assert.deepEqual([pack.components, pack.doubt], [[], undefined]);
  });

  it("does not have the components of another pack that is answered", async () => {
    const { reader, faults } = scriptedPacks({ p: {}, q: { components: unmarked } });
    const list = { PublisherPackagedComponent: unmarked };
    const body = JSON.stringify({ result: [{ id: "q", name: "q", PublisherPackagedComponents: list }] });
    faults.set("query", () => ({
      status: 200,
      body,
      contentType: "application/json",
      retryAfter: undefined,
    }));
    assert.deepEqual((await reader.fresh("p")).components, []);
  });
});
