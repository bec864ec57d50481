import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { ActiveBackend } from "../../src/session/activeBackend.ts";
import type { LocalBackend } from "../../src/backend/local/localBackend.ts";
import type { IntegrationPack } from "../../src/model/pack/pack.ts";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import type { PanelServices } from "../../src/panels/panelServices.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";
import { store } from "../support/fixtures/store.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { Crashes } from "./support/crashes.ts";
import { CountingLog, EditorPanel, provideEditorApi } from "../support/editor/editorPanel.ts";
import { extent } from "./support/extent.ts";
import { confirmedBy, maybeMutated, pageMessage } from "./support/pageMessages.ts";
import { Random } from "./support/random.ts";

/** The store of the fixtures, and a pack with components whose ids are keys of every object. */
function content(): Snapshot {
  const named = (id: string) =>
    processComponent(
      id,
      id,
      version(`k-${id}-1`, "1", "2026-01-01T00:00:00Z"),
      version(`k-${id}-2`, "2", "2026-02-01T00:00:00Z"),
    );
  const components = ["constructor", "__proto__"].map(named);
  const awkward = pack("p-awkward", "Awkward", {
    components: components.map(({ componentId }) => ({ componentId })),
  });
  return {
    ...store(),
    components: [...store().components, ...components],
    packs: [...store().packs, awkward],
  };
}

describe("mutated messages from the webview", function () {
  this.timeout(extent(120_000, 1_800_000));
  const random = new Random("webview messages");
  const log = new CountingLog();
  let stores: LocalStores;
  let backend: LocalBackend;
  let services: PanelServices;
  let recordedCalls: { readonly errors: string[] };
  let openWizard: (packId: string, panel: EditorPanel) => unknown;
  let openDetails: (packageId: string, panel: EditorPanel) => unknown;

  before(async () => {
    provideEditorApi();
    const [vscode, editor, wizard, details, { comparisonActions }] = await Promise.all([
      import("vscode"),
      import("../support/editor/editorApi.ts"),
      import("../../src/panels/wizard/releaseWizard.ts"),
      import("../../src/panels/details/detailsPanel.ts"),
      import("../../src/comparison/comparisonActions.ts"),
    ]);
    recordedCalls = editor.recordedCalls;
    stores = new LocalStores();
    backend = await stores.openWith(content());
    const active = new ActiveBackend(() => Promise.resolve(backend));
    await active.get();
    services = {
      extensionUri: vscode.Uri.file("/extension"),
      backend: active,
      log,
      timeZone: () => "UTC",
      releaseBranch: () => "main",
      showPack: async (packId) => {
        await backend.getPack(packId);
      },
      wizardActions: comparisonActions(active),
    };
    openWizard = (packId, panel) => new wizard.ReleaseWizard(services, panel, { packId });
    openDetails = (packageId, panel) => new details.DetailsPanel(services, panel, { packageId });
  });
  after(() => stores.dispose());

  /** Asserts that nothing changed, or only what the message confirms, once. Returns whether something changed. */
  async function assertOnlyConfirmed(
    message: unknown,
    shown: IntegrationPack,
    before: Snapshot,
  ): Promise<boolean> {
    const after = await backend.snapshots.export();
    const text = JSON.stringify(message).slice(0, 500);
    if (JSON.stringify(after) === JSON.stringify(before)) return false;
    const confirmed = confirmedBy(message, shown);
    assert.ok(confirmed, `an unconfirmed change: ${text}`);
    const others = ({ packs, installations, ...rest }: Snapshot) => ({
      ...rest,
      packs: packs.filter(({ packId }) => packId !== shown.packId),
      installations: installations.filter(({ packId }) => packId !== shown.packId),
    });
    assert.deepEqual(others(after), others(before), text);
    const of = ({ packs }: Snapshot) => packs.find(({ packId }) => packId === shown.packId);
    const [earlier = [], releases = []] = [of(before)?.releases, of(after)?.releases];
    if (confirmed.date === undefined) {
      assert.equal(releases.length, earlier.length + 1, text);
      assert.deepEqual({ ...releases.at(-1)?.versions }, confirmed.versions, text);
    } else {
      assert.deepEqual(releases, earlier, text);
      assert.equal(of(after)?.scheduled?.date, confirmed.date, text);
      assert.deepEqual({ ...of(after)?.scheduled?.versions }, confirmed.versions, text);
    }
    const backup = await backend.snapshots.import(before);
    if (backup !== undefined) rmSync(backup);
    return true;
  }

  it("release components whose ids are keys of every object, and only if the message names all of them", async () => {
    const shown = await backend.getPack("p-awkward");
    const known = await backend.snapshots.export();
    const confirmed = {
      type: "release",
      leftOut: [],
      expected: packFingerprint(shown),
      replaceScheduled: false,
    };
    const versions: unknown = JSON.parse('{ "constructor": "1", "__proto__": "1" }');
    const incomplete = { ...confirmed, versions: { constructor: "1" } };
    for (const [message, isReleased] of [
      [incomplete, false],
      [{ ...confirmed, versions }, true],
    ] as const) {
      const panel = new EditorPanel();
      openWizard(shown.packId, panel);
      await panel.receive(message);
      assert.equal(
        await assertOnlyConfirmed(message, shown, known),
        isReleased,
        JSON.stringify(panel.posted),
      );
      panel.dispose();
    }
  });

  it("change only what they confirm", async () => {
    const count = extent(1_500, 20_000);
    const crashes = new Crashes();
    const [first, ...others] = await backend.listPacks();
    assert.ok(first);
    const packageIds: readonly [string, ...string[]] = ["k-create-1.0", "k-create-1.1", "k-api-9"];
    const known = await backend.snapshots.export();
    let refused = 0;
    let changes = 0;
    let rejections = 0;
    try {
      for (let sent = 0; sent < count; sent += 1) {
        const shown = random.pick([first, ...others]);
        const panel = new EditorPanel();
        if (random.below(5) === 0) openDetails(random.pick(packageIds), panel);
        else openWizard(shown.packId, panel);
        const message = maybeMutated(pageMessage(shown, packageIds, random), random);
        const warnings = log.warnings;
        // Some are sent twice, as if a button was pressed twice before the first answer.
        const again = random.below(8) === 0 ? panel.receive(message) : undefined;
        await Promise.all([panel.receive(message), again]);
        if (log.warnings > warnings) {
          refused += 1;
          assert.ok(
            panel.posted.some((posted) => JSON.stringify(posted).startsWith('{"type":"refused"')),
            `no answer to ${JSON.stringify(message).slice(0, 500)}`,
          );
        }
        if (await assertOnlyConfirmed(message, shown, known)) changes += 1;
        rejections += panel.posted.filter((posted) =>
          JSON.stringify(posted).startsWith('{"type":"rejected"'),
        ).length;
        const unexpected = [
          ...panel.posted.map((posted) => JSON.stringify(posted)),
          ...recordedCalls.errors,
        ].filter((text) => /"code":"Unexpected"|An unexpected error/.test(text));
        assert.deepEqual(unexpected, [], JSON.stringify(message).slice(0, 500));
        recordedCalls.errors.length = 0;
        panel.dispose();
      }
    } finally {
      await crashes.stop();
    }
    assert.deepEqual(crashes.seen, []);
    assert.ok(changes > 0 && refused > count / 10, `${changes} changes, ${refused} refused`);
    summarize(
      `mutated messages: ${count} – ${count - refused} valid and answered (${changes} changed what they confirm, ${rejections} were rejected), ${refused} refused as invalid; 0 crashes, 0 unconfirmed changes`,
    );
  });
});
