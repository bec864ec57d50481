import assert from "node:assert/strict";
import { answered } from "../../../../support/platform/scripted/scriptedClient.ts";
import { scriptedComponent, scriptedPacks } from "../../../../support/platform/scripted/scriptedPacks.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const components = [scriptedComponent("a")];
const namesOf = (packs: readonly { readonly name: string }[]) => packs.map(({ name }) => name).join();

describe("the list of packs", () => {
  it("is sorted by name, and read once for half a minute", async () => {
    const { reader, asked, timing } = scriptedPacks({
      p: { name: "B", components },
      q: { name: "A", components },
    });
    assert.equal(namesOf(await reader.list()), "A,B");
    timing.advance(29_999);
    await reader.list();
    assert.deepEqual(asked, ["query"]);
    timing.advance(1);
    await reader.list();
    assert.deepEqual(asked, ["query", "query"]);
  });

  it("has a pack that was changed from here as it is now, which is read once", async () => {
    const { reader, packs, asked } = scriptedPacks({ p: { components }, q: { components } });
    await reader.list();
    packs.set("p", { name: "New", components });
    reader.forget("p");
    assert.equal(namesOf(await reader.list()), "New,q");
    await reader.list();
    assert.deepEqual(asked, ["query", "p"]);
  });

  it("does not have a pack that is gone, and does not ask for it again", async () => {
    const { reader, packs, asked } = scriptedPacks({ p: { components }, q: { components } });
    await reader.list();
    packs.delete("p");
    reader.forget("p");
    assert.equal(namesOf(await reader.list()), "q");
    await reader.list();
    assert.deepEqual(asked, ["query", "p"]);
  });

  it("has a pack that cannot be read as it was before, and asks for it again", async () => {
    const { reader, packs, faults, asked, logged } = scriptedPacks({ p: { components }, q: { components } });
    await reader.list();
    packs.set("p", { name: "New", components });
    faults.set("p", () => answered(403));
    reader.forget("p");
    assert.equal(namesOf(await reader.list()), "p,q");
    assert.ok(logged.some((line) => line.includes("as it was before")));
    faults.clear();
    assert.equal(namesOf(await reader.list()), "New,q");
    assert.deepEqual(asked, ["query", "p", "p"]);
  });

  it("does not hide a fault of the program", async () => {
    const { reader, faults } = scriptedPacks({ p: { components } });
    await reader.list();
    reader.forget("p");
    faults.set("p", () => {
      throw new TypeError("a fault");
    });
    await assert.rejects(reader.list(), TypeError);
  });

  it("counts the rows that cannot be read", async () => {
    const { reader, faults, omissions } = scriptedPacks({});
    faults.set("query", () => answered(200, { result: [{ name: "Without an ID" }, { id: "p", name: "P" }] }));
    assert.equal(namesOf(await reader.list()), "P");
    assert.match(omissions.sentence ?? "", /: 1\./);
  });

  it("is read anew once everything was forgotten, without the packs that were changed", async () => {
    const { reader, asked } = scriptedPacks({ p: { components } });
    await reader.list();
    reader.forget("p");
    reader.clear();
    await reader.list();
    assert.deepEqual(asked, ["query", "query"]);
  });
});

