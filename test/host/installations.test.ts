import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ids, store } from "../support/fixtures/store.ts";
import { Answers } from "./support/answers.ts";
import { activateExtension, rejects, run } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

describe("the commands that show who has a pack", () => {
  const answers = new Answers();
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-installations-"));
  before(async () => {
    await activateExtension();
    await importStore(store());
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const commands = ["showInstallations", "readInstallations", "exportInstallations"];

  it("reject an unknown pack, and one that was never released", async () => {
    for (const command of commands) {
      await rejects("NotFound", /no-pack/, command, "no-pack");
      await rejects("InvalidRequest", /never released/, command, ids.neverReleased);
    }
  });

  it("ask for a pack that was released where none is named", async () => {
    for (const command of commands) {
      answers.prompts.length = 0;
      answers.expectPick(/Installations/);
      await run(command);
      assert.deepEqual(
        [...(answers.prompt.choices ?? [])].sort(),
        ["Legacy Billing", "Order to Cash", "Scheduled", "Up to Date"].sort(),
      );
    }
  });

  it("show the row of the pack without a question", async () => {
    await run("showInstallations", ids.orderToCash);
    await run("readInstallations", ids.orderToCash);
    assert.deepEqual(answers.prompts, []);
  });

  it("export the accounts as CSV to the file that a person chooses", async () => {
    const file = join(folder, "installations.csv");
    answers.expectSaveFile(/^Export Installations$/);
    await run("exportInstallations", ids.orderToCash);
    answers.expectSaveFile(/^Export Installations$/, file);
    await run("exportInstallations", ids.orderToCash);
    const [header = "", acme = "", bolt = ""] = readFileSync(file, "utf8").split("\r\n");
    assert.match(header, /^\uFEFFPack,Pack ID,Account,/);
    assert.match(acme, /^Order to Cash,p-order-to-cash,Acme,a-acme,behind,r-order-1,/);
    assert.match(bolt, /^Order to Cash,p-order-to-cash,Bolt,a-bolt,current,r-order-2,/);
  });
});
