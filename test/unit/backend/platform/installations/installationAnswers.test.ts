import assert from "node:assert/strict";
import { readInstances } from "../../../../../src/backend/platform/installations/accountInstances.ts";
import { ids } from "../../../../support/fixtures/store.ts";
import { on, refuse } from "../../../../support/platform/standIn/faults.ts";
import { manyAccounts } from "../../../../support/platform/manyAccounts.ts";
import type { PlatformModes } from "../../../../support/platform/standIn/modes.ts";
import { publishedExamples } from "../../../../support/platform/published/publishedExamples.ts";
import { users } from "../../../../support/platform/standIn/privileges.ts";
import { calls } from "../../../../support/platform/standIn/requestLog.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";
import { withPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

describe("what an account answers about a pack", function () {
  this.timeout(30_000);

  const instances = (...rows: readonly object[]) =>
    scriptedClient(() =>
      answered(200, { "@type": "QueryResult", numberOfResults: rows.length, result: rows }),
    ).client;
  const row = (id: string, integrationPackId: string) => ({ id, integrationPackId });
  const countOf = async (rows: readonly object[], packIds = ["p"]) =>
    (await readInstances(instances(...rows), packIds)).get("p")?.count;

  it("counts installations of this pack by their ids, each once", async () => {
    assert.equal(await countOf([]), 0);
    assert.equal(await countOf([row("1", "p"), row("2", "p"), row("2", "p")]), 2);
    assert.equal(await countOf([row("1", "other")]), 0);
    assert.equal(await countOf([row("1", "other"), row("2", "p")], ["p", "other"]), 1);
  });

  it("counts a row with nothing but processes as none, as Boomi's example has it", async () => {
    const processes = { ProcessId: [{ originalProcessId: "c", wrapperProcessId: "w", name: "Process" }] };
    assert.equal(await countOf([processes]), 0);
    assert.equal(await countOf([processes, row("1", "p"), row("2", "p")]), 2);
  });

  it("reads an installation without its id, and without its pack where one pack was asked about", async () => {
    assert.equal(await countOf([{ integrationPackId: "p" }]), 1);
    assert.equal(await countOf([{ id: "1" }]), 1);
  });

  it("does not say that a pack is missing where rows cannot be attributed or read", async () => {
    await rejectsWith(readInstances(instances({ id: "1" }), ["p", "q"]), "Unreachable", /cannot be read/);
    await rejectsWith(
      readInstances(scriptedClient(() => answered(200, { result: ["?"] })).client, ["p"]),
      "Unreachable",
      /cannot be read/,
    );
  });

  it("asks about up to a hundred packs by one request", async () => {
    const { client, requests } = scriptedClient(() => answered(200, { result: [] }));
    const packIds = Array.from({ length: 101 }, (_, at) => `pack-${at}`);
    assert.equal((await readInstances(client, packIds)).size, 101);
    assert.equal(requests.length, 2);
  });

  it("is read from every example of Boomi (put their file beside the project or in BOOMI_EXAMPLES)", async function () {
    const examples = publishedExamples().filter(
      ({ object, action }) => object === "IntegrationPackInstance" && action === "query",
    );
    if (examples.length === 0) this.skip();
    for (const { status, content } of examples) {
      const { client } = scriptedClient(() => answered(status, content));
      const packId = "89abcdef-0123-4567-89ab-cdef01234567";
      assert.equal((await readInstances(client, [packId])).get(packId)?.count, content["numberOfResults"]);
    }
  });
});

describe("where a pack is installed in an account", function () {
  this.timeout(30_000);

  const versionsIn = (modes: Partial<PlatformModes>) => {
    let found: unknown;
    return withPlatform(
      async ({ backend }) => {
        await backend.installations.read([ids.upToDate, ids.orderToCash]);
        const account = await backend.installations.readDetails(ids.orderToCash, "a-acme");
        found = account?.versions?.map(({ componentName, packageVersion, environment }) => [
          componentName,
          packageVersion,
          environment,
        ]);
      },
      { modes },
    ).then(() => found);
  };

  it("shows no version where no deployed package names one", async () => {
    assert.deepEqual(await versionsIn({ packsDeployed: "no" }), []);
  });

  it("shows the versions of deployed packages, of components and of the account's wrappers of them", async () => {
    const process = ["Create Order", "1.1", "Acme Production"];
    const both = await versionsIn({ packsDeployed: "asOriginal", instanceProcesses: "absent" });
    assert.ok(Array.isArray(both));
    assert.deepEqual(
      both.find(([name]) => name === "Create Order"),
      process,
    );
    const wrapped = await versionsIn({ packsDeployed: "asWrapper", instanceProcesses: "inRow" });
    assert.ok(Array.isArray(wrapped));
    assert.deepEqual(
      wrapped.find(([name]) => name === "Create Order"),
      process,
    );
    // Nothing says which component the wrapper is of.
    assert.deepEqual(await versionsIn({ packsDeployed: "asWrapper", instanceProcesses: "absent" }), []);
  });

  it("names what a missing privilege hides", () =>
    withPlatform(
      async ({ backend }) => {
        await backend.installations.read([ids.orderToCash]);
        const account = await backend.installations.readDetails(ids.orderToCash, "a-acme");
        assert.equal(account?.state, "installed");
        assert.deepEqual([account.environments, account.versions], [undefined, undefined]);
        assert.match(account.limits ?? "", /environments are not shown.*DEPLOY.*versions are not shown/);
      },
      { privileges: new Set(users.everything.filter((privilege) => privilege !== "DEPLOY")) },
    ));

  it("comes with the reading if it is asked for, by further requests for the accounts that have the pack", () =>
    withPlatform(async ({ backend, platform }) => {
      const [reading] = await backend.installations.read([ids.orderToCash], { withDetails: true });
      assert.deepEqual(
        reading?.accounts.map(({ environments }) => environments),
        [["Acme Production"], ["Bolt Production"]],
      );
      const count = (call: string) => calls(platform.log).filter((each) => each === call).length;
      assert.equal(count("IntegrationPackInstance query"), 2);
      assert.equal(count("IntegrationPackEnvironmentAttachment query"), 2);
    }));

  it("does not hide that the pack is installed when it cannot be read", () =>
    withPlatform(async ({ backend, platform }) => {
      platform.faults.plan(on("IntegrationPackEnvironmentAttachment"), refuse(500, "Broken."), Infinity);
      const [reading] = await backend.installations.read([ids.orderToCash], { withDetails: true });
      assert.deepEqual(
        reading?.accounts.map(({ state, limits = "" }) => [state, limits.includes("Broken.")]),
        [
          ["installed", true],
          ["installed", true],
        ],
      );
    }));

  it("keeps what was known of an account that can no longer be asked", () =>
    withPlatform(async ({ backend, platform }) => {
      const [reading] = await backend.installations.read([ids.orderToCash]);
      const acme = platform.state.subscribers.get("a-acme");
      assert.ok(acme);
      acme.refuses = true;
      await rejectsWith(backend.installations.readDetails(ids.orderToCash, "a-acme"), "Forbidden", /refused/);
      assert.deepEqual(await backend.installations.latest(ids.orderToCash), reading);
    }));
});

describe("a reading of installations", function () {
  this.timeout(30_000);

  it("counts a pack that is installed several times", () =>
    withPlatform(async ({ backend, platform }) => {
      const acme = platform.state.subscribers.get("a-acme");
      assert.ok(acme);
      acme.packs.push({ instanceId: "second", packId: ids.orderToCash, environmentIds: ["environment-2"] });
      acme.environments.push({ id: "environment-2", name: "Acme Test" });
      const [reading] = await backend.installations.read([ids.orderToCash], { withDetails: true });
      const [account] = reading?.accounts ?? [];
      assert.equal(account?.count, 2);
      assert.deepEqual(account.environments, ["Acme Production", "Acme Test"]);
    }));

  it("fails as a whole where the user may not read the accounts of groups, and where the token is wrong", () =>
    withPlatform(async ({ backend, platform, open }) => {
      platform.conditions.privileges = new Set(users.withoutAccountAdmin);
      await rejectsWith(backend.installations.read([ids.orderToCash]), "Forbidden", /ACCOUNT_ADMIN/);
      platform.conditions.privileges = new Set(users.everything);
      platform.faults.plan(on("IntegrationPackInstance"), refuse(401, "Expired."), Infinity);
      const other = await open();
      await rejectsWith(other.installations.read([ids.orderToCash]), "Unauthorized", /Sign-in failed/);
      assert.equal(await other.installations.latest(ids.orderToCash), undefined);
    }));

  it("names the release that installations get by Boomi's rule, also one that was made since", () =>
    withPlatform(async ({ backend }) => {
      await backend.installations.read([ids.orderToCash]);
      assert.equal((await backend.installations.latest(ids.orderToCash))?.latestRelease, undefined);
      const { releaseId } = await backend.release({ packId: ids.orderToCash });
      const latest = await backend.installations.latest(ids.orderToCash);
      assert.equal(latest?.latestRelease?.releaseId, releaseId);
    }));

  it("that is cancelled before the accounts are listed says so", () =>
    withPlatform(async ({ backend }) => {
      const signal = AbortSignal.abort();
      await rejectsWith(
        backend.installations.read([ids.orderToCash], { signal }),
        "Unreachable",
        /cancelled/,
      );
    }));

  it("ends with the backend", () =>
    withPlatform(
      async ({ backend }) => {
        const onProgress = () => backend.dispose();
        const [partial] = await backend.installations.read(["pack-1"], { onProgress });
        const cancelled = partial?.accounts.filter(({ notAsked }) => notAsked?.reason === "cancelled").length;
        assert.ok(cancelled !== undefined && cancelled > 80);
      },
      { content: manyAccounts(100) },
    ));

  it("contains each pack once, in the order that was asked for", () =>
    withPlatform(async ({ backend }) => {
      const readings = await backend.installations.read([ids.scheduled, ids.orderToCash, ids.scheduled]);
      assert.deepEqual(
        readings.map(({ packId }) => packId),
        [ids.scheduled, ids.orderToCash],
      );
    }));
});
