import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandLineCall } from "../support/cli/commandLine.ts";
import { environmentOf } from "../support/cli/commandLineWorld.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { QuickTiming } from "../support/platform/scripted/quickTiming.ts";
import { SharedClients } from "../support/platform/sharedClients.ts";
import { describeWithPostgres, ownerPassword } from "../support/postgres/postgresForTests.ts";
import { extent } from "./support/extent.ts";
import { scheduleAndKill } from "./support/schedulingEditor.ts";

const before = new Date("2026-06-10T12:00:00Z");
const inWindow = new Date("2026-06-12T00:10:00Z");

describeWithPostgres("an editor of a team that is killed after it scheduled releases", (get) => {
  let clients: SharedClients;
  let folder: string;
  const packIds = Array.from({ length: extent(2, 20) }, (_, at) => `p-${at}`);

  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "integration-packs-machine-"))));
  afterEach(async () => {
    await clients.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("has them sent once by the program on another machine, and both show it", async function () {
    this.timeout(300_000);
    const address = await get().createDatabase();
    clients = await SharedClients.start(schedulablePacks(packIds.length), address, before);
    const { platform } = clients;
    for (const packId of packIds) {
      await scheduleAndKill({
        connection: platform.connection,
        address,
        password: ownerPassword,
        now: before.toISOString(),
        request: { packId, date: "2026-06-12", timeZone: "UTC" },
      });
    }
    await clients.setTime(inWindow);
    const url = `postgres://owner@127.0.0.1:${address.port}/${address.database}?sslmode=disable`;
    const call = (...args: readonly string[]) =>
      new CommandLineCall([...args, "--platform", "--records", url, "--format", "json"], {
        environment: { ...environmentOf(platform), PGPASSWORD: ownerPassword },
        workingFolder: folder,
        clock: () => inWindow,
        timing: new QuickTiming(),
      }).result;
    const runs = await Promise.all([call("scheduler", "--once"), call("scheduler", "--once")]);
    for (const { exitCode, errorOutput } of runs) assert.equal(exitCode, 0, errorOutput);
    const sent = [...platform.state.releaseRequests.values()].map(({ packId }) => packId);
    assert.deepEqual(sent.sort(), [...packIds].sort());
    const editor = await clients.open();
    for (const packId of packIds) {
      const shown = await call("history", packId);
      assert.match(shown.output, /"trigger": *"scheduled"/);
      assert.deepEqual(
        (await editor.history(packId)).map(({ trigger }) => trigger),
        ["scheduled"],
      );
      assert.equal((await editor.getPack(packId)).scheduled, undefined);
    }
    summarize(
      `killed editors of a team: ${packIds.length} killed after scheduling, two programs elsewhere – ${sent.length} released, each once`,
    );
  });
});
