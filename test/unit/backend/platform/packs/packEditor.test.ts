import assert from "node:assert/strict";
import { Operations } from "../../../../../src/base/operations.ts";
import { PackEditor, type PackEditorOptions } from "../../../../../src/backend/platform/packs/packEditor.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { answered } from "../../../../support/platform/scripted/scriptedClient.ts";
import {
  scriptedComponent,
  scriptedPacks,
  type ScriptedPack,
} from "../../../../support/platform/scripted/scriptedPacks.ts";
import { scriptedVersion, scriptedVersions } from "../../../../support/platform/scripted/scriptedVersions.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const object = "PublisherIntegrationPack";
const stays = scriptedComponent("a");
const leaves = scriptedComponent("b", { deleted: true });
const newPack = { name: "New", description: "", installationType: "SINGLE" } as const;

/** An editor of these packs; the components `c` and `d` have versions, and those of `d` cannot be chosen. */
function editorOf(given: Readonly<Record<string, ScriptedPack>> = { p: { components: [stays, leaves] } }) {
  const scripted = scriptedPacks(given);
  const versions = scriptedVersions({
    versions: [scriptedVersion("c", "1"), scriptedVersion("d", "1", { shareable: false })],
    names: { e: { name: "E" } },
  });
  const records: PackEditorOptions["records"] = { removePack: () => Promise.resolve() };
  let announced = 0;
  const editor = new PackEditor({
    client: scripted.client,
    packs: scripted.reader,
    versions: versions.reader,
    records,
    operations: new Operations(),
    announceChange: () => void (announced += 1),
  });
  /** What was sent that changes something, as `METHOD id` with the components of an update. */
  const sent = () =>
    scripted.requests
      .filter(({ method, body = "" }) => method === "DELETE" || body.includes('"installationType"'))
      .map(({ method, path, body = "" }) => {
        const ids = [...body.matchAll(/"componentId":"(.*?)"/g)].map(([, id]) => id);
        return [method, path.replace(`${object}/`, ""), ...ids].join(" ");
      });
  return { ...scripted, editor, records, sent, changes: () => announced };
}

describe("the creation of a pack", () => {
  it("is sent once, and announced", async () => {
    const { editor, faults, sent, changes } = editorOf();
    faults.set(object, () => answered(200, { id: "new", name: "New" }));
    assert.equal(await editor.createPack(newPack), "new");
    assert.deepEqual([sent(), changes()], [[`POST ${object}`], 1]);
  });

  it("may be answered without a name", async () => {
    const { editor, faults } = editorOf();
    faults.set(object, () => answered(200, { id: "new" }));
    assert.equal(await editor.createPack(newPack), "new");
  });

  for (const [name, answer] of [
    ["a pack that was there before", { id: "p", name: "New" }],
    ["a pack of another name", { id: "new", name: "Other" }],
  ] as const) {
    it(`is unknown when the answer is about ${name}`, async () => {
      const { editor, faults } = editorOf();
      faults.set(object, () => answered(200, answer));
      await rejectsWith(editor.createPack(newPack), "Unreachable", /may have been carried out/);
    });
  }
});

describe("a pack of the legacy deployment model", () => {
  it("cannot be created", async () => {
    const { editor, sent } = editorOf();
    const legacy = { ...newPack, deploymentModel: "legacy" } as const;
    await rejectsWith(editor.createPack(legacy), "InvalidRequest", /Create the pack in Boomi/);
    assert.deepEqual(sent(), []);
  });
});

describe("the components that can be added to a pack", () => {
  it("are those outside of it by name, with the newest version that can be chosen", async () => {
    const { editor, faults } = editorOf({
      p: { components: [stays] },
      q: { components: [scriptedComponent("f", { componentName: "In a Pack" })] },
    });
    const versions = [
      scriptedVersion("a", "1"),
      scriptedVersion("c", "1"),
      scriptedVersion("c", "3", { shareable: false }),
      scriptedVersion("c", "2"),
      scriptedVersion("d", "1", { deleted: true }),
      scriptedVersion("f", "4"),
      scriptedVersion("g", "5"),
    ];
    faults.set("PackagedComponent/query", () => answered(200, { result: versions }));
    const named = { statusCode: 200, Result: { componentId: "c", version: 2, name: "Zebra" } };
    faults.set("ComponentMetadata/bulk", () => answered(200, { response: [named] }));
    await editor.editPack("q", { description: "Other" });
    assert.deepEqual(
      (await editor.listAddableComponents("p")).map(({ componentName, latestVersion }) =>
        [componentName, latestVersion].join(" "),
      ),
      ["g 5", "In a Pack 4", "Zebra 2"],
    );
  });
});

