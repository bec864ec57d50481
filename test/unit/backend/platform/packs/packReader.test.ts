import assert from "node:assert/strict";
import { ids } from "../../../../support/fixtures/store.ts";
import { on, type Fault, type Matches } from "../../../../support/platform/standIn/faults.ts";
import { isRow, listOf, type Row } from "../../../../support/platform/standIn/platformObject.ts";
import { changes, withPlatform, type OnPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const reading = on("PublisherIntegrationPack", "get");
const listing = on("PublisherIntegrationPack", "query");

/** The answer with each of its packs changed. */
function packsChanged(change: (pack: Row) => Row): Fault {
  const inAnswer = (content: unknown): unknown => {
    if (!isRow(content)) return content;
    const { result } = content;
    if (Array.isArray(result)) return { ...content, result: result.filter(isRow).map(change) };
    return change(content);
  };
  return {
    kind: "changed",
    change: ({ body, ...wire }) => ({ ...wire, body: JSON.stringify(inAnswer(JSON.parse(body))) }),
  };
}

const withoutList = packsChanged(({ PublisherPackagedComponents: _, ...pack }) => pack);

/** From now on, whatever is read of packs in these ways is changed. */
function change({ platform }: OnPlatform, ways: readonly Matches[], fault: Fault): void {
  platform.faults.clear();
  for (const way of ways) platform.faults.plan(way, fault, Infinity);
}

const edit = ({ backend }: OnPlatform, packId: string) =>
  backend.editing.editPack(packId, { description: "Other" });

async function assertNothingSent(parts: OnPlatform, packId: string): Promise<void> {
  const { backend, platform } = parts;
  await rejectsWith(edit(parts, packId), "Unreachable", /Nothing was sent/);
  await rejectsWith(backend.editing.addComponents(packId, [ids.invoice]), "Unreachable");
  await rejectsWith(backend.release({ packId }), "Unreachable");
  assert.deepEqual(changes(platform), []);
}

describe("a pack that is read without its components", function () {
  this.timeout(30_000);

  it("is shown with those of the other form of reading, and neither changed nor released", () =>
    withPlatform(async (parts) => {
      change(parts, [reading], withoutList);
      assert.equal((await parts.backend.getPack(ids.orderToCash)).components.length, 3);
      await assertNothingSent(parts, ids.orderToCash);
    }));

  it("is shown with those that were seen before, and neither changed nor released", () =>
    withPlatform(async (parts) => {
      await parts.backend.listPacks();
      change(parts, [reading, listing], withoutList);
      parts.backend.refresh();
      const pack = (await parts.backend.listPacks()).find(({ packId }) => packId === ids.orderToCash);
      assert.equal(pack?.components.length, 3);
      assert.equal(pack.doubt, "incomplete");
      await assertNothingSent(parts, ids.orderToCash);
    }));

  it("is neither changed nor released when a release of it was recorded", () =>
    withPlatform(async (parts) => {
      await parts.backend.release({ packId: ids.orderToCash });
      parts.platform.log.length = 0;
      change(parts, [reading, listing], withoutList);
      await assertNothingSent({ ...parts, backend: await parts.open() }, ids.orderToCash);
    }));

  it("is empty when it never had any, and gets its first ones", () =>
    withPlatform(async (parts) => {
      change(parts, [reading, listing], withoutList);
      const { backend, platform } = parts;
      assert.deepEqual((await backend.getPack(ids.empty)).components, []);
      await backend.editing.addComponents(ids.empty, [ids.invoice]);
      platform.faults.clear();
      assert.equal((await backend.getPack(ids.empty)).components.length, 1);
    }));

  it("is empty when its last component was removed from here", () =>
    withPlatform(async (parts) => {
      const { backend } = parts;
      await backend.editing.addComponents(ids.empty, [ids.invoice]);
      await backend.getPack(ids.empty);
      await backend.editing.removeComponent(ids.empty, ids.invoice);
      change(parts, [reading, listing], withoutList);
      await backend.editing.addComponents(ids.empty, [ids.createOrder]);
    }));
});

describe("an answer about packs", function () {
  this.timeout(30_000);

  it("with a component that cannot be read shows the others, and the pack is neither changed nor released", () =>
    withPlatform(async (parts) => {
      const withoutIds = packsChanged((pack) => {
        const [, ...others] = listOf(pack, "PublisherPackagedComponents", "PublisherPackagedComponent") ?? [];
        return {
          ...pack,
          PublisherPackagedComponents: { PublisherPackagedComponent: [{ componentName: "?" }, ...others] },
        };
      });
      change(parts, [reading, listing], withoutIds);
      assert.equal((await parts.backend.getPack(ids.orderToCash)).components.length, 2);
      await assertNothingSent(parts, ids.orderToCash);
    }));

  it("with a row that cannot be read shows the other packs, and says how many are missing", () =>
    withPlatform(async (parts) => {
      const { backend } = parts;
      const all = await backend.listPacks();
      assert.equal(backend.omissions, undefined);
      change(
        parts,
        [listing],
        packsChanged((pack) => (pack["id"] === ids.legacy ? { name: "Without an ID" } : pack)),
      );
      backend.refresh();
      assert.equal((await backend.listPacks()).length, all.length - 1);
      assert.match(String(backend.omissions), /: 1\./);
    }));

  it("about another pack is not shown, changed or released", () =>
    withPlatform(async (parts) => {
      change(
        parts,
        [reading],
        packsChanged((pack) => ({ ...pack, id: ids.legacy })),
      );
      const { backend, platform } = parts;
      await rejectsWith(backend.getPack(ids.orderToCash), "Unreachable", /another/);
      await rejectsWith(edit(parts, ids.orderToCash), "Unreachable", /another/);
      await rejectsWith(backend.editing.deletePack(ids.orderToCash), "Unreachable", /another/);
      await rejectsWith(backend.release({ packId: ids.orderToCash }), "Unreachable", /another/);
      assert.deepEqual(changes(platform), []);
    }));

  it("without a name or a description changes neither", () =>
    withPlatform(async (parts) => {
      const { backend, platform } = parts;
      change(
        parts,
        [reading],
        packsChanged(({ name: _, ...pack }) => pack),
      );
      await rejectsWith(edit(parts, ids.upToDate), "Unreachable");
      change(
        parts,
        [reading],
        packsChanged(({ Description: _, ...pack }) => pack),
      );
      await backend.editing.addComponents(ids.upToDate, [ids.invoice]);
      const body = platform.log.find(({ action }) => action === "update")?.body;
      assert.ok(isRow(body) && !("Description" in body));
      // The document requires it, which is checked where it is at hand; a description must not be lost all the same.
      platform.structureFaults.length = 0;
    }));

  for (const missing of [400, 404] as const) {
    it(`finds a pack gone by ${missing}, which hides no other one`, () =>
      withPlatform(
        async (parts) => {
          const { backend, platform } = parts;
          const before = await backend.listPackSummaries();
          platform.state.packs.delete(ids.upToDate);
          await rejectsWith(edit(parts, ids.upToDate), "NotFound", /Refresh/);
          const after = await backend.listPackSummaries();
          assert.deepEqual(
            after.map(({ packId }) => packId),
            before.map(({ packId }) => packId).filter((packId) => packId !== ids.upToDate),
          );
          await rejectsWith(backend.getPack(ids.upToDate), "NotFound");
          await rejectsWith(backend.release({ packId: ids.upToDate }), "NotFound");
        },
        { modes: { missing } },
      ));
  }

  it("that fails for one pack hides no other one", () =>
    withPlatform(async (parts) => {
      const { backend, platform } = parts;
      const before = await backend.listPackSummaries();
      await edit(parts, ids.upToDate);
      platform.faults.plan(reading, { kind: "answer", status: 500 }, Infinity);
      assert.equal((await backend.listPackSummaries()).length, before.length);
      platform.faults.clear();
      const after = await backend.listPacks();
      assert.equal(after.find(({ packId }) => packId === ids.upToDate)?.description, "Other");
    }));

  it("to a change that is about another pack may have been made, and says so", () =>
    withPlatform(async (parts) => {
      const { backend, platform } = parts;
      platform.faults.plan(
        on("PublisherIntegrationPack", "update"),
        packsChanged((pack) => ({ ...pack, id: "p-x" })),
      );
      await rejectsWith(edit(parts, ids.upToDate), "Unreachable", /may have been carried out/);
      platform.faults.plan(
        on("PublisherIntegrationPack", "create"),
        packsChanged((pack) => ({ ...pack, id: ids.legacy })),
      );
      const pack = { name: "Returns", description: "", installationType: "SINGLE" } as const;
      await rejectsWith(backend.editing.createPack(pack), "Unreachable", /may have been carried out/);
    }));
});
