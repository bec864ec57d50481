import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { Call } from "../../../src/commands/command.ts";
import type { WizardServices } from "../../../src/commands/release/openWizard.ts";
import type { Panels } from "../../../src/panels/panels.ts";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import { CountingLog, provideEditorApi, type EditorPanel } from "../../support/editor/editorPanel.ts";
import { WizardPageStandIn } from "../../support/editor/wizardPageStandIn.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { LocalStores } from "../../support/store/localStores.ts";

type WizardCommand = (services: WizardServices, call: Call) => Promise<void>;

describe("reads of the pack by the wizard", () => {
  let stores: LocalStores;
  let backend: LocalBackend;
  let panels: Panels;
  let services: WizardServices;
  let calls: { panels: { readonly panel: EditorPanel }[] };
  let commands: Readonly<Record<"release" | "schedule" | "editSchedule" | "rollBack", WizardCommand>>;
  /** The id of the pack of each read. */
  let reads: string[];

  before(() => provideEditorApi());

  beforeEach(async () => {
    const [vscode, editor, { createPanels }, release, schedule, editSchedule, rollBack] = await Promise.all([
      import("vscode"),
      import("../../support/editor/editorApi.ts"),
      import("../../../src/panels/panels.ts"),
      import("../../../src/commands/release/releasePack.ts"),
      import("../../../src/commands/release/schedulePack.ts"),
      import("../../../src/commands/release/editSchedule.ts"),
      import("../../../src/commands/release/rollBack.ts"),
    ]);
    stores = new LocalStores();
    backend = await stores.openWith(store());
    reads = [];
    const getPack = backend.getPack.bind(backend);
    backend.getPack = (packId) => {
      reads.push(packId);
      return getPack(packId);
    };
    const active = new ActiveBackend(() => Promise.resolve(backend));
    panels = createPanels({
      extensionUri: vscode.Uri.file("/extension"),
      backend: active,
      log: new CountingLog(),
      timeZone: () => "UTC",
      releaseBranch: () => "main",
      showPack: () => Promise.resolve(),
      wizardActions: {},
    });
    services = { backend: active, panels };
    calls = editor.recordedCalls;
    calls.panels.length = 0;
    commands = {
      release: release.releasePack,
      schedule: schedule.schedulePack,
      editSchedule: editSchedule.editSchedule,
      rollBack: rollBack.rollBack,
    };
  });
  afterEach(() => {
    panels.dispose();
    stores.dispose();
  });

  const run = (command: WizardCommand, packId: string) =>
    command(services, { byPerson: false, args: [packId] });

  /** Runs the command and loads the page that it opens. */
  async function load(command: WizardCommand, packId: string): Promise<WizardPageStandIn> {
    await run(command, packId);
    const panel = theOnlyPanel();
    while (panel.webview.html === "") await turn();
    return new WizardPageStandIn(panel);
  }

  /** Like `load`, and reports the page as ready. */
  async function open(command: WizardCommand, packId: string): Promise<WizardPageStandIn> {
    const page = await load(command, packId);
    await page.post({ type: "ready" });
    return page;
  }

  function theOnlyPanel(): EditorPanel {
    const [opened] = calls.panels;
    assert.ok(opened && calls.panels.length === 1);
    return opened.panel;
  }

  /** Waits for a number of reads, and asserts that no more follow. */
  async function readsReach(count: number): Promise<void> {
    while (reads.length < count) await turn();
    for (let turns = 0; turns < 5; turns += 1) await turn();
    assert.equal(reads.length, count);
  }

  it("happen once from the command to the confirmed release", async () => {
    const page = await open(commands.release, ids.orderToCash);
    await page.confirm();
    assert.equal(page.state.stored.outcome?.kind, "released");
    assert.deepEqual(reads, [ids.orderToCash]);
  });

  it("happen once to schedule a release", async () => {
    const page = await open(commands.schedule, ids.orderToCash);
    page.choose({ date: "2026-09-01" });
    await page.confirm();
    assert.equal(page.state.stored.outcome?.kind, "scheduled");
    assert.deepEqual(reads, [ids.orderToCash]);
  });

  it("happen once to change a scheduled release", async () => {
    const page = await open(commands.editSchedule, ids.scheduled);
    await page.confirm();
    assert.equal(page.state.stored.outcome?.kind, "scheduled");
    assert.deepEqual(reads, [ids.scheduled]);
  });

  it("happen once to roll back", async () => {
    const page = await open(commands.rollBack, ids.orderToCash);
    await page.confirm();
    assert.equal(page.state.stored.outcome?.kind, "released");
    assert.deepEqual(reads, [ids.orderToCash]);
  });

  it("happen once when a command restarts an open wizard, even a hidden one", async () => {
    const page = await open(commands.release, ids.orderToCash);
    await run(commands.schedule, ids.orderToCash);
    await readsReach(2);
    assert.equal(page.state.stored.option, "date");
    assert.ok(page.state.stored.shown);
    theOnlyPanel().isHidden = true;
    await run(commands.release, ids.orderToCash);
    await readsReach(3);
    await page.comeBack();
    assert.equal(page.state.stored.option, "immediate");
    assert.ok(page.state.stored.shown);
    await readsReach(3);
  });

  it("happen again when the pack changes, and when the page is shown again", async () => {
    const page = await open(commands.release, ids.orderToCash);
    await backend.editing.editPack(ids.orderToCash, { description: "Changed" });
    await readsReach(2);
    assert.equal(page.state.stored.shown?.pack.description, "Changed");
    await page.comeBack();
    await readsReach(3);
  });

  it("happen again when the pack changes while the page loads", async () => {
    const page = await load(commands.release, ids.orderToCash);
    theOnlyPanel().isHidden = true;
    await backend.editing.editPack(ids.orderToCash, { description: "Changed" });
    await readsReach(2);
    theOnlyPanel().isHidden = false;
    await page.post({ type: "ready" });
    await readsReach(3);
    assert.equal(page.state.stored.shown?.pack.description, "Changed");
  });

  it("happen again after a rejection, to show what changed", async () => {
    const page = await open(commands.release, ids.orderToCash);
    const other = backend.release({ packId: ids.orderToCash });
    await page.confirm();
    await other;
    assert.equal(page.state.stored.submission?.state, "rejected");
    assert.ok(page.state.stored.notice && page.state.stored.notice.changes.length > 0);
    await readsReach(2);
  });
});
