import assert from "node:assert/strict";
import { readOverview } from "../../../../src/backend/overview/readOverview.ts";
import { readOverviewMarkdown } from "../../../../src/backend/overview/readOverviewMarkdown.ts";
import { defaultReleaseBranch } from "../../../../src/model/pack/branch.ts";
import type { Snapshot } from "../../../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { twinPacks } from "../../../support/fixtures/twinPacks.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

describe("the release notes in the overview of a pack", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  /** The title of each notes, and the first table after it, without the components that do not change. */
  async function notesOf(content: Snapshot, packId: string): Promise<[string, ...string[]][]> {
    const backend = await stores.openWith(content);
    const { overview } = await readOverview(backend, packId, defaultReleaseBranch);
    const markdown = await readOverviewMarkdown(backend, overview);
    return markdown
      .split("\n## Release notes: ")
      .slice(1)
      .map((section) => {
        const [title = "", ...lines] = section.split("\n");
        const rows = lines.filter((line) => line.startsWith("| ") && !/ unchanged \||---|Before/.test(line));
        return [title, ...rows.map((row) => row.slice(2, -2))];
      });
  }

  it("are those of the last release and of those to come, which are compared with the last one", async () => {
    assert.deepEqual(await notesOf(store(), ids.orderToCash), [
      ["2026-03-01 08:00 UTC", "Create Order | 1.0 | 1.1 | upgrade"],
      [
        "Pending",
        "Cancel Order | 1.0 | – | removed",
        "Create Order | 1.1 | hotfix-7 | upgrade",
        "Order API | – | 9 | new",
      ],
    ]);
    const before = ["gone", "left"].map((id) => `Component ${id} | 1 | – | removed`);
    const [first, scheduled, pending, ...others] = await notesOf(twinPacks(), "p");
    assert.deepEqual(first, [
      "2026-02-01 00:00 UTC",
      ...["a", "b", "gone", "left"].map((id) => `Component ${id} | – | 1 | new`),
    ]);
    assert.deepEqual(scheduled?.slice(1), [
      "Component a | 1 | 2 | upgrade",
      "Component b | 1 | 2 | upgrade",
      ...before,
      "Component new | – | 1 | new",
    ]);
    assert.deepEqual(pending?.slice(1), [
      "Component a | 1 | 2 | upgrade",
      "Component b | 1 | 3 | upgrade",
      ...before,
      "Component new | – | 1 | new",
    ]);
    assert.deepEqual(others, []);
  });

  it("are those to come alone where nothing was released", async () => {
    assert.deepEqual(await notesOf(store(), ids.neverReleased), [
      ["Pending", "Cancel Order | – | 1.0 | new", "Create Order | – | hotfix-7 | new"],
    ]);
  });

  it("are those of the current versions where the last release is not known", async () => {
    const backend = await stores.openWith(store());
    const source = {
      getPack: (packId: string) => backend.getPack(packId),
      history: () => Promise.resolve([]),
      listVersions: (componentIds: readonly string[]) => backend.listVersions(componentIds),
      getSharing: (packId: string) => backend.getSharing(packId),
      installations: backend.installations,
      historyLimits: "Only releases of this workspace.",
    };
    const { overview } = await readOverview(source, ids.orderToCash, defaultReleaseBranch);
    const markdown = await readOverviewMarkdown(backend, overview);
    const titles = [...markdown.matchAll(/^## Release notes: (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(titles, ["Current", "Pending"]);
  });
});
