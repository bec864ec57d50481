import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { Panels } from "../../../src/panels/panels.ts";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import type { recordedCalls } from "../../support/editor/editorApi.ts";
import { CountingLog, provideEditorApi, EditorPanel } from "../../support/editor/editorPanel.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { LocalStores } from "../../support/store/localStores.ts";

const checkout = fileURLToPath(new URL("../../..", import.meta.url));

describe("the registry of panels", () => {
  let stores: LocalStores;
  let backend: LocalBackend;
  let panels: Panels;
  let calls: typeof recordedCalls;

  before(() => provideEditorApi());

  beforeEach(async () => {
    const [vscode, editor, { createPanels }] = await Promise.all([
      import("vscode"),
      import("../../support/editor/editorApi.ts"),
      import("../../../src/panels/panels.ts"),
    ]);
    stores = new LocalStores();
    backend = await stores.openWith(store());
    calls = editor.recordedCalls;
    calls.panels.length = 0;
    panels = createPanels({
      extensionUri: vscode.Uri.file("/extension"),
      backend: new ActiveBackend(() => Promise.resolve(backend)),
      log: new CountingLog(),
      timeZone: () => "UTC",
      releaseBranch: () => "main",
      showPack: () => Promise.resolve(),
      wizardActions: {},
    });
  });
  afterEach(() => {
    panels.dispose();
    stores.dispose();
  });

  async function openDetails(packageId: string): Promise<void> {
    const version = await backend.getVersion(packageId);
    (await panels.details()).open(version);
  }

  /** Restores a panel as VS Code does after a reload of the window. */
  async function restore(page: keyof Panels, state: unknown): Promise<EditorPanel> {
    const panel = new EditorPanel();
    const serializer = calls.serializers.get(`integrationPacks.${page}`);
    assert.ok(serializer);
    await serializer.deserializeWebviewPanel(panel, state);
    return panel;
  }

  const titles = () => calls.panels.map(({ title }) => title);

  it("has an entry for each webview page, and the manifest an activation event", () => {
    const pages = globSync("webview-ui/*/main.tsx", { cwd: checkout }).map((file) => basename(dirname(file)));
    const viewTypes = pages.map((page) => `integrationPacks.${page}`).sort();
    assert.deepEqual([...calls.serializers.keys()].sort(), viewTypes);
    const { activationEvents } = JSON.parse(readFileSync(`${checkout}/package.json`, "utf8")) as {
      activationEvents: string[];
    };
    assert.deepEqual(
      activationEvents.filter((event) => event.startsWith("onWebviewPanel:")).sort(),
      viewTypes.map((viewType) => `onWebviewPanel:${viewType}`),
    );
  });

  it("opens one panel for each subject, and reveals it when it is opened again", async () => {
    await openDetails("k-create-1.0");
    await openDetails("k-create-1.1");
    await openDetails("k-create-1.0");
    assert.deepEqual(titles(), ["Create Order 1.0", "Create Order 1.1"]);
    assert.deepEqual(
      calls.panels.map(({ panel }) => panel.revealed),
      [1, 0],
    );
  });

  it("opens a new panel after the old one was closed", async () => {
    await openDetails("k-create-1.0");
    calls.panels[0]?.panel.dispose();
    await openDetails("k-create-1.0");
    assert.equal(calls.panels.length, 2);
  });

  it("restores a panel from the state of its page, and reveals it when its subject is opened", async () => {
    const panel = await restore("wizard", { packId: ids.orderToCash });
    assert.notEqual(panel.webview.html, "");
    const pack = await backend.getPack(ids.orderToCash);
    (await panels.wizard()).open({ pack, start: { option: "immediate" } });
    assert.deepEqual([panel.revealed, calls.panels.length], [1, 0]);
  });

  it("closes a restored panel whose state names no subject or the subject of another panel", async () => {
    await openDetails("k-create-1.0");
    for (const state of [undefined, {}, { packageId: 1 }, { packageId: "k-create-1.0" }]) {
      assert.ok((await restore("details", state)).isClosed, JSON.stringify(state));
    }
    assert.ok(!calls.panels[0]?.panel.isClosed);
  });

  it("closes all panels when it is disposed of, even one that opens later", async () => {
    await openDetails("k-create-1.0");
    panels.dispose();
    await openDetails("k-create-1.1");
    assert.deepEqual(
      calls.panels.map(({ panel }) => panel.isClosed),
      [true, true],
    );
    assert.deepEqual([...calls.serializers.keys()], []);
  });
});
