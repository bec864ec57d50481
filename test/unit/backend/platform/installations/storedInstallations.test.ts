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

  it("are stored when they are shown", async () => {
    const { facet, readings } = await read();
    const saved = savedLate(readings);
    await facet.readDetails("p", "a1");
    assert.deepEqual(saved, ["p"]);
  });

  it("are shown, and not stored, where the stored reading is gone", async () => {
    const { facet, readings } = await read();
    const load = readings.load.bind(readings);
    let loads = 0;
    readings.load = (packId) => ((loads += 1) === 1 ? load(packId) : Promise.resolve(undefined));
    const saved = savedLate(readings);
    assert.equal((await facet.readDetails("p", "a1"))?.state, "installed");
    assert.deepEqual(saved, []);
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
