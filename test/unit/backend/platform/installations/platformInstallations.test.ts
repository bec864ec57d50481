import assert from "node:assert/strict";
import { answered } from "../../../../support/platform/scripted/scriptedClient.ts";
import {
  installed,
  latestRelease,
  release,
  savedLate,
  scriptedInstallations as installations,
  statesOf,
} from "../../../../support/platform/scripted/scriptedInstallations.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

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

  it("asks the accounts of the groups that each pack is shared with", async () => {
    const { facet, asked } = installations();
    const [ofPack, ofOther] = await facet.read(["p", "s"]);
    assert.deepEqual(statesOf(ofPack), ["Acme notInstalled", "Bolt notInstalled"]);
    assert.deepEqual(statesOf(ofOther), ["a3 notInstalled"]);
    assert.equal(asked.length, 3);
  });

  it("is stored when it is shown", async () => {
    const { facet, readings } = installations();
    const saved = savedLate(readings);
    await facet.read(["p"]);
    assert.deepEqual(saved, ["p"]);
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
