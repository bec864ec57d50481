import assert from "node:assert/strict";
import type { Row } from "../../../src/ui/row.ts";
import type { PackSummary } from "../../../src/model/pack/pack.ts";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { TreeNode } from "../../../src/views/treeNode.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";
import { LocalStores } from "../../support/store/localStores.ts";

/** A row as `label | description | badge | color`, the color without the names around it. */
function shown({ label, description = "", decoration = {} }: Row): string {
  const { badge = "", color = "" } = decoration;
  return [label, description, badge, color.replace(/integrationPacks\.|Foreground/g, "")].join(" | ");
}

describe("the states of rows", () => {
  const stores = new LocalStores();
  let backend: LocalBackend;
  let rowOf: (pack: PackSummary) => TreeNode;

  before(async () => {
    provideEditorApi();
    backend = await stores.open();
    await backend.snapshots.import(store());
    const { PackItem } = await import("../../../src/views/packs/packItem.ts");
    rowOf = (pack) => new PackItem(backend, pack, () => undefined);
  });
  after(() => stores.dispose());

  const summary = async (packId: string) => {
    const found = (await backend.listPackSummaries()).find((pack) => pack.packId === packId);
    assert.ok(found);
    return found;
  };
  const childrenOf = async (packId: string) => rowOf(await summary(packId)).getChildren();

  it("of packs begin with what a person looks for, and have a badge and a color", async () => {
    const packs = await backend.listPackSummaries();
    assert.deepEqual(
      packs.map((pack) => shown(rowOf(pack).getRow())),
      [
        "Empty | no components |  | ",
        "Legacy Billing | 1 change · legacy | 1 | changed",
        "Never Released | new | N | new",
        "Order to Cash | 3 changes | 3 | changed",
        "Scheduled | Dec 1, 2096 · 1 change | S | scheduled",
        "Up to Date | up to date |  | ",
      ],
    );
  });

  it("of packs have a badge of at most two characters for any number of changes", async () => {
    const pack = await summary(ids.orderToCash);
    const badges = [1, 9, 10].map(
      (changeCount) => rowOf({ ...pack, changeCount }).getRow().decoration?.badge,
    );
    assert.deepEqual(badges, ["1", "9", "9+"]);
  });

  it("of packs whose release failed or is in doubt begin with that", async () => {
    const pack = await summary(ids.scheduled);
    assert.ok(pack.scheduled);
    const failed = rowOf({ ...pack, scheduled: { ...pack.scheduled, state: "failed" } }).getRow();
    assert.equal(shown(failed), "Scheduled | failed · Dec 1, 2096 · 1 change | ! | list.warning");
    const unsettled = {
      attemptId: "t",
      state: "unknown",
      sentAt: "2026-06-01T08:00:00Z",
      sentBy: "x",
    } as const;
    const unknown = rowOf({ ...pack, unsettled }).getRow();
    assert.equal(shown(unknown), "Scheduled | outcome unknown · Dec 1, 2096 · 1 change | ! | list.warning");
  });

  it("of packs of which it is not certain what they contain begin with that, and say in their hovers what to do", async () => {
    const pack = await summary(ids.orderToCash);
    for (const [doubt, row, advice] of [
      ["leaving", "Order to Cash | components unclear | ! | list.warning", /open its release wizard/],
      ["incomplete", "Order to Cash | components missing | ! | list.warning", /Refresh/],
    ] as const) {
      const shownRow = rowOf({ ...pack, doubt });
      assert.equal(shown(shownRow.getRow()), row);
      const facts = (await shownRow.getHover?.())?.facts ?? [];
      assert.ok(facts.some(([, value]) => advice.test(value)));
    }
  });

  it("of packs say in their hovers what a release would change", async () => {
    const hover = await rowOf(await summary(ids.orderToCash)).getHover?.();
    assert.equal(
      hover?.closing,
      "Cancel Order: 1.0 → removed\nCreate Order: 1.1 → hotfix-7\nOrder API: new → 9",
    );
    const { upcomingChanges } = await import("../../../src/views/packs/upcomingChanges.ts");
    const [component] = (await backend.getPack(ids.neverReleased)).components;
    assert.ok(component);
    const lines = (count: number) =>
      upcomingChanges(
        { components: Array.from({ length: count }, () => component) },
        { [component.componentId]: "1.0" },
      );
    assert.match(lines(11), /\n1 more change$/);
    assert.match(lines(100), /\n90 more changes$/);
  });

  it("of packs say in their hovers what is preselected by branch (rule 5)", async () => {
    const { components, ...rest } = store();
    const others = new LocalStores();
    try {
      const branched = await others.openWith({
        ...rest,
        components: components.map((component) => ({
          ...component,
          versions: component.versions.map((each) =>
            each.packageVersion === "hotfix-7" ? { ...each, branchName: "feature/orders" } : each,
          ),
        })),
      });
      const packs = await branched.listPackSummaries();
      const pack = packs.find(({ packId }) => packId === ids.scheduled) ?? assert.fail();
      const { PackItem } = await import("../../../src/views/packs/packItem.ts");
      assert.equal(
        (await new PackItem(branched, pack, () => undefined).getHover()).closing,
        "Create Order: 1.0 → 1.1",
      );
    } finally {
      others.dispose();
    }
  });

  it("of a release this year have its date without the year", async () => {
    const pack = await summary(ids.scheduled);
    assert.ok(pack.scheduled);
    const date = `${new Date().getFullYear()}-12-28`;
    const row = rowOf({ ...pack, scheduled: { ...pack.scheduled, date } }).getRow();
    assert.equal(row.description, "Dec 28 · 1 change");
  });

  it("of components are what the next release changes", async () => {
    const rows = (await childrenOf(ids.orderToCash)).map((child) => shown(child.getRow()));
    assert.deepEqual(rows.slice(0, 3), [
      "Cancel Order | removed · 1.0 | D | removed",
      "Create Order | 1.1 · hotfix-7 available | A | changed",
      "Order API | new · 9 | N | new",
    ]);
    await backend.editing.setPendingVersion(ids.upToDate, ids.createOrder, "1.0");
    const [pending] = await childrenOf(ids.upToDate);
    assert.ok(pending);
    assert.equal(shown(pending.getRow()), "Create Order | hotfix-7 → 1.0 | P | changed");
  });

  it("of a scheduled release are the versions that it releases", async () => {
    const [schedule] = await childrenOf(ids.scheduled);
    const rows = await schedule?.getChildren();
    assert.deepEqual(
      rows?.map((row) => row.getRow().label),
      ["Create Order 1.0 → 1.1"],
    );
    const { ScheduledReleaseItem } =
      await import("../../../src/views/scheduledReleases/scheduledReleaseItem.ts");
    const pack = await summary(ids.scheduled);
    assert.ok(pack.scheduled);
    const listed = new ScheduledReleaseItem(backend, pack, pack.scheduled);
    assert.equal(listed.getRow().command?.command, "integrationPacks.showPack");
    assert.deepEqual(
      (await listed.getChildren()).map((row) => row.getRow().label),
      ["Create Order 1.0 → 1.1"],
    );
    await backend.schedules.cancel(ids.scheduled);
    assert.deepEqual(await listed.getChildren(), []);
    await backend.snapshots.import(store());
  });

  it("of versions are their marks, without author and time, and with the scheduled one", async () => {
    const component = (await childrenOf(ids.scheduled)).find(({ id }) => id.includes("/component/"));
    const versions = await component?.getChildren();
    assert.deepEqual(
      versions?.map((version) => shown(version.getRow())),
      [
        "2.0-deleted | deleted | D | removed",
        "2.0-private | not shareable |  | ",
        "hotfix-7 | latest | A | changed",
        "1.1 | scheduled | S | scheduled",
        "1.0 | released | R | ",
      ],
    );
  });
});
