import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { openDeepLink } from "../../src/deepLinks/openDeepLink.ts";
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
  const plan = JSON.stringify({ planVersion: 1, target: { backend: "local" }, packs: [] });
  let errors: string[] = [];
  const log = { ...silentLog, error: (message: string | Error) => void errors.push(String(message)) };

  const open = (address: string) => openDeepLink(vscode.Uri.parse(address), log);
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

  it("opens the wizard for a pack, and releases nothing", async () => {
    const content = await exportStore();
    await openLink({ kind: "release", packId: ids.orderToCash });
    const [title] = await until("wizard", () => (openPanels().length === 1 ? openPanels() : undefined));
    assert.match(title ?? "", /Order to Cash/);
    assert.deepEqual(await exportStore(), content);
  });

  it("opens a release plan of the workspace by its relative path", async () => {
    for (const file of ["x.release-plan.json", "plans/x.release-plan.json"]) {
      await openLink({ kind: "plan", file });
      assert.deepEqual(errors, []);
      assert.ok(openFiles().includes(join(folder, file)), openFiles().join());
    }
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
      assert.deepEqual([...openFiles(), ...openPanels()], []);
      assert.deepEqual(await exportStore(), content);
    });
  }
});