describe("a pack", () => {
  it("comes from the list when that was read, else by itself, and once for half a minute", async () => {
    const { reader, asked, timing } = scriptedPacks({ p: { components } });
    await reader.get("p");
    timing.advance(29_999);
    await reader.get("p");
    assert.deepEqual(asked, ["p"]);
    await reader.list();
    await reader.get("p");
    assert.deepEqual(asked, ["p", "query"]);
  });

  it("that the list has is not asked for", async () => {
    const { reader, asked } = scriptedPacks({ p: { components } });
    await reader.list();
    assert.equal((await reader.get("p")).name, "p");
    assert.deepEqual(asked, ["query"]);
  });

  it("that was changed since the list was read comes by itself", async () => {
    const { reader, packs, asked } = scriptedPacks({ p: { components } });
    await reader.list();
    packs.set("p", { name: "New", components });
    reader.forget("p");
    assert.equal((await reader.get("p")).name, "New");
    assert.deepEqual(asked, ["query", "p"]);
  });

  it("that is not in the list comes by itself", async () => {
    const { reader, packs } = scriptedPacks({ p: { components } });
    await reader.list();
    packs.set("q", { components });
    assert.equal((await reader.get("q")).name, "q");
    await rejectsWith(reader.get("r"), "NotFound", /Refresh/);
  });

  it("comes by itself while the list fails", async () => {
    const { reader, faults } = scriptedPacks({ p: { components } });
    faults.set("query", () => answered(403));
    const [list, pack] = await Promise.allSettled([reader.list(), reader.get("p")]);
    assert.deepEqual([list.status, pack.status], ["rejected", "fulfilled"]);
  });

  it("is read anew when it must be as it is right now, and is in the list then", async () => {
    const { reader, packs, asked } = scriptedPacks({ p: { components } });
    await reader.list();
    packs.set("p", { name: "New", components });
    assert.equal((await reader.fresh("p")).name, "New");
    assert.equal((await reader.fresh("p")).name, "New");
    assert.equal(namesOf(await reader.list()), "New");
    assert.deepEqual(asked, ["query", "p", "p"]);
  });

  it("is remembered as it was last seen, until it is changed from here", async () => {
    const { reader, timing } = scriptedPacks({ p: { components }, q: { components } });
    assert.equal(reader.lastSeen("p"), undefined);
    await reader.list();
    timing.advance(3_600_000);
    assert.equal(reader.lastSeen("p")?.name, "p");
    reader.forget("p");
    assert.equal(reader.lastSeen("p"), undefined);
    await reader.fresh("p");
    await reader.freshAll(["q"]);
    assert.deepEqual([reader.lastSeen("p")?.name, reader.lastSeen("q")?.name], ["p", "q"]);
  });
});

describe("many packs as they are right now", () => {
  it("come a hundred a request, each once, and without those that do not exist", async () => {
    const given = Array.from({ length: 101 }, (_, at) => [`p${at}`, { components }] as const);
    const { reader, asked } = scriptedPacks(Object.fromEntries(given));
    const ids = [...given.map(([id]) => id), "p0", "gone"];
    const packs = await reader.freshAll(ids);
    assert.deepEqual(
      [...packs.keys()],
      given.map(([id]) => id),
    );
    assert.deepEqual(
      asked.map((each) => each.split(",").length),
      [100, 2, 1],
    );
    assert.equal(asked[2], "gone");
  });

  it("come by themselves where the answer lists no components of them", async () => {
    const { reader, inQueries, asked } = scriptedPacks({ p: { components }, q: { components } });
    inQueries.set("q", {});
    const packs = await reader.freshAll(["p", "q"]);
    assert.deepEqual([...packs.keys()], ["p", "q"]);
    assert.equal(packs.get("q")?.components.length, 1);
    assert.deepEqual(asked, ["query p,q", "q"]);
  });

  it("are those that were asked for, whatever else is answered", async () => {
    const { reader, faults } = scriptedPacks({ p: { components } });
    const list = { PublisherPackagedComponent: components };
    const rows = ["p", "x"].map((id) => ({ id, name: id, PublisherPackagedComponents: list }));
    faults.set("query", () => answered(200, { result: rows }));
    assert.deepEqual([...(await reader.freshAll(["p"])).keys()], ["p"]);
  });

  it("take the place of what was read before, in the list as well", async () => {
    const { reader, packs, asked } = scriptedPacks({ p: { components } });
    await reader.list();
    packs.set("p", { name: "New", components });
    await reader.freshAll(["p"]);
    assert.equal(namesOf(await reader.list()), "New");
    assert.equal((await reader.get("p")).name, "New");
    assert.deepEqual(asked, ["query", "query p"]);
  });
});
