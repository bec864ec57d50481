import assert from "node:assert/strict";
import * as v from "valibot";
import { packSchema } from "../../../../../src/backend/platform/http/readers.ts";
import { PackInterpreter } from "../../../../../src/backend/platform/packs/packInterpreter.ts";

interface Given {
  readonly componentId: string;
  readonly componentName?: string;
  readonly currentVersion?: string;
  readonly pendingVersion?: string;
  readonly deleted?: boolean;
}

/** The row of an answer about the pack; without components it has no list of them. */
function packRow(components?: readonly unknown[], changes: Record<string, unknown> = {}) {
  return v.parse(packSchema, {
    id: "p",
    name: "Orders",
    Description: "All orders",
    installationType: "MULTI",
    ...(components && { PublisherPackagedComponents: { PublisherPackagedComponent: components } }),
    ...changes,
  });
}

const component = (componentId: string, more: Omit<Given, "componentId"> = {}): Given => ({
  componentId,
  componentName: `Name ${componentId}`,
  currentVersion: "1",
  deleted: false,
  ...more,
});

describe("a pack from an answer", () => {
  const idsOf = ({ components }: { readonly components: readonly { readonly componentId: string }[] }) =>
    components.map(({ componentId }) => componentId).join();

  it("has what the answer says, its components once and by name", () => {
    const pack = new PackInterpreter().toPack(
      packRow([
        component("a", { componentName: "Z" }),
        component("b", { componentName: "Y" }),
        component("b", { componentName: "X", deleted: true }),
      ]),
    );
    const { components, ...rest } = pack;
    assert.deepEqual(rest, {
      packId: "p",
      name: "Orders",
      description: "All orders",
      installationType: "MULTI",
      deploymentModel: "packaged",
    });
    assert.deepEqual(
      components.map(({ componentName, deleted }) => [componentName, deleted]),
      [
        ["X", true],
        ["Z", false],
      ],
    );
  });

  it("knows whether the answer lacks the description, which may be empty", () => {
    const interpreter = new PackInterpreter();
    const empty = interpreter.toPack(packRow([], { Description: "" }));
    assert.deepEqual([empty.description, empty.lacksDescription], ["", undefined]);
    const lacking = interpreter.toPack(packRow([], { Description: undefined }));
    assert.deepEqual([lacking.description, lacking.lacksDescription], ["", true]);
  });

  it("is in doubt when it has no name, or a component that cannot be read", () => {
    const interpreter = new PackInterpreter();
    const nameless = interpreter.toPack(packRow([component("a")], { name: "" }));
    assert.deepEqual([nameless.name, nameless.doubt], ["p", "incomplete"]);
    const partial = interpreter.toPack(packRow([component("a"), { componentName: "?" }]));
    assert.deepEqual([idsOf(partial), partial.doubt], ["a", "incomplete"]);
    assert.equal(interpreter.toPack(packRow([component("a")])).doubt, undefined);
  });

  it("is in doubt when it is not clear what leaves, and incomplete where it is both", () => {
    const marked = component("a", { deleted: true });
    assert.equal(new PackInterpreter().toPack(packRow([marked])).doubt, "leaving");
    assert.equal(new PackInterpreter().toPack(packRow([marked], { name: "" })).doubt, "incomplete");
  });

  it("has the components that were seen before where the answer lists none, and is in doubt then", () => {
    const interpreter = new PackInterpreter();
    assert.equal(interpreter.hasSeen("p"), false);
    const unseen = interpreter.toPack(packRow());
    assert.deepEqual([idsOf(unseen), unseen.doubt, interpreter.hasSeen("p")], ["", undefined, false]);
    interpreter.toPack(packRow([component("a")]));
    const seen = interpreter.toPack(packRow());
    assert.deepEqual([idsOf(seen), seen.doubt, interpreter.hasSeen("p")], ["a", "incomplete", true]);
  });

  it("is empty where the answer lists none and all that was seen before was to leave", () => {
    const interpreter = new PackInterpreter();
    interpreter.toPack(packRow([component("a"), component("b")]));
    interpreter.remember("p", ["b"]);
    assert.equal(idsOf(interpreter.toPack(packRow())), "a,b");
    interpreter.toPack(packRow([component("a", { deleted: true }), component("b", { deleted: true })]));
    assert.equal(idsOf(interpreter.toPack(packRow())), "a,b");
    interpreter.remember("p", []);
    const empty = interpreter.toPack(packRow());
    assert.deepEqual([idsOf(empty), empty.doubt], ["", undefined]);
  });

  it("loses at once what a change from here removed and was never released", () => {
    const interpreter = new PackInterpreter();
    interpreter.toPack(packRow([component("a"), component("b", { currentVersion: "" }), component("c")]));
    interpreter.remember("p", ["a"]);
    assert.equal(idsOf(interpreter.toPack(packRow())), "a,c");
  });

  it("is interpreted with the marks of all packs of a list, whatever their order", () => {
    const interpreter = new PackInterpreter();
    const marked = packRow([
      component("a", { deleted: true }),
      component("b", { pendingVersion: "2", deleted: true }),
    ]);
    const [first] = interpreter.toPacks([marked, packRow([component("c")], { id: "q" })]);
    assert.equal(first?.doubt, undefined);
    assert.equal(interpreter.isMarkUsed, true);
  });

  it("finds a component by its id", () => {
    const interpreter = new PackInterpreter();
    interpreter.toPack(packRow([component("a")]));
    assert.equal(interpreter.findComponent("a")?.componentName, "Name a");
    assert.equal(interpreter.findComponent("b"), undefined);
  });

  it("has what a person says leaves", () => {
    const interpreter = new PackInterpreter();
    const rows = packRow([component("a", { deleted: true }), component("b", { deleted: true })]);
    interpreter.toPack(rows);
    interpreter.confirmLeaving("p", ["a"]);
    const { components, doubt } = interpreter.toPack(rows);
    assert.deepEqual([components.map(({ deleted }) => deleted), doubt], [[true, false], undefined]);
  });
});
