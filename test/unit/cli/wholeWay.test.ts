import assert from "node:assert/strict";
import * as v from "valibot";
import {
  packRowsSchema,
  planCheckSchema,
  planOutcomeSchema,
  releasesSchema,
} from "../../../src/model/report/reportSchemas.ts";
import { CommandLineWorld } from "../../support/cli/commandLineWorld.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { on, refuse } from "../../support/platform/standIn/faults.ts";

const file = "june.release-plan.json";
const json = ["--format", "json"];

const worlds = {
  "the local store": () => CommandLineWorld.local(schedulablePacks(3)),
  "the platform": () => CommandLineWorld.onPlatform(schedulablePacks(3)),
};

/** The states or outcomes of the packs in a check or an outcome. */
function statesOf(output: string): string[] {
  const value: unknown = JSON.parse(output);
  const report = v.parse(v.union([planCheckSchema, planOutcomeSchema]), value);
  return report.packs.map((pack) => ("state" in pack ? pack.state : pack.outcome));
}

for (const [name, create] of Object.entries(worlds)) {
  describe(`a release plan by the command line on ${name}`, () => {
    let world: CommandLineWorld;

    beforeEach(async () => (world = await create()));
    afterEach(() => world.dispose());

    it("goes the whole way: list, plan, check, update, apply, continue, roll back, history", async () => {
      const { packs } = v.parse(packRowsSchema, JSON.parse(await world.expect(0, "list", ...json)));
      assert.deepEqual(
        packs.map(({ packId, releasable }) => [packId, releasable]),
        [
          ["p-0", true],
          ["p-1", true],
          ["p-2", true],
        ],
      );

      const first = await world.draft(file, "--all", "--name", "June");
      await world.colleague.release({ packId: "p-1", versions: { "c-1": "2" } });
      assert.deepEqual(statesOf(await world.expect(3, "check", file, ...json)), ["ready", "drift", "ready"]);
      assert.deepEqual(statesOf(await world.expect(3, "apply", file, "--plan-hash", first, ...json)), [
        "ready",
        "drift",
        "ready",
      ]);

      const updated = await world.draft(file, "--all", "--name", "June");
      assert.notEqual(updated, first);
      const checked = v.parse(planCheckSchema, JSON.parse(await world.expect(0, "check", file, ...json)));
      assert.equal(checked.planHash, updated);
      await world.expect(3, "apply", file, "--plan-hash", first);
      const outcome = await world.expect(0, "apply", file, "--plan-hash", updated, ...json);
      assert.deepEqual(statesOf(outcome), ["released", "released", "released"]);
      const again = await world.expect(0, "apply", file, "--plan-hash", updated, ...json);
      assert.deepEqual(statesOf(again), ["alreadySo", "alreadySo", "alreadySo"]);

      await world.colleague.release({ packId: "p-0", versions: { "c-0": "1" } });
      const takenBack = await world.expect(3, "apply", file, "--plan-hash", updated);
      assert.match(takenBack, /released under this plan, and that was taken back/);

      const history = await world.expect(0, "history", "Pack 2", ...json);
      const { releases } = v.parse(releasesSchema, JSON.parse(history));
      assert.deepEqual(releases[0]?.plan, { planHash: updated, name: "June" });
      assert.deepEqual(releases[0].versions, { "c-2": "3" });
    });

    it("schedules the packs of a plan with a date", async () => {
      const zone = ["--time-zone", "Europe/Berlin"];
      const hash = await world.draft(file, "p-0", "--date", "2026-07-01", ...zone);
      assert.deepEqual(statesOf(await world.expect(0, "apply", file, "--plan-hash", hash, ...json)), [
        "scheduled",
      ]);
      const { scheduled } = (await (world.platform ? undefined : world.colleague.getPack("p-0"))) ?? {};
      if (!world.platform) assert.equal(scheduled?.date, "2026-07-01");
      const list = await world.expect(0, "list");
      assert.match(list, /scheduled for 2026-07-01 \(Europe\/Berlin\)/);
    });

    it("takes the versions of another pack, and names what that lacks", async () => {
      const { errorOutput, output, exitCode } = await world.call("plan", "p-0", "--versions-from", "Pack 1");
      assert.equal(exitCode, 0);
      assert.match(errorOutput, /"Pack 0" keeps the versions .*Process 0/);
      assert.match(output, /"to": "1"/);
    });

    it("refuses a plan for another target, a file that is no plan, and a plan with an unknown key", async () => {
      const hash = await world.draft(file, "p-0");
      world.edit(file, (text) => text.replace('"packs"', '"extra": 1, "packs"'));
      await world.expect(2, "check", file);
      await world.expect(2, "apply", file, "--plan-hash", hash);
      await world.expect(2, "check", "missing.json");
      await world.expect(2, "check", ".");
      const other = world.platform ? await CommandLineWorld.local(schedulablePacks(1)) : undefined;
      try {
        await (other ?? world).draft(file, "p-0");
        if (other) {
          const text = await other.expect(0, "plan", "p-0");
          world.edit(file, () => text);
        } else {
          world.edit(file, (text) =>
            text.replace(
              '"backend": "local"',
              '"backend": "platform", "baseUrl": "https://evil.example", "accountId": "a"',
            ),
          );
        }
      } finally {
        await other?.dispose();
      }
      for (const args of [
        ["check", file],
        ["notes", file],
        ["apply", file, "--plan-hash", hash.replace(/.$/, "")],
      ]) {
        await world.expect(2, ...args);
      }
    });
  });
}

