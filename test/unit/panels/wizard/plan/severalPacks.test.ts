import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { hashPlan } from "../../../../../src/backend/hashPlan.ts";
import type { ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import { packFingerprint } from "../../../../../src/model/release/packFingerprint.ts";
import type { Panels } from "../../../../../src/panels/panels.ts";
import type { PlanMessage } from "../../../../../src/protocol/wizard/planMessage.ts";
import type { WizardMessage } from "../../../../../src/protocol/wizard/wizardMessage.ts";
import { ActiveBackend } from "../../../../../src/session/activeBackend.ts";
import type { recordedCalls } from "../../../../support/editor/editorApi.ts";
import { CountingLog, provideEditorApi, type EditorPanel } from "../../../../support/editor/editorPanel.ts";
import { editorSettings } from "../../../../support/editor/editorSettings.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

type Sent<Type extends WizardMessage["type"]> = Extract<WizardMessage, { type: Type }>;

describe("the panel of a wizard for several packs", () => {
  const packIds = [ids.orderToCash, ids.neverReleased] as const;
  let stores: LocalStores;
  let backend: LocalBackend;
  let active: ActiveBackend;
  let panels: Panels;
  let calls: typeof recordedCalls;

  before(() => provideEditorApi());

  beforeEach(async () => {
    const [vscode, editor, { createPanels }] = await Promise.all([
      import("vscode"),
      import("../../../../support/editor/editorApi.ts"),
      import("../../../../../src/panels/panels.ts"),
    ]);
    stores = new LocalStores();
    backend = await stores.openWith(store());
    active = new ActiveBackend(() => Promise.resolve(backend));
    calls = editor.recordedCalls;
    calls.panels.length = 0;
    calls.messages.length = 0;
    panels = createPanels({
      extensionUri: vscode.Uri.file("/extension"),
      backend: active,
      log: new CountingLog(),
      timeZone: () => "UTC",
      releaseBranch: () => "main",
      showPack: () => Promise.resolve(),
      wizardActions: {},
    });
  });
  afterEach(() => {
    panels.dispose();
    active.dispose();
    stores.dispose();
  });

  /** The panel that was opened last, once its page is loaded. */
  async function openedPanel(): Promise<EditorPanel> {
    const panel = calls.panels.at(-1)?.panel ?? assert.fail("no panel is open");
    while (panel.webview.html === "") await new Promise((resolve) => setImmediate(resolve));
    return panel;
  }

  const flat = (messages: readonly unknown[]): WizardMessage[] =>
    (messages as readonly WizardMessage[]).flatMap((message) =>
      message.type === "several" ? flat(message.messages) : [message],
    );

  /** The messages of a type that the page got, those of its document first. */
  function received<Type extends WizardMessage["type"]>(panel: EditorPanel, type: Type): Sent<Type>[] {
    const [, document = "[]"] = /<div id="first" hidden>(.*)<\/div>/.exec(panel.webview.html) ?? [];
    const first: unknown = JSON.parse(document.replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
    return flat([first, ...panel.posted]).filter((message): message is Sent<Type> => message.type === type);
  }

  /** The request for the preselected versions of the packs as they are now. */
  async function shownPlan(differences: object = {}) {
    const packs = await Promise.all(packIds.map((packId) => backend.getPack(packId)));
    const draft = await backend.plans.draft({ packIds });
    return {
      name: "December release",
      packs: packs.map((pack, at) => ({
        packId: pack.packId,
        versions: Object.fromEntries(
          (draft.plan.packs[at]?.components ?? []).flatMap(({ componentId, to }) =>
            to === null ? [] : [[componentId, to]],
          ),
        ),
        expected: packFingerprint(pack),
      })),
      ...differences,
    };
  }

  const outcomes = (panel: EditorPanel) =>
    received(panel, "planOutcome").map(({ outcome }) => outcome.packs.map(({ outcome: each }) => each));

  it("opens once for a choice of packs, in whatever order, and for one pack as its wizard", async () => {
    await panels.openSeveral(packIds);
    await panels.openSeveral([...packIds].reverse());
    await panels.openSeveral([ids.orderToCash, ids.orderToCash]);
    assert.deepEqual(
      calls.panels.map(({ title }) => title),
      ["Release 2 Packs", "Release Order to Cash"],
    );
    await rejectsWith(panels.openSeveral([ids.orderToCash, "none"]), "NotFound");
  });

  it("sends its page every pack, the versions of all, and their sharing", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    assert.deepEqual(
      received(panel, "start").map(({ start }) => start.several?.packs.map(({ packId }) => packId)),
      [packIds],
    );
    assert.deepEqual(
      received(panel, "pack").map(({ pack }) => pack.packId),
      packIds,
    );
    assert.deepEqual(
      received(panel, "sharing").map(({ packId }) => packId),
      packIds,
    );
    const [versions] = received(panel, "versions");
    assert.deepEqual(
      Object.keys(versions?.versions ?? {}).sort(),
      [ids.cancelOrder, ids.createOrder, ids.orderApi].sort(),
    );
  });

  it("applies the plan that the page shows, and the history has its name and hash", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    await panel.receive({ type: "applyPlan", ...(await shownPlan()) });
    assert.deepEqual(outcomes(panel), [["released", "released"]]);
    const [sent] = received(panel, "planSent");
    assert.ok(sent);
    for (const packId of packIds) {
      const [latest] = await backend.history(packId);
      assert.deepEqual(latest?.plan, { planHash: hashPlan(sent.plan), name: "December release" });
    }
  });

  it("applies a plan again without releasing twice", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    await panel.receive({ type: "applyPlan", ...(await shownPlan()) });
    const [{ plan } = assert.fail()] = received(panel, "planSent");
    await panel.receive({ type: "applyAgain", plan, sendAgain: [] });
    assert.deepEqual(outcomes(panel).at(-1), ["alreadySo", "alreadySo"]);
    assert.equal((await backend.history(ids.neverReleased)).length, 1);
  });

  it("schedules the packs for the date in the zone that the page shows", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    await panel.receive({
      type: "applyPlan",
      ...(await shownPlan({ date: "2096-12-01", timeZone: "Europe/Berlin" })),
    });
    assert.deepEqual(outcomes(panel), [["scheduled", "scheduled"]]);
    const { scheduled } = await backend.getPack(ids.neverReleased);
    assert.deepEqual([scheduled?.date, scheduled?.timeZone], ["2096-12-01", "Europe/Berlin"]);
  });

  it("sends nothing when one of the packs is no longer as the page shows it", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    const shown = await shownPlan();
    await backend.editing.removeComponent(ids.neverReleased, ids.cancelOrder);
    await panel.receive({ type: "applyPlan", ...shown });
    const [rejected] = received(panel, "planRejected");
    assert.equal(rejected?.code, "Conflict");
    assert.equal((await backend.history(ids.orderToCash)).length, 2);
    // The page gets the pack as it is now, to show what changed.
    assert.equal(received(panel, "pack").at(-1)?.pack.components.length, 1);
  });

  it("reports the outcome in a notification after it was closed", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    const applied = panel.receive({ type: "applyPlan", ...(await shownPlan()) });
    panel.dispose();
    await applied;
    assert.deepEqual(calls.messages, ["The release plan was applied: 2 released."]);
  });

  it("reports to a page that was hidden", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    panel.isHidden = true;
    await panel.receive({ type: "applyPlan", ...(await shownPlan()) });
    assert.deepEqual(outcomes(panel), []);
    panel.isHidden = false;
    await panel.receive({ type: "ready" });
    assert.deepEqual(outcomes(panel), [["released", "released"]]);
    assert.equal(received(panel, "planSent").length, 1);
  });

  it("stops after the pack that is being sent, and applies nothing on a second press of the button", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    const shown = await shownPlan();
    const { plans } = backend;
    const applied: ReleasePlan[] = [];
    const apply: typeof plans.apply = (plan, { stop }) => {
      applied.push(plan);
      const packs = plan.packs.map(({ packId, name }) => ({ packId, name, outcome: "notSent" as const }));
      return new Promise((resolve) =>
        stop?.addEventListener("abort", () => resolve({ formatVersion: 1, planHash: hashPlan(plan), packs })),
      );
    };
    Object.defineProperty(backend, "plans", {
      value: { target: plans.target, check: plans.check.bind(plans), apply },
    });
    const first = panel.receive({ type: "applyPlan", ...shown });
    while (applied.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await panel.receive({ type: "applyPlan", ...shown });
    assert.deepEqual([applied.length, outcomes(panel)], [1, []]);
    await panel.receive({ type: "stopPlan" });
    await first;
    assert.deepEqual(outcomes(panel), [["notSent", "notSent"]]);
  });

  it("does not do for several packs what is for one, and the other way round", async () => {
    await panels.openSeveral(packIds);
    const several = await openedPanel();
    await several.receive({ type: "release", versions: {}, expected: "", replaceScheduled: false });
    assert.equal((several.posted.at(-1) as WizardMessage).type, "refused");
    await panels.openSeveral([ids.orderToCash]);
    const one = await openedPanel();
    await one.receive({ type: "applyPlan", ...(await shownPlan()) });
    assert.equal((one.posted.at(-1) as WizardMessage).type, "refused");
    assert.equal((await backend.history(ids.orderToCash)).length, 2);
  });

  it("says when another backend is open than the packs are from, and applies nothing there", async () => {
    await panels.openSeveral(packIds);
    const panel = await openedPanel();
    const shown = await shownPlan();
    const target = { backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme" } as const;
    const { plans } = backend;
    Object.defineProperty(backend, "plans", {
      value: Object.assign(Object.create(plans) as typeof plans, { target }),
    });
    await panel.receive({ type: "reload" });
    while (!received(panel, "otherTarget").some(({ isOther }) => isOther)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await panel.receive({ type: "applyPlan", ...shown });
    assert.equal((await backend.history(ids.orderToCash)).length, 2);
    assert.equal(outcomes(panel).length, 0);
  });

  describe("with a release plan", () => {
    async function draft(differences: Partial<ReleasePlan> = {}): Promise<ReleasePlan> {
      return { ...(await backend.plans.draft({ packIds, name: "Reviewed" })).plan, ...differences };
    }

    const messages = <Type extends PlanMessage["type"]>(panel: EditorPanel, type: Type) =>
      received(panel, type);

    it("opens with the packs, versions and date of the plan", async () => {
      await panels.openPlan({ plan: await draft({ date: "2096-12-01", timeZone: "UTC" }) });
      const [{ start } = assert.fail()] = received(await openedPanel(), "start");
      assert.deepEqual(
        [start.option, start.date, start.several?.planName],
        ["date", "2096-12-01", "Reviewed"],
      );
      assert.deepEqual(start.several?.packs[1]?.versions, {
        [ids.cancelOrder]: "1.0",
        [ids.createOrder]: "hotfix-7",
      });
    });

    it("applies exactly that plan where the person changed nothing, so that it keeps its hash", async () => {
      const plan = await draft();
      // As another program may write it: without package ids, and with other names of components.
      const reviewed = {
        ...plan,
        packs: plan.packs.map((pack) => ({
          ...pack,
          components: pack.components.map(({ packageId: _id, ...component }) => component),
        })),
      };
      await panels.openPlan({ plan: reviewed });
      const panel = await openedPanel();
      await panel.receive({ type: "applyPlan", ...(await shownPlan({ name: "Reviewed" })) });
      const [latest] = await backend.history(ids.orderToCash);
      assert.equal(latest?.plan?.planHash, hashPlan(reviewed));
    });

    it("applies exactly that plan also when a component was added since, which stays out of the release", async () => {
      const plan = await draft();
      await backend.editing.addComponents(ids.orderToCash, [ids.invoice]);
      const shown = await shownPlan({ name: "Reviewed" });
      const packs = shown.packs.map(({ versions: { [ids.invoice]: _added, ...versions }, ...pack }) => ({
        ...pack,
        versions,
      }));
      await panels.openPlan({ plan });
      const panel = await openedPanel();
      await panel.receive({ type: "applyPlan", ...shown, packs });
      const [latest] = await backend.history(ids.orderToCash);
      assert.equal(latest?.plan?.planHash, hashPlan(plan));
    });

    it("applies another plan where the person changed something", async () => {
      const plan = await draft();
      await panels.openPlan({ plan });
      const panel = await openedPanel();
      await panel.receive({ type: "applyPlan", ...(await shownPlan({ name: "Another" })) });
      const [latest] = await backend.history(ids.orderToCash);
      assert.equal(latest?.plan?.name, "Another");
      assert.notEqual(latest.plan.planHash, hashPlan(plan));
    });

    it("says why packs no longer fit, and applies what the page shows as another plan", async () => {
      const plan = await draft();
      const [first = assert.fail()] = plan.packs;
      const from = first.components.map((component) => ({ ...component, from: "0.1" }));
      const drifted = { ...plan, packs: [{ ...first, components: from }, ...plan.packs.slice(1)] };
      await panels.openPlan({ plan: drifted });
      const panel = await openedPanel();
      const [drift] = messages(panel, "planDrift");
      assert.deepEqual(
        drift?.packs.map(({ packId }) => packId),
        [ids.orderToCash],
      );
      await panel.receive({ type: "applyPlan", ...(await shownPlan({ name: "Reviewed" })) });
      assert.deepEqual(outcomes(panel), [["released", "released"]]);
    });

    it("is refused for another target (rule 18)", async () => {
      const target = { backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme" } as const;
      await rejectsWith(panels.openPlan({ plan: await draft({ target }) }), "InvalidRequest", /acme/);
      assert.equal(calls.panels.length, 0);
    });

    it("for the platform is refused in Restricted Mode, wherever it comes from (rule 18)", async () => {
      editorSettings.isTrusted = false;
      try {
        const target = { backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme" } as const;
        await rejectsWith(
          panels.openPlan({ plan: await draft({ target }) }),
          "InvalidRequest",
          /Restricted Mode/,
        );
        assert.equal(calls.panels.length, 0);
        await panels.openPlan({ plan: await draft() });
        assert.equal(calls.panels.length, 1);
      } finally {
        editorSettings.isTrusted = true;
      }
    });

    it("shows a plan with a pack that is gone, which can be left out", async () => {
      const plan = await draft();
      await backend.editing.deletePack(ids.neverReleased);
      await panels.openPlan({ plan });
      const panel = await openedPanel();
      assert.deepEqual(
        received(panel, "packFailed").map(({ packId, code }) => [packId, code]),
        [[ids.neverReleased, "NotFound"]],
      );
      assert.equal(received(panel, "pack").length, 1);
    });
  });
});
