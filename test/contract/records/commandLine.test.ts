import assert from "node:assert/strict";
import { join } from "node:path";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { schemaSteps } from "../../../src/backend/platform/records/postgres/server/recordsSchema.ts";
import { CommandLineCall, type CalledCommand } from "../../support/cli/commandLine.ts";
import { environmentOf } from "../../support/cli/commandLineWorld.ts";
import { ids, now, store } from "../../support/fixtures/store.ts";
import { PlatformBackends } from "../../support/platform/platformBackends.ts";
import { on } from "../../support/platform/standIn/faults.ts";
import { QuickTiming } from "../../support/platform/scripted/quickTiming.ts";
import { describeWithPostgres, ownerPassword } from "../../support/postgres/postgresForTests.ts";
import { installClock, setClock } from "../../support/postgres/shiftedClock.ts";

const inWindow = new Date("2026-06-20T00:30:00Z");

describeWithPostgres("the command line on shared records", (get) => {
  let backends: PlatformBackends;
  let address: RecordsAddress;

  beforeEach(async () => {
    backends = await PlatformBackends.start(store());
    address = await get().createDatabase();
    await installClock(address);
    await setClock(address, now);
  });
  afterEach(() => backends.dispose());

  const url = () => `postgres://owner@127.0.0.1:${address.port}/${address.database}?sslmode=disable`;
  const call = (
    commandArguments: readonly string[],
    { records = url(), password = ownerPassword, clock = () => now, environment = {} } = {},
  ): Promise<CalledCommand> =>
    new CommandLineCall([...commandArguments, "--records", records, "--format", "json"], {
      environment: { ...environmentOf(backends.platform), PGPASSWORD: password, ...environment },
      workingFolder: backends.folder,
      clock,
      timing: new QuickTiming(),
    }).result;
  const asEditor = () =>
    backends.open({
      scheduleWith: "workspace",
      records: { address, password: () => Promise.resolve(ownerPassword) },
    });

  it("sends once what an editor scheduled that is gone, and both show it", async () => {
    const editor = await asEditor();
    await editor.schedules.schedule({ packId: ids.orderToCash, date: "2026-06-20", timeZone: "UTC" });
    editor.dispose();
    backends.platform.conditions.now = () => inWindow;
    await setClock(address, inWindow);
    const once = () => call(["scheduler", "--once", "--platform"], { clock: () => inWindow });
    const [one, two] = await Promise.all([once(), once()]);
    assert.deepEqual([one.exitCode, two.exitCode], [0, 0], one.errorOutput + two.errorOutput);
    assert.equal(backends.platform.log.filter(on("ReleaseIntegrationPack", "create")).length, 1);
    const later = await asEditor();
    assert.equal((await later.history(ids.orderToCash)).length, 1);
    const shown = await call(["history", ids.orderToCash, "--platform"], { clock: () => inWindow });
    assert.match(shown.output, /"trigger": *"scheduled"/);
  });

  it("goes by the rule for missed releases that a plan was applied with, whatever the program says", async () => {
    const plan = join(backends.folder, "b.release-plan.json");
    const dated = ["--date", "2026-06-20", "--time-zone", "UTC"];
    const drafted = await call(["plan", ids.orderToCash, "--platform", ...dated, "--out", plan]);
    const { planHash } = JSON.parse(drafted.output) as { planHash: string };
    const applied = await call(["apply", plan, "--plan-hash", planHash, "--platform", "--missed", "skip"]);
    assert.equal(applied.exitCode, 0, applied.errorOutput);
    const afterWindow = new Date("2026-06-21T12:00:00Z");
    await setClock(address, afterWindow);
    const late = ["scheduler", "--once", "--missed", "release", "--platform"];
    const { exitCode, output } = await call(late, { clock: () => afterWindow });
    assert.equal(exitCode, 0);
    assert.match(output, /"event":"missed"/);
    assert.equal(backends.platform.log.filter(on("ReleaseIntegrationPack")).length, 0);
  });

  it("leaves a release to others when its token is refused, and reports that", async () => {
    const editor = await asEditor();
    await editor.schedules.schedule({ packId: ids.orderToCash, date: "2026-06-20", timeZone: "UTC" });
    await setClock(address, inWindow);
    const once = (environment: Readonly<Record<string, string>>) =>
      call(["scheduler", "--once", "--platform"], { clock: () => inWindow, environment });
    const refused = await once({ BOOMI_TOKEN: "withdrawn" });
    assert.equal(refused.exitCode, 1);
    assert.match(refused.output, /"event":"refused".*"code":"Unauthorized"/);
    const allowed = await once({});
    assert.equal(allowed.exitCode, 0, allowed.errorOutput);
    assert.match(allowed.output, /"event":"released"/);
  });

  it("sets shared records up, and moves a file to them", async () => {
    const migrated = await call(["records", "migrate"]);
    assert.deepEqual(JSON.parse(migrated.output), { formatVersion: 1, before: 0, after: schemaSteps.length });
    const alone = await backends.open();
    await alone.release({ packId: ids.orderToCash, replaceScheduled: true });
    alone.dispose();
    const file = join(backends.folder, "records.db");
    const moved = await call(["records", "move", file]);
    assert.deepEqual(JSON.parse(moved.output), {
      formatVersion: 1,
      releaseCount: 1,
      scheduleCount: 0,
      conflicts: [],
    });
    assert.equal((await (await asEditor()).history(ids.orderToCash)).length, 1);
    const refused = await call(["list", "--platform"], { records: file });
    assert.equal(refused.exitCode, 1);
    assert.match(refused.errorOutput, /moved to the shared records/);
  });

  it("refuses an address with a password, and never repeats it", async () => {
    const withPassword = url().replace("owner@", "owner:hunter2@");
    const { exitCode, errorOutput, output } = await call(["list", "--platform"], { records: withPassword });
    assert.equal(exitCode, 2);
    assert.match(errorOutput, /contains a password/);
    assert.doesNotMatch(errorOutput + output, /hunter2/);
  });

  it("lists packs without the server, and releases nothing", async () => {
    const records = url().replace(String(address.port), "1");
    const listed = await call(["list", "--platform"], { records });
    assert.equal(listed.exitCode, 0, listed.errorOutput);
    const plan = join(backends.folder, "a.release-plan.json");
    const written = await call(["plan", ids.orderToCash, "--platform", "--out", plan]);
    const { planHash } = JSON.parse(written.output) as { planHash: string };
    const applied = await call(["apply", plan, "--plan-hash", planHash, "--platform"], { records });
    assert.equal(applied.exitCode, 1);
    assert.match(applied.errorOutput, /StoreUnavailable.*refuses connections/);
    assert.equal(backends.platform.log.filter(on("ReleaseIntegrationPack")).length, 0);
  });
});
