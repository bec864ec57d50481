import assert from "node:assert/strict";
import fc from "fast-check";
import { releaseChanges } from "../../../../../src/model/release/releaseChanges.ts";
import {
  rowsInView,
  versionColumns,
  wholeTable,
  type TableView,
} from "../../../../../webview-ui/wizard/versions/tableView.ts";
import { component, packOf, version } from "../../../../support/wizardMessages.ts";

const versions = {
  invoice: [
    version("9", { createdDate: "2026-03-01T00:00:00Z" }),
    version("10", { createdDate: "2026-01-01T00:00:00Z" }),
  ],
  order10: [version("2", { createdDate: "2026-02-01T00:00:00Z" })],
};
const { components } = packOf([
  component("order10", { componentName: "Create Order 10", currentVersion: "2", latestVersion: "" }),
  component("order2", { componentName: "Create Order 2", componentType: "webservice" }),
  component("invoice", { componentName: "Send Invoice", currentVersion: "10", latestVersion: "9" }),
]).pack;
const chosen = { order10: "2", order2: "1.1", invoice: "9" };
const rows = releaseChanges(packOf(components).pack, chosen, () => undefined).map((change, at) => ({
  component: components[at] ?? component("none"),
  change,
}));
const idsIn = (view: Partial<TableView>) =>
  rowsInView(rows, { ...wholeTable, ...view }, versions).map(({ change }) => change.componentId);

describe("the view of the wizard's table", () => {
  it("shows all rows in the order of the pack at first", () => {
    assert.deepEqual(idsIn({}), ["order10", "order2", "invoice"]);
  });

  it("finds every word in the name or the id, in any letter case", () => {
    assert.deepEqual(idsIn({ search: "create ORDER" }), ["order10", "order2"]);
    assert.deepEqual(idsIn({ search: " 2  order" }), ["order2"]);
    assert.deepEqual(idsIn({ search: "invoice 10" }), []);
  });

  it("shows what changes alone", () => {
    assert.deepEqual(idsIn({ changedOnly: true }), ["order2", "invoice"]);
    assert.deepEqual(idsIn({ changedOnly: true, search: "order" }), ["order2"]);
  });

  it("sorts names as people expect, and versions by date, as their texts have no order", () => {
    const by = (column: (typeof versionColumns)[number], descending = false) =>
      idsIn({ order: { column, descending } });
    assert.deepEqual(by("name"), ["order2", "order10", "invoice"]);
    assert.deepEqual(by("name", true), ["invoice", "order10", "order2"]);
    assert.deepEqual(by("type"), ["order2", "order10", "invoice"]);
    assert.deepEqual(by("current"), ["order2", "invoice", "order10"]);
    assert.deepEqual(by("pending"), ["order2", "order10", "invoice"]);
  });

  it("loses no row by sorting, and adds none by searching", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...versionColumns),
        fc.boolean(),
        fc.string(),
        (column, descending, search) => {
          assert.deepEqual(idsIn({ order: { column, descending } }).toSorted(), idsIn({}).toSorted());
          assert.ok(idsIn({ search }).every((id) => idsIn({}).includes(id)));
        },
      ),
    ));
});