describe("the deletion of a pack", () => {
  it("is sent for a pack that is there, and removes what is recorded of it", async () => {
    const { editor, records, sent, changes } = editorOf();
    const removed: string[] = [];
    records.removePack = (packId) => Promise.resolve(void removed.push(packId));
    await rejectsWith(editor.deletePack("gone"), "NotFound");
    await editor.deletePack("p");
    assert.deepEqual([sent(), removed, changes()], [["DELETE p"], ["p"], 1]);
  });

  it("is done although the records cannot be used, and fails with any other failure of theirs", async () => {
    const { editor, records } = editorOf();
    records.removePack = () => Promise.reject(new IntegrationPacksError("StoreUnavailable", "It is locked."));
    await editor.deletePack("p");
    records.removePack = () => Promise.reject(new IntegrationPacksError("Conflict", "It is running."));
    await rejectsWith(editor.deletePack("p"), "Conflict", /running/);
    const fault = Object.assign(new TypeError("a fault"), { code: "StoreUnavailable" });
    records.removePack = () => Promise.reject(fault);
    await assert.rejects(editor.deletePack("p"), TypeError);
  });

  it("has removed what is recorded when it is reported", async () => {
    const { editor, records } = editorOf();
    let isRemoved = false;
    records.removePack = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isRemoved = true;
    };
    await editor.deletePack("p");
    assert.ok(isRemoved);
  });
});

describe("a change of a pack", () => {
  it("sends every component that stays", async () => {
    const { editor, sent } = editorOf();
    await editor.editPack("p", { description: "Other" });
    assert.deepEqual(sent(), ["POST p a"]);
  });

  it("to what it is already sends nothing", async () => {
    const { editor, sent, changes } = editorOf();
    await editor.editPack("p", { name: "p", description: "" });
    assert.deepEqual([sent(), changes()], [[], 0]);
  });

  it("of its name compares it with the other packs, and any other change does not ask for them", async () => {
    const { editor, asked } = editorOf({ p: { components: [stays] }, q: { components: [stays] } });
    await rejectsWith(editor.editPack("p", { name: "Q" }), "InvalidRequest");
    assert.ok(asked.includes("query"));
    const other = editorOf({ p: { components: [stays] } });
    await other.editor.editPack("p", { description: "Other" });
    assert.ok(!other.asked.includes("query"));
  });

  it("adds components once each, those with a version that can be chosen", async () => {
    const { editor, sent } = editorOf();
    await editor.addComponents("p", ["c", "c"]);
    assert.deepEqual(sent(), ["POST p a c"]);
    await rejectsWith(editor.addComponents("p", ["d"]), "InvalidRequest");
    await rejectsWith(editor.addComponents("p", ["e"]), "NotFound", /e/);
    assert.equal(sent().length, 1);
  });

  it("removes a component, which one that leaves already need not be", async () => {
    const { editor, sent } = editorOf({ p: { components: [stays, scriptedComponent("c"), leaves] } });
    await editor.removeComponent("p", "b");
    assert.deepEqual(sent(), []);
    await editor.removeComponent("p", "a");
    assert.deepEqual(sent(), ["POST p c"]);
    await rejectsWith(editor.removeComponent("p", "x"), "NotFound");
  });

  it("takes back that a component leaves", async () => {
    const { editor, sent } = editorOf();
    await editor.undeleteComponent("p", "b");
    assert.deepEqual(sent(), ["POST p a b"]);
    await rejectsWith(editor.undeleteComponent("p", "a"), "InvalidRequest");
  });

  it("is announced, and the pack is read anew, whether it succeeds or fails", async () => {
    for (const status of [200, 500]) {
      const { editor, reader, faults, changes, asked } = editorOf();
      let requests = 0;
      const row = {
        id: "p",
        name: "p",
        PublisherPackagedComponents: { PublisherPackagedComponent: [stays, leaves] },
      };
      faults.set("p", () => answered((requests += 1) === 2 ? status : 200, row));
      const [{ status: outcome }] = await Promise.allSettled([
        editor.editPack("p", { description: "Other" }),
      ]);
      assert.deepEqual([outcome, changes()], [status === 200 ? "fulfilled" : "rejected", 1]);
      await reader.get("p");
      assert.equal(asked.length, 3);
    }
  });
});

describe("a pack that is not what was shown", () => {
  const changed = [
    ["another component", [stays, leaves, scriptedComponent("c")]],
    ["a component less", [stays]],
    ["another mark", [stays, { ...leaves, deleted: false }]],
  ] as const;
  for (const [name, components] of changed) {
    it(`is not changed: ${name}`, async () => {
      const { editor, reader, packs, sent, changes } = editorOf();
      await reader.list();
      packs.set("p", { components });
      await rejectsWith(editor.editPack("p", { description: "Other" }), "Conflict", /Nothing was changed/);
      assert.deepEqual([sent(), changes()], [[], 1]);
      await editor.editPack("p", { description: "Other" });
      assert.equal(sent().length, 1);
    });
  }

  it("is changed where only the order, a version or the name differs", async () => {
    const { editor, reader, packs, sent } = editorOf();
    await reader.list();
    packs.set("p", {
      name: "Renamed",
      components: [leaves, { ...stays, currentVersion: "7", componentName: "z" }],
    });
    await editor.editPack("p", { description: "Other" });
    assert.equal(sent().length, 1);
  });

  it("is not changed while it is in doubt what it contains", async () => {
    const { editor, sent } = editorOf({ p: { components: [leaves] } });
    await rejectsWith(editor.editPack("p", { description: "Other" }), "InvalidRequest", /Nothing was sent/);
    assert.deepEqual(sent(), []);
  });

  it("can be confirmed by a person, which is announced", async () => {
    const { editor, sent, changes } = editorOf({ p: { components: [leaves] } });
    await editor.confirmLeaving("p", []);
    assert.equal(changes(), 1);
    await editor.editPack("p", { description: "Other" });
    assert.deepEqual(sent(), ["POST p b"]);
  });
});
