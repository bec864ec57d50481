import assert from "node:assert/strict";
import type { Backend } from "../../../src/backend/backend.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import type { TreeNode } from "../../../src/views/treeNode.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";
import { pack, processComponent, version } from "../../support/fixtures/snapshotParts.ts";
import { LocalStores } from "../../support/store/localStores.ts";

/** Ids that are words of the tree, or look like the end of another row's id. */
const awkward = [
  "history",
  "schedule",
  "note",
  "problem",
  "x",
  "x/version/k-x",
  "x%2Fversion%2Fk-x",
  "component/x",
];

const release = (releaseId: string, releasedAt: string, versions: Record<string, string>) => ({
  releaseId,
  releasedAt,
  releasedBy: "dev",
  versions,
});

/** A pack with these components. It is released and scheduled, so that it has every kind of row. */
function content(): Snapshot {
  const components = awkward.map((id) =>
    processComponent(id, id, version(`k-${id}`, "1", "2026-01-01T00:00:00Z")),
  );
  const versions = Object.fromEntries(awkward.map((id) => [id, "1"]));
  const awkwardPack = pack("p", "Awkward", {
    components: awkward.map((componentId) => ({ componentId })),
    releases: [
      release("history", "2026-02-01T00:00:00Z", versions),
      release("x", "2026-03-01T00:00:00Z", versions),
    ],
    scheduled: { date: "2037-03-01", timeZone: "UTC", versions },
  });
  return { formatVersion: 1, components, packs: [awkwardPack], accountGroups: [], installations: [] };
}

describe("the rows of the packs tree", () => {
  let stores: LocalStores;
  let backend: Backend;
  let rowOf: () => Promise<TreeNode>;

  before(() => provideEditorApi());
  beforeEach(async () => {
    stores = new LocalStores();
    backend = await stores.openWith(content());
    const { PackItem } = await import("../../../src/views/packs/packItem.ts");
    rowOf = async () => {
      const [summary] = await backend.listPackSummaries();
      return new PackItem(backend, summary ?? assert.fail(), () => undefined);
    };
  });
  afterEach(() => stores.dispose());

  async function idsBelow(row: TreeNode): Promise<string[]> {
    const children = await row.getChildren();
    const below = await Promise.all(children.map(idsBelow));
    return [...children.map(({ id }) => id), ...below.flat()];
  }

  it("have ids of their own, whatever the ids of components, versions and releases are", async () => {
    const ids = await idsBelow(await rowOf());
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
    // The schedule and the history, components with their versions, releases with their changes.
    assert.ok(ids.length >= 2 + 2 * awkward.length + 2, String(ids.length));
    assert.deepEqual(await idsBelow(await rowOf()), ids);
  });
});
