import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { ApiPlanCheck, ApiReleasePlan } from "../../src/api/planApi.ts";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { actingCharacters, hostileText } from "../support/fixtures/hostileText.ts";
import { releasePlan } from "../support/fixtures/releasePlan.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { until } from "../support/time/until.ts";
import { Answers } from "./support/answers.ts";
import { closeAllTabs } from "./support/closeAllTabs.ts";
import { activateExtension, rejects, run } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

const packIds = [ids.orderToCash, ids.neverReleased];

describe("a release plan file in the editor", () => {
  const answers = new Answers();
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-plans-"));
  let api: IntegrationPacksApi;
  let files = 0;

  before(async () => {
    api = await activateExtension();
  });
  beforeEach(async () => {
    await closeAllTabs();
    await importStore(store());
  });
  after(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await closeAllTabs();
    rmSync(folder, { recursive: true, force: true });
  });

  const draft = (ofPacks: readonly string[] = packIds) => api.draftPlan({ packIds: ofPacks });

  /** Opens a file with this content. */
  async function open(content: unknown): Promise<vscode.TextDocument> {
    files += 1;
    const file = join(folder, `plan${files}.release-plan.json`);
    writeFileSync(file, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    return document;
  }

  const ours = ({ uri }: vscode.TextDocument) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Integration Packs");

  /** Waits for a diagnostic with a text that matches; resolves to it and to what it marks. */
  async function marked(document: vscode.TextDocument, message: RegExp) {
    const found = await until(`diagnostic ${String(message)}`, () =>
      ours(document).find((each) => message.test(each.message)),
    );
    const { message: shown, severity } = found;
    return { message: shown, severity, text: document.getText(found.range), found };
  }

  const noProblems = (document: vscode.TextDocument) =>
    until("end of the diagnostics", () => (ours(document).length === 0 ? true : undefined));

  /** Replaces a piece of the file in the editor. */
  async function edit(document: vscode.TextDocument, from: string, to: string): Promise<void> {
    const change = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf(from);
    assert.notEqual(start, -1, `${from} is not in the file`);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
    change.replace(document.uri, range, to);
    assert.ok(await vscode.workspace.applyEdit(change));
  }

  describe("marks", () => {
    it("drift where it is, and no longer once it is gone", async () => {
      const document = await open(await draft());
      await api.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } });
      const { text, severity } = await marked(
        document,
        /The current version of "Create Order" is 1\.0, not 1\.1\./,
      );
      assert.equal(text, '"1.1"');
      assert.equal(severity, vscode.DiagnosticSeverity.Warning);
      await importStore(store());
      await noProblems(document);
    });

    it("what the editor contains, saved or not", async () => {
      const document = await open(await draft());
      await edit(document, '"hotfix-7"', '"0.9"');
      assert.ok(document.isDirty);
      const { text } = await marked(document, /"Create Order" has no version 0\.9\./);
      assert.equal(text, '"0.9"');
      await edit(document, '"0.9"', '"hotfix-7"');
      await noProblems(document);
    });

    it("broken rules at once, at the key or value that breaks them", async () => {
      const plan = await draft();
      const [pack] = plan.packs;
      assert.ok(pack);
      for (const [content, message, text] of [
        [{ ...plan, planVersion: 2 }, /newer format 2/, "2"],
        [{ ...plan, nmae: "x" }, /no such key/, '"x"'],
        [{ ...plan, date: "2026-02-30", timeZone: "UTC" }, /not a date that exists/, '"2026-02-30"'],
        [{ ...plan, timeZone: "UTC" }, /without a date has no time zone/, '"UTC"'],
        [{ ...plan, date: "2096-12-01" }, /needs the time zone/, "{"],
        [{ ...plan, packs: [pack, pack] }, /already used/, `"${pack.packId}"`],
        [{ ...plan, packs: [] }, /at least one pack/, '"packs"'],
        [
          { ...plan, packs: [{ ...pack, components: [...pack.components, ...pack.components] }] },
          /already used/,
          `"${ids.cancelOrder}"`,
        ],
        ['{ "planVersion": 1, "planVersion": 1 }', /used twice/, "1"],
        ['{ "planVersion": 1, }', /not valid JSON/, "}"],
        ["", /not valid JSON/, ""],
      ] as const) {
        const found = await marked(await open(content), message);
        assert.equal(found.text, text, JSON.stringify(content).slice(0, 80));
        assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
      }
    });

    it("100,000 components in place of checking them", async () => {
      const plan = await draft();
      const [pack] = plan.packs;
      const components = Array.from({ length: 100_000 }, (_, at) => ({
        ...pack?.components[0],
        componentId: `c${at}`,
      }));
      const document = await open(JSON.stringify({ ...plan, packs: [{ ...pack, components }] }));
      assert.equal((await marked(document, /at most 100 components/)).text, '"components"');
    }).timeout(60_000);

    it("a pack that was deleted, one that was renamed, and one that was created again", async () => {
      const document = await open(await draft([ids.upToDate, ids.orderToCash]));
      await api.manage.editPack(ids.orderToCash, { name: "Renamed" });
      await api.manage.deletePack(ids.upToDate);
      await api.manage.createPack({ name: "Up to Date", installationType: "SINGLE" });
      assert.equal((await marked(document, /is named "Renamed"/)).text, '"Order to Cash"');
      assert.equal((await marked(document, /no integration pack with the ID/)).text, `"${ids.upToDate}"`);
    });

    it("a schedule that was made since, and a component that is not in the pack", async () => {
      const plan = await draft([ids.orderToCash]);
      const document = await open(plan);
      await api.schedule({ packId: ids.orderToCash, date: "2096-12-02" });
      assert.equal((await marked(document, /2096-12-02/)).text, `"${ids.orderToCash}"`);
      const foreign = { componentId: "c-foreign", name: "Foreign", from: "1", to: "2" };
      const [pack] = plan.packs;
      assert.ok(pack);
      const other = await open({ ...plan, packs: [{ ...pack, components: [...pack.components, foreign] }] });
      assert.equal((await marked(other, /"Foreign" is no longer in the pack/)).text, '"c-foreign"');
    });

    it("a date in the past", async () => {
      const plan = await draft([ids.orderToCash]);
      const document = await open({ ...plan, date: "2020-01-01", timeZone: "UTC" });
      assert.equal((await marked(document, /2020-01-01|after/)).text, '"2020-01-01"');
    });

    it("that a plan for another account is not checked", async () => {
      const { text, severity } = await marked(
        await open(formatPlan(releasePlan())),
        /was not checked.*acme-1AB2C3/,
      );
      assert.equal(text, '"target"');
      assert.equal(severity, vscode.DiagnosticSeverity.Information);
    });

    it("that a plan for the local store is not checked once the backend is switched, until it is switched back", async () => {
      const document = await open(await draft());
      await api.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } });
      await marked(document, /The current version of "Create Order"/);
      const settings = () => vscode.workspace.getConfiguration("integrationPacks");
      const use = (backend: string | undefined) =>
        settings().update("backend", backend, vscode.ConfigurationTarget.Global);
      try {
        await use("platform");
        assert.equal((await marked(document, /was not checked/)).text, '"target"');
        assert.equal(ours(document).length, 1);
      } finally {
        await use(undefined);
      }
      await marked(document, /The current version of "Create Order"/);
    });

    it("hostile names as text", async () => {
      const plan = await draft([ids.orderToCash]);
      const [pack] = plan.packs;
      assert.ok(pack);
      const document = await open({ ...plan, packs: [{ ...pack, name: hostileText }] });
      const { message } = await marked(document, /is named "Order to Cash"/);
      assert.doesNotMatch(message, actingCharacters);
    });

    it("nothing in a plan that fits, also one with a legacy pack among others", async () => {
      const document = await open(await draft([ids.legacy, ids.orderToCash]));
      await edit(document, '"planVersion": 1', '"planVersion": 7');
      await marked(document, /newer format 7/);
      await edit(document, '"planVersion": 7', '"planVersion": 1');
      await noProblems(document);
    });
  });

  it("is updated from the backend by a quick fix, in the editor", async () => {
    const document = await open(await draft());
    await api.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } });
    const { found } = await marked(document, /Create Order/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === "Update From the Backend");
    assert.deepEqual(fix?.command?.arguments, [document.uri]);
    await vscode.commands.executeCommand(fix.command.command, document.uri);
    await noProblems(document);
    assert.ok(document.isDirty);
    const updated = JSON.parse(document.getText()) as ApiReleasePlan;
    const component = updated.packs[0]?.components.find(({ componentId }) => componentId === ids.createOrder);
    assert.deepEqual([component?.from, component?.to], ["1.0", "hotfix-7"]);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("rule 17: gets another name if what was released under it was taken back", async () => {
    const plan = await draft([ids.orderToCash]);
    await api.applyPlan(plan, (await api.checkPlan(plan)).planHash);
    await api.release({
      packId: ids.orderToCash,
      versions: { [ids.createOrder]: "1.1", [ids.orderApi]: "10" },
    });
    const before = await api.getPack(ids.orderToCash);
    assert.equal(before.components.length, 2);
    const document = await open(plan);
    await marked(document, /taken back/);
    await run("updatePlan", document.uri);
    await noProblems(document);
    const { name } = JSON.parse(document.getText()) as ApiReleasePlan;
    assert.notEqual(name, undefined);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("has CodeLenses to check, compare and apply it, and one for each of several packs", async () => {
    const document = await open(await draft());
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
    );
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.arguments?.slice(1)]),
      [
        ["Check", []],
        ["Compare", []],
        ["Apply…", []],
        ["Compare This Pack", [ids.orderToCash]],
        ["Compare This Pack", [ids.neverReleased]],
      ],
    );
  });

  it("shows who packaged a version, when, from which branch, and its notes", async () => {
    const document = await open(await draft());
    const hoverAt = async (text: string) => {
      const position = document.positionAt(document.getText().indexOf(text) + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        position,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
        .join("\n");
    };
    const version = await hoverAt('"1.1"');
    assert.match(version, /\*\*Create Order 1\.1\*\*/);
    assert.match(version, /Created: .*2026.* by /);
    assert.match(version, /Branch: main/);
    assert.match(version, /Faster/);
    assert.doesNotMatch(await hoverAt('"Order to Cash"'), /Created/);
  });

  it("is checked by a command that shows the report and resolves to it", async () => {
    const plan = await draft();
    const document = await open(plan);
    const check = (await run("checkPlan", document.uri)) as ApiPlanCheck;
    assert.deepEqual(check, await api.checkPlan(plan));
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, "integration-packs-plan");
    assert.match(shown.getText(), /\*\*The plan fits\.\*\*[^]*## Order to Cash: ready/);
    await vscode.window.showTextDocument(document);
    await edit(document, '"hotfix-7"', '"0.9"');
    assert.equal(((await run("checkPlan", document.uri.fsPath)) as ApiPlanCheck).fits, false);
    await until("new report", () => (/has no version 0\\?\.9/.test(shown.getText()) ? true : undefined));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("is compared with the released versions, pack by pack", async () => {
    const document = await open(await draft());
    await run("comparePlan", document.uri, ids.orderToCash);
    await until("comparison", () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.startsWith("Order to Cash: released ↔ planned")),
    );
    await rejects("NotFound", /no-pack/, "comparePlan", document.uri, "no-pack");
    answers.expectPick(/^Compare Release Plan/);
    await run("comparePlan", document.uri);
    assert.deepEqual(answers.prompt.choices, ["Order to Cash", "Never Released"]);
  });

  it("opens in the wizard when it is applied; nothing is released before a person confirms", async () => {
    const document = await open(await draft());
    await run("applyPlan", document.uri);
    await until("wizard", () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("wizard")),
    );
    assert.equal((await api.history(ids.orderToCash)).length, 2);
    assert.deepEqual(answers.prompts, []);
  });

  it("is created for packs as a new file that a person saves", async () => {
    await run("createPlan", packIds);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "untitled");
    assert.match(document.uri.path, /release-of-[\d-]+.*\.release-plan\.json$/);
    const plan = JSON.parse(document.getText()) as ApiReleasePlan;
    assert.deepEqual(
      plan.packs.map(({ packId }) => packId),
      packIds,
    );
    assert.equal((await api.checkPlan(plan)).fits, true);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("that goes back is drafted for a release that came from a plan, and releases nothing", async () => {
    const plan = await draft();
    await api.applyPlan(plan, (await api.checkPlan(plan)).planHash);
    await run("draftOppositePlan", ids.orderToCash);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "untitled");
    const opposite = JSON.parse(document.getText()) as ApiReleasePlan;
    assert.equal(opposite.name, `Back from ${plan.name ?? ""}`);
    // The other pack had no release before.
    assert.deepEqual(
      opposite.packs.map(({ packId, components }) => [
        packId,
        components.map(({ componentId, from, to }) => [componentId, from, to]),
      ]),
      [
        [
          ids.orderToCash,
          [
            [ids.createOrder, "hotfix-7", "1.1"],
            [ids.orderApi, "9", "9"],
          ],
        ],
      ],
    );
    assert.equal((await api.history(ids.orderToCash)).length, 3);
    const check = await api.checkPlan(opposite);
    assert.equal(check.packs[0]?.changes[0]?.kind, "rollBack");
    assert.equal((await api.applyPlan(opposite, check.planHash)).packs[0]?.outcome, "released");
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await rejects("InvalidRequest", /comes from a release plan/, "draftOppositePlan", ids.upToDate);
    const [first] = (await api.history(ids.orderToCash)).slice(-1);
    await rejects(
      "InvalidRequest",
      /not come from a release plan/,
      "draftOppositePlan",
      ids.orderToCash,
      first?.releaseId,
    );
  });

  it("has release notes of all its packs, before and after it is applied", async () => {
    const plan = await draft();
    const document = await open(plan);
    const notes = (part: string) =>
      until(`notes ${part}`, () =>
        vscode.workspace.textDocuments.find((each) => each.uri.path.includes(part) && each.getText() !== ""),
      );
    await run("openPlanNotes", document.uri);
    const both = /## Order to Cash\n[^]*### Create Order: 1\.1 → hotfix-7[^]*## Never Released\n/;
    assert.match((await notes("/notes/Release Notes of")).getText(), both);
    await api.applyPlan(plan, (await api.checkPlan(plan)).planHash);
    await run("openPlanNotes", ids.orderToCash);
    const applied = (await notes(": release notes (sha256:")).getText();
    assert.match(applied, /^# Release Notes: Release of /);
    assert.match(applied, both);
    await rejects("InvalidRequest", /comes from a release plan/, "openPlanNotes", ids.upToDate);
  });

  it("is refused by every command with the path of what breaks a rule, and for another account", async () => {
    const broken = await open({ ...(await draft()), packs: [] });
    const foreign = await open(formatPlan(releasePlan()));
    const gone = vscode.Uri.file(join(folder, "gone.release-plan.json"));
    for (const command of ["checkPlan", "comparePlan", "updatePlan", "applyPlan"]) {
      await rejects("InvalidRequest", /packs: a plan has at least one pack/, command, broken.uri);
      await rejects("InvalidRequest", /acme-1AB2C3/, command, foreign.uri);
      await rejects("InvalidRequest", /could not be read/, command, gone);
      await rejects("InvalidRequest", /is not a file/, command, "plan");
    }
    await rejects("NotFound", /no-pack/, "createPlan", ["no-pack"]);
  });
});
