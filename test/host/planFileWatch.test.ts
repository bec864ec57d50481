import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { PlanFileWatch } from "../../src/panels/wizard/plan/planFileWatch.ts";
import { releasePlan } from "../support/fixtures/releasePlan.ts";
import { until } from "../support/time/until.ts";
import { closeAllTabs } from "./support/closeAllTabs.ts";

describe("the file of a plan that the wizard shows", () => {
  const plan = releasePlan();
  const renamed = { ...plan, name: "Another" };
  let folder: string;
  let file: vscode.Uri;
  let reported: boolean[];
  let watch: PlanFileWatch;

  const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const untilReported = (isChanged: boolean) =>
    until(`a report of ${isChanged ? "another" : "the same"} plan`, () =>
      reported.at(-1) === isChanged ? true : undefined,
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "integration-packs-plan-"));
    file = vscode.Uri.file(join(folder, "a [1].release-plan.json"));
    await write(formatPlan(plan));
    reported = [];
    watch = new PlanFileWatch(file, plan, (isChanged) => reported.push(isChanged));
  });
  afterEach(async () => {
    watch.dispose();
    await closeAllTabs();
    await rm(folder, { recursive: true });
  });

  it("changes with what an editor shows, saved or not, and is the same again once that is undone", async () => {
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const edit = async (text: string) => {
      const change = new vscode.WorkspaceEdit();
      change.replace(file, new vscode.Range(0, 0, document.lineCount, 0), text);
      assert.ok(await vscode.workspace.applyEdit(change));
    };
    await edit(formatPlan(renamed));
    await untilReported(true);
    assert.equal((await watch.read()).name, "Another");
    await edit(formatPlan(plan));
    await untilReported(false);
    await edit("no plan");
    await untilReported(true);
    await edit(formatPlan(plan));
    await document.save();
  });

  it("does not change with its spaces", async () => {
    await write(JSON.stringify(plan));
    await watch.look();
    assert.deepEqual(reported.at(-1), false);
  });

  it("changes when another program writes it, and when it is gone", async () => {
    // The watcher starts after the call that creates it, so the first changes may escape it.
    let spaces = "";
    await until("a report of another plan", async () => {
      await write(formatPlan(renamed) + (spaces += " "));
      return reported.at(-1) === true ? true : undefined;
    });
    await write(formatPlan(plan));
    await untilReported(false);
    await vscode.workspace.fs.delete(file);
    await untilReported(true);
  });

  it("reports nothing once it is disposed of", async () => {
    watch.dispose();
    await write(formatPlan(renamed));
    await watch.look();
    assert.deepEqual(reported, []);
  });
});
