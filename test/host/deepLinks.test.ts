import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { openDeepLink } from "../../src/deepLinks/openDeepLink.ts";
import type { PlanOpening } from "../../src/panels/wizard/wizardOpening.ts";
import { formatDeepLink, type DeepLink } from "../../src/model/link/deepLink.ts";
import { hostileText } from "../support/fixtures/hostileText.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { silentLog } from "../support/silentLog.ts";
import { until } from "../support/time/until.ts";
import { Answers } from "./support/answers.ts";
import { closeAllTabs } from "./support/closeAllTabs.ts";
import { exportStore, importStore } from "./support/windowStore.ts";

describe("a link that is opened in the editor", () => {
  // Fails a test in which a link asks a question that a person could confirm.
  new Answers();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail("no folder is open");
  const outside = mkdtempSync(join(tmpdir(), "integration-packs-links-"));
  const plan = JSON.stringify({
    planVersion: 1,
    name: "December",
    target: { backend: "local" },
    packs: [
      { packId: ids.orderToCash, name: "Order to Cash", components: [] },
      { packId: ids.neverReleased, name: "Never Released", components: [] },
    ],
  });
  let errors: string[] = [];
  const log = { ...silentLog, error: (message: string | Error) => void errors.push(String(message)) };

  const opened: PlanOpening[] = [];
  const openPlan = (opening: PlanOpening) => Promise.resolve(void opened.push(opening));
  const open = (address: string) => openDeepLink(vscode.Uri.parse(address), { log, openPlan });
  const openLink = (link: DeepLink) => open(formatDeepLink(link));
  const openFiles = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.fsPath] : []));
  const openPanels = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input, label }) => (input instanceof vscode.TabInputWebview ? [label] : []));

  before(() => {
    mkdirSync(join(folder, "plans"), { recursive: true });
    for (const parent of [folder, join(folder, "plans"), outside]) {
      writeFileSync(join(parent, "x.release-plan.json"), plan);
    }
    writeFileSync(join(folder, "secret.env"), "TOKEN=1");
    symlinkSync(join(outside, "x.release-plan.json"), join(folder, "link.release-plan.json"));
    symlinkSync(join(folder, "secret.env"), join(folder, "inner.release-plan.json"));
    symlinkSync(outside, join(folder, "linked"));
  });

  after(() => {
    rmSync(outside, { recursive: true, force: true });
    for (const name of ["plans", "x.release-plan.json", "secret.env", "link.release-plan.json", "linked"]) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    rmSync(join(folder, "inner.release-plan.json"), { force: true });
  });

  beforeEach(async () => {
    errors = [];
    opened.length = 0;
    await closeAllTabs();
    await importStore(store());
  });

  afterEach(closeAllTabs);

  it("shows a pack, and changes nothing", async () => {
    const content = await exportStore();
    await openLink({ kind: "pack", packId: ids.orderToCash });
    assert.deepEqual(errors, []);
    assert.deepEqual(openPanels(), []);
    assert.deepEqual(await exportStore(), content);
  });

  it("is opened by VS Code through the registered handler, and releases nothing", async () => {
    const content = await exportStore();
    const { path } = vscode.Uri.parse(formatDeepLink({ kind: "release", packId: ids.orderToCash }));
    const address = vscode.Uri.from({
      scheme: vscode.env.uriScheme,
      authority: "packworks.integration-packs",
      path,
    });
    await vscode.commands.executeCommand("vscode.open", address);
    const [title] = await until("wizard", () => (openPanels().length === 1 ? openPanels() : undefined));
    assert.match(title ?? "", /Order to Cash/);
    assert.deepEqual(await exportStore(), content);
  });

  it("opens the wizard for a pack, and releases nothing", async () => {
    const content = await exportStore();
    await openLink({ kind: "release", packId: ids.orderToCash });
    const [title] = await until("wizard", () => (openPanels().length === 1 ? openPanels() : undefined));
    assert.match(title ?? "", /Order to Cash/);
    assert.deepEqual(await exportStore(), content);
  });

  it("opens the wizard with a release plan of the workspace by its relative path, and releases nothing", async () => {
    const content = await exportStore();
    for (const file of ["x.release-plan.json", "plans/x.release-plan.json"]) {
      await openLink({ kind: "plan", file });
      assert.deepEqual(errors, []);
      const last = opened.at(-1);
      assert.equal(last?.file?.fsPath, join(folder, file));
      assert.deepEqual(last.plan, JSON.parse(plan));
    }
    assert.deepEqual(await exportStore(), content);
  });

  it("shows a release plan that cannot be used, and says why", async () => {
    const broken = join(folder, "plans", "broken.release-plan.json");
    writeFileSync(broken, '{ "planVersion": 1, "planVersion": 1 }');
    await openLink({ kind: "plan", file: "plans/broken.release-plan.json" });
    assert.match(errors.join(), /planVersion/);
    assert.deepEqual(openFiles(), [broken]);
    assert.deepEqual(opened, []);
  });

  const origin = "vscode://packworks.integration-packs";
  const hostile = [
    "/plan?file=../x.release-plan.json",
    "/plan?file=%2e%2e%2fx.release-plan.json",
    "/plan?file=%252e%252e%252fx.release-plan.json",
    `/plan?file=${encodeURIComponent(join(outside, "x.release-plan.json"))}`,
    `/plan?file=${encodeURIComponent(`file://${join(outside, "x.release-plan.json")}`)}`,
    "/plan?file=link.release-plan.json",
    "/plan?file=inner.release-plan.json",
    "/plan?file=linked/x.release-plan.json",
    "/plan?file=linked/../x.release-plan.json",
    "/plan?file=plans",
    "/plan?file=secret.env",
    "/plan?file=nowhere.release-plan.json",
    "/plan?file=x.release-plan.json&apply=true",
    "/pack/nowhere",
    `/pack/${encodeURIComponent(hostileText)}`,
    `/release/${encodeURIComponent(hostileText)}`,
    "/release/nowhere?confirmed=true",
    "/release/../pack/p",
    "/command/integrationPacks.deletePack/p-order-to-cash",
    `/deletePack/${ids.orderToCash}`,
    `/releaseNow/${ids.scheduled}`,
    `/cancelSchedule/${ids.scheduled}`,
    "/",
    "",
    "/importSnapshot?file=x.release-plan.json",
  ];
  for (const address of hostile) {
    it(`opens nothing, changes nothing and says why: ${address.slice(0, 60)}`, async () => {
      const content = await exportStore();
      await open(`${origin}${address}`);
      assert.equal(errors.length, 1, "an error in the log");
      assert.deepEqual([...openFiles(), ...openPanels(), ...opened], []);
      assert.deepEqual(await exportStore(), content);
    });
  }
});