describe("a release plan by the command line on a platform with faults", () => {
  let world: CommandLineWorld;
  const release = on("ReleaseIntegrationPack", "create");

  beforeEach(async () => (world = await CommandLineWorld.onPlatform(schedulablePacks(3))));
  afterEach(() => world.dispose());

  function standIn() {
    assert.ok(world.platform);
    return world.platform;
  }

  const releases = () => standIn().log.filter(release).length;

  it("exit code 4: the platform refuses a pack in the middle, and applying again goes on", async () => {
    const hash = await world.draft(file, "--all");
    standIn().faults.plan((request) => release(request) && releases() === 1, refuse(400, "Not today."));
    const stopped = await world.expect(4, "apply", file, "--plan-hash", hash, ...json);
    assert.deepEqual(statesOf(stopped), ["released", "failed", "notSent"]);
    const again = await world.expect(0, "apply", file, "--plan-hash", hash, ...json);
    assert.deepEqual(statesOf(again), ["alreadySo", "released", "released"]);
  });

  it("exit code 1: the platform refuses the first pack", async () => {
    const hash = await world.draft(file, "--all");
    standIn().faults.plan(release, refuse(400, "Not today."));
    const refused = await world.expect(1, "apply", file, "--plan-hash", hash, ...json);
    assert.deepEqual(statesOf(refused), ["failed", "notSent", "notSent"]);
  });

  it("exit code 5: an answer is lost, and applying again finds the release instead of sending it twice", async () => {
    const hash = await world.draft(file, "p-0", "p-1");
    const { faults, conditions } = standIn();
    conditions.looksUntilDone = 0;
    faults.plan(release, { kind: "cutAfter" });
    faults.plan(
      (request) => releases() > 0 && on("PublisherIntegrationPack")(request),
      refuse(500, "Out of order."),
      1000,
    );
    const lost = await world.expect(5, "apply", file, "--plan-hash", hash, ...json);
    assert.deepEqual(statesOf(lost), ["unknown", "notSent"]);
    faults.clear();
    const again = await world.expect(0, "apply", file, "--plan-hash", hash, ...json);
    assert.deepEqual(statesOf(again), ["alreadySo", "released"]);
    assert.equal(releases(), 2);
    const { releases: history } = v.parse(
      releasesSchema,
      JSON.parse(await world.expect(0, "history", "p-0", ...json)),
    );
    assert.deepEqual(history[0]?.plan?.planHash, hash);
  });

  it("an unknown pack stays unknown without a terminal; on one, a person is asked whether to send it again", async () => {
    const hash = await world.draft(file, "p-0");
    standIn().faults.plan(release, { kind: "cutBefore" });
    await world.expect(5, "apply", file, "--plan-hash", hash);
    await world.expect(5, "apply", file, "--plan-hash", hash);
    assert.equal(releases(), 1);

    const declined = await world.start(["apply", file], { isTerminal: true, answers: ["yes", "no"] }).result;
    assert.equal(declined.exitCode, 5);
    assert.match(declined.questions[1] ?? "", /Send "Pack 0" again\?/);
    assert.equal(releases(), 1);

    const confirmed = await world.start(["apply", file, ...json], {
      isTerminal: true,
      answers: ["yes", "yes"],
    }).result;
    assert.equal(confirmed.exitCode, 0, confirmed.errorOutput);
    assert.deepEqual(statesOf(confirmed.output), ["released"]);
    assert.equal(releases(), 2);
  });
});
