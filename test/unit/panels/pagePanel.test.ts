import assert from "node:assert/strict";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import type { PanelServices } from "../../../src/panels/panelServices.ts";
import { wizardRequestSchema } from "../../../src/protocol/wizard/wizardRequest.ts";
import { CountingLog, EditorPanel, provideEditorApi } from "../../support/editor/editorPanel.ts";
import { WizardPageStandIn } from "../../support/editor/wizardPageStandIn.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { until } from "../../support/time/until.ts";

describe("a request of a page", () => {
  let stores: LocalStores;
  let panel: EditorPanel;
  let services: PanelServices;
  let open: { wizard: () => Promise<WizardPageStandIn>; details: () => unknown };

  before(() => provideEditorApi());

  beforeEach(async () => {
    const [vscode, { releaseWizardKind }, { DetailsPanel }] = await Promise.all([
      import("vscode"),
      import("../../../src/panels/wizard/releaseWizard.ts"),
      import("../../../src/panels/details/detailsPanel.ts"),
    ]);
    stores = new LocalStores();
    const backend = await stores.openWith(store());
    const failing = () => Promise.reject(new Error("It failed"));
    panel = new EditorPanel();
    services = {
      extensionUri: vscode.Uri.file("/extension"),
      backend: new ActiveBackend(() => Promise.resolve(backend)),
      log: new CountingLog(),
      timeZone: () => "Europe/Berlin",
      releaseBranch: () => "main",
      showPack: failing,
      wizardActions: { signIn: failing, addToAccountGroup: failing, compare: failing, releaseNotes: failing },
    };
    open = {
      wizard: async () => {
        const pack = await backend.getPack(ids.orderToCash);
        const subject = { packId: pack.packId };
        releaseWizardKind.create(services, panel, subject, { pack, start: { option: "date" } });
        await until("document", () => panel.webview.html || undefined);
        return new WizardPageStandIn(panel);
      },
      details: () => new DetailsPanel(services, panel, { packageId: "k-create-1.0" }),
    };
  });
  afterEach(() => stores.dispose());

  const refusals = () =>
    panel.posted.filter(
      (message): message is { type: "refused"; request: string; code: string; message: string } =>
        typeof message === "object" && message !== null && "type" in message && message.type === "refused",
    );

  for (const page of ["wizard", "details"] as const) {
    it(`that the extension does not know is refused, so that the page of ${page} does not wait`, async () => {
      await open[page]();
      const unknown: unknown[] = [null, 1, "x", [], {}, { type: 7 }, { type: "unheardOf" }];
      if (page === "wizard") {
        // What a page would send if it knew no zone: JSON drops the key.
        unknown.push({
          type: "schedule",
          versions: {},
          expected: "",
          replaceScheduled: false,
          date: "2026-12-01",
        });
      }
      for (const [index, message] of unknown.entries()) {
        await panel.receive(message);
        assert.equal(refusals().length, index + 1);
        assert.equal(refusals().at(-1)?.code, "InvalidRequest");
      }
      if (page === "wizard") assert.equal(refusals().at(-1)?.request, "schedule");
    });
  }

  it("that fails is answered with the reason, whatever it asks for", async () => {
    await open.wizard();
    const failing = ["signIn", "addToAccountGroup", "showPack"] as const;
    const types = wizardRequestSchema.options.map((option) => option.entries.type.literal);
    for (const type of failing) {
      assert.ok(types.includes(type));
      await panel.receive({ type });
      assert.deepEqual([refusals().at(-1)?.request, refusals().at(-1)?.code], [type, "Unexpected"]);
      assert.match(refusals().at(-1)?.message ?? "", /It failed/);
    }
  });

  it("to schedule that is refused leaves the wizard with a rejection, and its buttons enabled", async () => {
    const page = await open.wizard();
    page.choose({ date: "2026-12-01", submission: { state: "underWay" } });
    await panel.receive({ type: "schedule", date: "2026-12-01" });
    const { submission } = page.state.stored;
    assert.ok(submission?.state === "rejected");
    assert.match(submission.message, /nothing was done/);
  });
});
