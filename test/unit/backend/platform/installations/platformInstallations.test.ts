import assert from "node:assert/strict";
import { InstallationReadings } from "../../../../../src/backend/platform/installations/installationReadings.ts";
import { PlatformInstallations } from "../../../../../src/backend/platform/installations/platformInstallations.ts";
import type { HttpAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { AccountGroupReader } from "../../../../../src/backend/platform/packs/accountGroupReader.ts";
import { Omissions } from "../../../../../src/backend/platform/packs/omissions.ts";
import type { InstallationReading } from "../../../../../src/model/installation/installationReading.ts";
import type { PackRelease } from "../../../../../src/model/release/release.ts";
import { answered, clientWith } from "../../../../support/platform/scriptedClient.ts";
import { scriptedComponent, scriptedPacks } from "../../../../support/platform/scriptedPacks.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const release: PackRelease = {
  packId: "p",
  releaseId: "r-1",
  releasedAt: "2026-06-01T12:00:00Z",
  releasedBy: "dev@example.com",
  trigger: "immediate",
  versions: { a: "1" },
};
const latestRelease = { releaseId: "r-1", releasedAt: "2026-06-01T12:00:00Z" };
const installed = answered(200, { result: [{ id: "i1", integrationPackId: "p" }] });
const empty = answered(200, { result: [] });

/** Installations in the accounts `a1`, "Bolt", and `a2`, "Acme", of one group; an answer of an account that a test may change. */
function installations({ releases = [release] }: { readonly releases?: readonly PackRelease[] } = {}) {
  const { client, timing } = clientWith({
    "AccountGroupIntegrationPack/query": ["p", "q"].map((packId) => ({
      id: packId,
      accountGroupId: "g",
      integrationPackId: packId,
    })),
    "AccountGroupAccount/query": ["a1", "a2"].map((accountId) => ({ accountGroupId: "g", accountId })),
    "Account/bulk": answered(200, {
      response: [
        { statusCode: 200, Result: { accountId: "a1", name: "Bolt" } },
        { statusCode: 200, Result: { accountId: "a2", name: "Acme" } },
      ],
    }),
  });
  const answers = new Map<string, () => HttpAnswer>();
  const asked: string[] = [];
  const packs = scriptedPacks({
    p: { name: "Orders", components: [scriptedComponent("a")] },
    q: { components: [] },
  });
  const readings = new InstallationReadings({
    folder: undefined,
    accountKey: "k",
    log: { warn: () => undefined },
  });
  const history = [...releases];
  const facet = new PlatformInstallations({
    client,
    transportTo: (accountId) => (request) => {
      asked.push([accountId, request.path].join(" "));
      return Promise.resolve((answers.get(accountId) ?? (() => empty))());
    },
    groups: new AccountGroupReader({ client, now: () => timing.now(), omissions: new Omissions() }),
    packs: packs.reader,
    records: { history: (packId) => Promise.resolve(history.filter((each) => each.packId === packId)) },
    readings,
    accountsAtOnce: 1,
    clock: () => new Date("2026-06-10T12:00:00Z"),
  });
  return { facet, answers, asked, readings, packs, history, client };
}

const statesOf = (reading: InstallationReading | undefined) =>
  reading?.accounts.map(({ accountName, state }) => [accountName, state].join(" "));

describe("a reading of installations", () => {
  it("has the accounts by name, the time, and the latest release that was made from here", async () => {
    const { facet, answers, readings } = installations();
    answers.set("a1", () => installed);
    const [reading] = await facet.read(["p"]);
    assert.deepEqual(reading, {
      packId: "p",
      name: "Orders",
      readAt: "2026-06-10T12:00:00.000Z",
      accounts: [
        { accountId: "a2", accountName: "Acme", state: "notInstalled" },
        { accountId: "a1", accountName: "Bolt", state: "installed" },
      ],
      latestRelease,
    });
    assert.deepEqual(await readings.load("p"), reading);
  });

  it("has no latest release where none is known, or the pack has other versions by now", async () => {
    for (const releases of [[], [{ ...release, versions: { a: "0" } }]]) {
      const [reading] = await installations({ releases }).facet.read(["p"]);
      assert.ok(reading && !("latestRelease" in reading));
    }
  });

  it("reports each account as it answers, and asks for details only where they are wanted", async () => {
    const { facet, answers, asked } = installations();
    answers.set("a1", () => installed);
    const progress: string[] = [];
    await facet.read(["p", "q"], {
      onProgress: ({ asked: count, total, found }) =>
        void progress.push([count, total, ...found.map(({ packId, state }) => `${packId} ${state}`)].join()),
    });
    assert.deepEqual(progress, ["1,2,p installed,q notInstalled", "2,2,p notInstalled,q notInstalled"]);
    assert.equal(asked.length, 2);
    await facet.read(["p"], { withDetails: true });
    assert.ok(asked.some((each) => each.startsWith("a1 DeployedPackage")));
  });

  it("that is cancelled says so of the accounts that were not asked", async () => {
    const { facet, answers, asked } = installations();
    const cancelling = new AbortController();
    answers.set("a1", () => installed);
    const options = { signal: cancelling.signal, onProgress: () => cancelling.abort() };
    const [reading] = await facet.read(["p"], options);
    assert.deepEqual(statesOf(reading), ["Acme notAsked", "Bolt installed"]);
    assert.equal(reading?.accounts[0]?.notAsked?.reason, "cancelled");
    assert.equal(asked.length, 1);
  });

  it("does not count the account during whose answer it is cancelled", async () => {
    const { facet, answers } = installations();
    const cancelling = new AbortController();
    answers.set("a1", () => {
      cancelling.abort();
      return installed;
    });
    const [reading] = await facet.read(["p"], {
      signal: cancelling.signal,
      onProgress: () => assert.fail("nothing was found"),
    });
    assert.deepEqual(statesOf(reading), ["Acme notAsked", "Bolt notAsked"]);
  });

  it("fails when it is cancelled, or the backend closes, before the accounts are listed", async () => {
    const { facet, client } = installations();
    await rejectsWith(
      facet.read(["p"], { signal: AbortSignal.abort() }),
      "Unreachable",
      /was cancelled before/,
    );
    const reading = facet.read(["p"]);
    client.dispose();
    await rejectsWith(reading, "Unreachable", /was cancelled before/);
  });

  it("fails with the sign-in, and asks no further account", async () => {
    const { facet, answers, asked } = installations();
    answers.set("a1", () => answered(401));
    await rejectsWith(facet.read(["p"]), "Unauthorized");
    assert.equal(asked.length, 1);
  });
});

