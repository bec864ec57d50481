import assert from "node:assert/strict";
import type { IntegrationPack } from "../../../../src/model/pack/pack.ts";
import { callUnchecked } from "../../../support/callUnchecked.ts";
import { provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { AnsweredPick } from "../../../support/editor/answeredPick.ts";
import { ids } from "../../../support/fixtures/store.ts";
import {
  changes,
  lastSentComponents,
  withPlatform,
  type OnPlatform,
} from "../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

/** Boomi marks every component as deleted, so that all of the pack seem to leave. */
const everyMarked = { modes: { deletedMark: "all" } } as const;
const packId = ids.orderToCash;

const commands = {
  editPack: () => import("../../../../src/commands/pack/editPack.ts"),
  removeComponent: () => import("../../../../src/commands/pack/removeComponent.ts"),
  undeleteComponent: () => import("../../../../src/commands/pack/undeleteComponent.ts"),
  addComponents: () => import("../../../../src/commands/pack/addComponents.ts"),
};

describe("a command that edits a pack of which it is not clear which components leave", () => {
  before(() => provideEditorApi());

  /** Calls what a confirmed command does, while the person answers the question. */
  async function act(
    { backend }: OnPlatform,
    name: keyof typeof commands,
    found: object,
    answer: AnsweredPick,
  ) {
    const command: unknown = Reflect.get(await commands[name](), name);
    assert.ok(typeof command === "object" && command);
    const active = { get: () => Promise.resolve(backend) };
    const services = {
      backend: active,
      changes: () => ({ backend: active }),
      log: { info: () => undefined },
      packsView: { reveal: () => Promise.resolve() },
    };
    await answer.during(() => callUnchecked(command, "act", services, found, {}));
  }

  const marked = async ({ backend }: OnPlatform) =>
    (await backend.getPack(packId)).components.filter(({ deleted }: { deleted: boolean }) => deleted);

  it("asks which ones leave, names each with its version, and edits the pack then", () =>
    withPlatform(async (on) => {
      const components = await marked(on);
      const answer = new AnsweredPick((rows) => rows.filter(({ label }) => label === "Create Order"));
      await act(on, "editPack", { packId, edit: { description: "Other" } }, answer);
      assert.match(answer.title, /"Order to Cash"/);
      assert.deepEqual(
        answer.rows.map(({ label, description }) => [label, description]),
        components.map(({ componentName, currentVersion }) => [componentName, currentVersion]),
      );
      const pack: IntegrationPack = await on.backend.getPack(packId);
      assert.deepEqual([pack.description, pack.doubt], ["Other", undefined]);
      assert.ok(!lastSentComponents(on.platform).includes(ids.createOrder));
      assert.equal(lastSentComponents(on.platform).length, pack.components.length - 1);
    }, everyMarked));

  for (const [name, more] of [
    ["removeComponent", { componentId: ids.createOrder }],
    ["undeleteComponent", { componentId: ids.createOrder }],
    ["addComponents", { componentIds: [ids.invoice] }],
  ] as const) {
    it(`asks in ${name} too, and takes no component as an answer`, () =>
      withPlatform(async (on) => {
        await act(on, name, { packId, ...more }, new AnsweredPick(() => []));
        const { components, doubt } = await on.backend.getPack(packId);
        assert.equal(doubt, undefined);
        const leaving = components.filter(({ deleted }) => deleted).map(({ componentId }) => componentId);
        assert.deepEqual(leaving, name === "removeComponent" ? [ids.createOrder] : []);
      }, everyMarked));
  }

  it("changes nothing where the person cancels the question", () =>
    withPlatform(async (on) => {
      await act(on, "editPack", { packId, edit: { description: "Other" } }, new AnsweredPick(undefined));
      assert.deepEqual(changes(on.platform), []);
    }, everyMarked));

  it("asks nothing where another rule is broken, and where nothing is in doubt", () =>
    withPlatform(async (on) => {
      const answer = new AnsweredPick(() => assert.fail("it asked"));
      await rejectsWith(
        act(on, "editPack", { packId, edit: { description: "x".repeat(501) } }, answer),
        "InvalidRequest",
      );
      await act(on, "editPack", { packId, edit: { description: "Other" } }, answer);
    }));
});
