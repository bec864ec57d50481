import assert from "node:assert/strict";
import * as v from "valibot";
import { installationsSchema } from "../../../src/model/report/reportSchemas.ts";
import { callCli, CommandLineCall } from "../../support/cli/commandLine.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { on } from "../../support/platform/standIn/faults.ts";
import { manyAccounts } from "../../support/platform/manyAccounts.ts";
import { PlatformStandIn } from "../../support/platform/standIn/platformStandIn.ts";
import { QuickTiming } from "../../support/platform/scripted/quickTiming.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { Gate } from "../../support/time/gate.ts";

describe("installations by the command line", function () {
  this.timeout(30_000);
  const stores = new LocalStores();
  before(() => stores.openWith(store()));
  after(() => stores.dispose());
  const local = (...args: string[]) => callCli(["installations", ...args, "--store", stores.file]);

  it("are a table for each pack, with the release of each account and those that it lacks", async () => {
    const { exitCode, output } = await local("Order to Cash", ids.scheduled);
    assert.equal(exitCode, 0);
    assert.match(output, /^Order to Cash\n\nInstalled in 2 accounts: 1 current, 1 behind\.$/m);
    assert.match(
      output,
      /^Acme +behind +release of 2026-02-01 08:00 UTC; lacks the releases of 2026-03-01 08:00 UTC$/m,
    );
    assert.match(output, /^Bolt +current +release of 2026-03-01 08:00 UTC$/m);
    assert.match(output, /^Acme +applied early/m);
    assert.match(output, /^Bolt +update pending/m);
    assert.doesNotMatch(output, /By its rule/);
    const markdown = await local(ids.orderToCash, "--format", "markdown");
    assert.match(markdown.output, /^\| Bolt \| current \| release of 2026-03-01 08:00 UTC \|$/m);
  });

  it("are of all released packs where none is named", async () => {
    const { output } = await local("--format", "json");
    const { installations } = v.parse(installationsSchema, JSON.parse(output));
    assert.deepEqual(
      new Set(installations.map(({ packId }) => packId)),
      new Set([ids.orderToCash, ids.scheduled]),
    );
    assert.equal((await local("Nothing")).exitCode, 1);
  });

  describe("on the platform", () => {
    const call = (platform: PlatformStandIn, ...args: string[]) => {
      const { accountId, email, token } = platform.access;
      const environment = {
        BOOMI_ACCOUNT_ID: accountId,
        BOOMI_USER: email,
        BOOMI_TOKEN: token,
        BOOMI_BASE_URL: platform.baseUrl,
        INTEGRATION_PACKS_RECORDS: `${stores.folder}/records.db`,
      };
      return new CommandLineCall(["installations", ...args, "--platform"], {
        environment,
        timing: new QuickTiming(),
        isTerminal: true,
      });
    };

    it("state Boomi's rule, and name environments if they are asked for", async () => {
      const platform = await PlatformStandIn.start(store());
      const { output, errorOutput } = await call(platform, "Order to Cash", "--details", "--no-color").result;
      await platform.stop();
      assert.match(output, /^Acme +installed +in Acme Production$/m);
      assert.match(output, /^Boomi does not report which release an account runs\. By its rule/m);
      assert.match(errorOutput, /Asking the accounts: 2 of 2/);
    });

    it("end early by a signal, with what was found until then", async () => {
      const platform = await PlatformStandIn.start(manyAccounts(60));
      const gate = new Gate();
      let count = 0;
      platform.faults.plan(
        (request) => on("IntegrationPackInstance")(request) && ++count > 10,
        { kind: "held", gate },
        Infinity,
      );
      const running = call(platform, "pack-1", "--format", "json");
      await gate.reached;
      running.signal("SIGINT");
      const { exitCode, output } = await running.result;
      gate.open();
      await platform.stop();
      assert.equal(exitCode, 130);
      const { installations } = v.parse(installationsSchema, JSON.parse(output));
      assert.equal(installations.length, 60);
      const cancelled = installations.filter(({ notAsked }) => notAsked?.reason === "cancelled").length;
      assert.ok(cancelled >= 50 && cancelled < 60, `${cancelled} were not asked`);
    });
  });
});