describe("a stored reading of installations", () => {
  const whole = ["Acme notInstalled", "Bolt installed"];

  /** Installations of which everything was read once. */
  async function readOnce() {
    const parts = installations();
    parts.answers.set("a1", () => installed);
    await parts.facet.read(["p"]);
    return parts;
  }
  /** Reads once more, and cancels the reading after the first account. */
  async function readAndCancel({ facet }: ReturnType<typeof installations>) {
    const cancelling = new AbortController();
    await facet.read(["p"], { signal: cancelling.signal, onProgress: () => cancelling.abort() });
  }

  it("is not replaced by one that ended early and knows less", async () => {
    const parts = await readOnce();
    await readAndCancel(parts);
    assert.deepEqual(statesOf(await parts.readings.load("p")), whole);
  });

  it("is replaced by one that ended early and knows as much", async () => {
    const parts = installations();
    await readAndCancel(parts);
    parts.answers.set("a1", () => installed);
    await readAndCancel(parts);
    assert.deepEqual(statesOf(await parts.readings.load("p")), ["Acme notAsked", "Bolt installed"]);
  });

  it("counts an account that refuses as known", async () => {
    const parts = installations();
    parts.answers.set("a2", () => answered(403));
    await parts.facet.read(["p"]);
    await readAndCancel(parts);
    assert.deepEqual(statesOf(await parts.readings.load("p")), ["Acme notAsked", "Bolt notInstalled"]);
    assert.equal((await parts.readings.load("p"))?.accounts[0]?.notAsked?.reason, "refused");
  });

  it("is replaced by a whole one, whatever that one knows", async () => {
    const parts = await readOnce();
    for (const account of ["a1", "a2"]) parts.answers.set(account, () => answered(500));
    await parts.facet.read(["p"]);
    assert.deepEqual(statesOf(await parts.readings.load("p")), ["Acme notAsked", "Bolt notAsked"]);
  });

  it("is shown with the release that the pack has by now", async () => {
    const { facet, history, packs } = await readOnce();
    assert.equal(await facet.latest("q"), undefined);
    assert.deepEqual((await facet.latest("p"))?.latestRelease, latestRelease);
    history.unshift({ ...release, releaseId: "r-2" });
    assert.equal((await facet.latest("p"))?.latestRelease?.releaseId, "r-2");
    history.unshift({ ...release, versions: { a: "9" } });
    const reading = await facet.latest("p");
    assert.ok(reading && !("latestRelease" in reading));
    packs.reader.forget("p");
    packs.faults.set("p", () => answered(403));
    assert.deepEqual((await facet.latest("p"))?.latestRelease, latestRelease);
  });
});

describe("the details of an installation in one account", () => {
  const read = async () => {
    const parts = installations();
    parts.answers.set("a1", () => installed);
    await parts.facet.read(["p"]);
    return parts;
  };

  it("are read, and stored with the other accounts", async () => {
    const { facet, readings } = await read();
    const details = await facet.readDetails("p", "a1");
    assert.deepEqual([details?.accountName, details?.state], ["Bolt", "installed"]);
    assert.ok(details && "environments" in details);
    const stored = await readings.load("p");
    assert.deepEqual(stored?.accounts, [
      { accountId: "a2", accountName: "Acme", state: "notInstalled" },
      details,
    ]);
  });

  it("are nothing for an account or a pack that was not read", async () => {
    const { facet, asked } = await read();
    const before = asked.length;
    assert.equal(await facet.readDetails("p", "a9"), undefined);
    assert.equal(await facet.readDetails("q", "a1"), undefined);
    assert.equal(asked.length, before);
  });

  it("fail when the account does not answer, and what is stored stays", async () => {
    const { facet, answers, readings } = await read();
    answers.set("a1", () => answered(500));
    await rejectsWith(facet.readDetails("p", "a1"), "Unreachable", /500/);
    assert.deepEqual(statesOf(await readings.load("p")), ["Acme notInstalled", "Bolt installed"]);
  });

  it("fail when they are cancelled", async () => {
    const { facet } = await read();
    await rejectsWith(facet.readDetails("p", "a1", AbortSignal.abort()), "Unreachable", /cancelled/);
  });
});
