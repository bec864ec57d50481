import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import * as v from "valibot";
import { ActiveBackend } from "../../src/session/activeBackend.ts";
import type { LocalBackend } from "../../src/backend/local/localBackend.ts";
import type { IntegrationPack } from "../../src/model/pack/pack.ts";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import { preselectedVersions } from "../../src/model/release/preselectedVersions.ts";
import { sameVersions } from "../../src/model/release/release.ts";
import { releasedVersions } from "../../src/model/release/releasedVersions.ts";
import type { PanelServices } from "../../src/panels/panelServices.ts";
import { wizardRequestSchema } from "../../src/protocol/wizard/wizardRequest.ts";
import { CountingLog, EditorPanel, provideEditorApi } from "../support/editor/editorPanel.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { Crashes } from "./support/crashes.ts";
import { extent } from "./support/extent.ts";
import { maybeMutated } from "./support/pageMessages.ts";
import { Random } from "./support/random.ts";

/** The packs that the wizard shows. */
const packIds = [ids.orderToCash, ids.neverReleased, ids.scheduled] as const;

describe("messages from the page of a wizard for several packs, changed at random", function () {
  this.timeout(extent(120_000, 1_800_000));
  const random = new Random("messages about plans");
  let stores: LocalStores;
  let backend: LocalBackend;
  let services: PanelServices;
  let openWizard: (panel: EditorPanel) => unknown;

  before(async () => {
    provideEditorApi();
    const [vscode, wizard] = await Promise.all([
      import("vscode"),
      import("../../src/panels/wizard/releaseWizard.ts"),
    ]);
    stores = new LocalStores();
    backend = await stores.openWith(store());
    const active = new ActiveBackend(() => Promise.resolve(backend));
    await active.get();
    services = {
      extensionUri: vscode.Uri.file("/extension"),
      backend: active,
      log: new CountingLog(),
      timeZone: () => "UTC",
      releaseBranch: () => "main",
      showPack: () => Promise.resolve(),
      wizardActions: {},
    };
    openWizard = (panel) => new wizard.ReleaseWizard(services, panel, { packIds: [...packIds] });
  });
  after(() => stores.dispose());

  const choiceOf = (pack: IntegrationPack) => ({
    packId: pack.packId,
    versions: preselectedVersions(pack, { releaseBranch: "main", versionsOf: () => [] }),
    expected: packFingerprint(pack),
  });

  /** A message as the page sends it, for one to all of the packs in any order. */
  function pageMessage(packs: readonly IntegrationPack[]): object {
    const shown = {
      ...(random.below(2) === 0 && { name: "Random release" }),
      ...(random.below(3) === 0 && { date: "2096-01-01", timeZone: "Europe/Berlin" }),
      packs: packs.filter(() => random.below(3) > 0).map(choiceOf),
    };
    const packId = random.pick(packIds);
    return random.pick<object>([
      { type: "applyPlan", ...shown },
      { type: "applyPlan", ...shown },
      { type: "applyPlan", ...shown },
      { type: "applyAgain", plan: shown, sendAgain: [] },
      { type: "stopPlan" },
      { type: "reopenPlan" },
      { type: "compare", packId, versions: {} },
      { type: "ready" },
    ]);
  }

  it("release only the packs and versions that they confirm, all of them or none", async () => {
    const count = extent(400, 6_000);
    const crashes = new Crashes();
    const known = await backend.snapshots.export();
    let changes = 0;
    let refused = 0;
    try {
      for (let sent = 0; sent < count; sent += 1) {
        const before = new Map((await backend.listPacks()).map((pack) => [pack.packId, pack]));
        const shown = packIds.map((packId) => before.get(packId) ?? assert.fail());
        const message: unknown = maybeMutated(pageMessage(shown), random);
        const panel = new EditorPanel();
        openWizard(panel);
        const again = random.below(8) === 0 ? panel.receive(message) : undefined;
        await Promise.all([panel.receive(message), again]);
        const texts = panel.posted.map((posted) => JSON.stringify(posted));
        if (texts.some((text) => text.startsWith('{"type":"refused"'))) refused += 1;
        assert.ok(!texts.some((text) => text.includes('"code":"Unexpected"')), JSON.stringify(message));
        panel.dispose();
        if (JSON.stringify(await backend.snapshots.export()) === JSON.stringify(known)) continue;

        changes += 1;
        const text = JSON.stringify(message).slice(0, 500);
        const parsed = v.safeParse(wizardRequestSchema, message);
        assert.ok(parsed.success && parsed.output.type === "applyPlan", `an unconfirmed change: ${text}`);
        const { packs, date } = parsed.output;
        const confirmed = new Map(packs.map((each) => [each.packId, each]));
        for (const pack of await backend.listPacks()) {
          const earlier = before.get(pack.packId) ?? assert.fail(text);
          const choice = confirmed.get(pack.packId);
          // A pack that has these versions is already so (rule 15).
          if (!choice || sameVersions(releasedVersions(earlier), choice.versions)) {
            assert.deepEqual(pack, earlier, text);
            continue;
          }
          assert.equal(choice.expected, packFingerprint(earlier), text);
          if (date === undefined) assert.ok(sameVersions(releasedVersions(pack), choice.versions), text);
          else assert.ok(sameVersions(pack.scheduled?.versions ?? {}, choice.versions), text);
        }
        const backup = await backend.snapshots.import(known);
        if (backup !== undefined) rmSync(backup);
      }
    } finally {
      await crashes.stop();
    }
    assert.deepEqual(crashes.seen, []);
    assert.ok(changes > 0 && refused > 0, `${changes} changes, ${refused} refused`);
    summarize(
      `mutated messages about plans: ${count} – ${changes} changed what they confirm, ${refused} refused as invalid; 0 crashes, 0 unconfirmed changes`,
    );
  });
});
