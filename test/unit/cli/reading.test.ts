import assert from "node:assert/strict";
import { join } from "node:path";
import * as v from "valibot";
import { readOverview } from "../../../src/backend/overview/readOverview.ts";
import { readOverviewMarkdown } from "../../../src/backend/overview/readOverviewMarkdown.ts";
import { defaultReleaseBranch } from "../../../src/model/pack/branch.ts";
import {
  packContentsSchema,
  packRowsSchema,
  releasesSchema,
} from "../../../src/model/report/reportSchemas.ts";
import { callCli } from "../../support/cli/commandLine.ts";
import { actingCharacters, hostileText, shownHostileText } from "../../support/fixtures/hostileText.ts";
import { pack } from "../../support/fixtures/snapshotParts.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { PlatformStandIn } from "../../support/platform/standIn/platformStandIn.ts";
import { LocalStores } from "../../support/store/localStores.ts";

describe("reading by the command line", () => {
  let stores: LocalStores;
  let args: string[];

  beforeEach(async () => {
    stores = new LocalStores();
    // It stays open, as in an editor.
    await stores.openWith(store());
    args = ["--store", stores.file];
  });

  afterEach(() => stores.dispose());

  it("lists packs as text, Markdown and JSON", async () => {
    const text = await callCli(["list", ...args]);
    assert.equal(text.exitCode, 0);
    assert.match(text.output, /^Name +ID +Components +State +Last Release\n/);
    assert.match(text.output, /^Order to Cash +p-order-to-cash +3 +3 changes +2026-03-01 08:00 UTC$/m);
    assert.match(text.output, /^Scheduled +p-scheduled .*scheduled for 2096-12-01 \(America\/New_York\)/m);
    const markdown = await callCli(["list", ...args, "--format", "markdown"]);
    assert.match(markdown.output, /^\| Order to Cash \| p-order-to-cash \| 3 \| 3 changes \|/m);
    const json = await callCli(["list", ...args, "--format", "json"]);
    const { packs } = v.parse(packRowsSchema, JSON.parse(json.output));
    assert.deepEqual(
      packs.map(({ packId }) => packId).sort(),
      store()
        .packs.map(({ packId }) => packId)
        .sort(),
    );
  });

  it("shows a pack by its id and by its whole name", async () => {
    for (const named of [ids.orderToCash, "order to cash"]) {
      const { output } = await callCli(["show", named, ...args, "--format", "json"]);
      const { packs } = v.parse(packContentsSchema, JSON.parse(output));
      assert.deepEqual(
        packs.map(({ packId, components }) => [packId, components.length]),
        [[ids.orderToCash, 3]],
      );
    }
    const { output } = await callCli(["show", "Order to Cash", ...args]);
    assert.match(output, /^Cancel Order +Process +1\.0 +Deleted$/m);
  });

  it("shows the overview of a pack in Markdown: releases side by side, rollout and notes", async () => {
    const called = ["show", "Order to Cash", ...args, "--format", "markdown"];
    const { output } = await callCli(called);
    const parts = [
      /^# Order to Cash\n/,
      /\n- A release would change 3 components\.\n/,
      /\n## Releases\n\n\| Component \| .* \| Pending \|\n/,
      /\n\| Create Order \| .* \| hotfix-7 \(upgrade\) \|\n/,
      /\n## Rollout\n\nInstalled in 2 accounts: 1 current, 1 behind\.\n/,
      /\n- behind: Acme\n/,
      /\nWhat accounts ran before the last release was not recorded\.\n/,
      /\n## Release notes: Pending\n/,
    ];
    for (const part of parts) assert.match(output, part);
    const backend = await stores.open();
    const { overview } = await readOverview(backend, ids.orderToCash, defaultReleaseBranch);
    const sameTime = (text: string) => text.replaceAll(/As of .*/g, "As of now");
    assert.equal(sameTime(output), sameTime(await readOverviewMarkdown(backend, overview)));
    const linked = await callCli([...called, "--links"]);
    assert.match(linked.output, /^Open in VS Code: <vscode:.*\/p-order-to-cash>$/m);
  });

  it("adds links to packs where they are asked for", async () => {
    const link = "vscode://packworks.integration-packs/pack/p-order-to-cash";
    for (const command of [["list"], ["show", ids.orderToCash]]) {
      for (const format of ["text", "json"]) {
        const called = [...command, ...args, "--format", format];
        assert.ok(!(await callCli(called)).output.includes("vscode://"));
        assert.ok((await callCli([...called, "--links"])).output.includes(link), called.join(" "));
      }
    }
    const { output } = await callCli(["list", ...args, "--format", "json", "--links"]);
    const { packs } = v.parse(packRowsSchema, JSON.parse(output));
    for (const { packId, link: each } of packs) assert.ok(each?.endsWith(`/pack/${packId}`), each);
  });

  it("adds links to release notes where they are asked for", async () => {
    const file = join(stores.folder, "x.release-plan.json");
    await callCli(["plan", ids.orderToCash, "--out", file, ...args]);
    const link = /^Open in VS Code: <vscode:\/\/packworks\.integration-packs\/pack\/p-order-to-cash>$/m;
    assert.doesNotMatch((await callCli(["notes", file, ...args])).output, link);
    assert.match((await callCli(["notes", file, "--links", ...args])).output, link);
  });

  it("lists releases with what they changed", async () => {
    const { output } = await callCli(["history", ids.orderToCash, ...args, "--format", "json"]);
    const { releases } = v.parse(releasesSchema, JSON.parse(output));
    assert.deepEqual(
      releases.map(({ releaseId }) => releaseId),
      ["r-order-2", "r-order-1"],
    );
    const text = await callCli(["history", ids.orderToCash, ...args]);
    assert.match(text.output, /^2026-03-01 08:00 UTC .*Create Order 1\.0 → 1\.1 .*r-order-2$/m);
  });

  it("refuses an unknown pack with exit code 1", async () => {
    const { exitCode, errorOutput } = await callCli(["show", "Nothing", ...args]);
    assert.equal(exitCode, 1);
    assert.match(errorOutput, /"Nothing".*\n.*integration-packs list/);
  });

  it("refuses a name that two packs have, and lists their ids", async () => {
    const twice = { ...store(), packs: [pack("p-one", "Twice"), pack("p-two", "Twice again")] };
    const platform = await PlatformStandIn.start(twice);
    try {
      // Boomi may have what the rules of the local store forbid.
      for (const each of platform.state.packs.values()) each.name = "Twice";
      const { accountId, email, token } = platform.access;
      const environment = {
        BOOMI_ACCOUNT_ID: accountId,
        BOOMI_USER: email,
        BOOMI_TOKEN: token,
        BOOMI_BASE_URL: platform.baseUrl,
        INTEGRATION_PACKS_RECORDS: `${stores.folder}/records.db`,
      };
      const { exitCode, errorOutput } = await callCli(["show", "twice", "--platform"], { environment });
      assert.equal(exitCode, 2);
      assert.match(errorOutput, /p-one.*p-two|p-two.*p-one/);
      assert.equal((await callCli(["show", "p-two", "--platform"], { environment })).exitCode, 0);
    } finally {
      await platform.stop();
    }
  });

  it("shows control and directional characters of names visibly in each format for people", async () => {
    const named = {
      ...store(),
      packs: [pack("p-hostile", hostileText)],
      accountGroups: [],
      installations: [],
    };
    await (await stores.open()).snapshots.import(named);
    const text = await callCli(["list", ...args]);
    assert.ok(text.output.includes(shownHostileText));
    for (const line of text.output.split("\n")) assert.doesNotMatch(line, actingCharacters);
    const markdown = await callCli(["list", ...args, "--format", "markdown"]);
    for (const line of markdown.output.split("\n")) assert.doesNotMatch(line, actingCharacters);
    assert.doesNotMatch(markdown.output, /(?<!\\)<img/);
  });

  it("writes colors to a terminal only, and none with --no-color or NO_COLOR", async () => {
    const isTerminal = true;
    const escape = "\u001b[";
    assert.ok((await callCli(["list", ...args], { isTerminal })).output.includes(escape));
    assert.ok(!(await callCli(["list", ...args])).output.includes(escape));
    assert.ok(!(await callCli(["list", ...args, "--no-color"], { isTerminal })).output.includes(escape));
    const environment = { NO_COLOR: "1" };
    assert.ok(!(await callCli(["list", ...args], { isTerminal, environment })).output.includes(escape));
  });
});
