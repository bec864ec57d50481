import assert from "node:assert/strict";
import { KnownPacks } from "../../../../../../src/backend/platform/records/postgres/knownPacks.ts";
import type { LoadedPack } from "../../../../../../src/backend/platform/records/postgres/loadedPack.ts";
import { LoadedPacks } from "../../../../../../src/backend/platform/records/postgres/loadedPacks.ts";
import { attempt } from "../../../../../support/records/recordedRelease.ts";

const packOf = (packId: string): LoadedPack => ({
  packId,
  version: 7,
  holder: "",
  leftMs: 0,
  latestMs: undefined,
  attempts: [],
  schedule: undefined,
});
const load = (...packIds: readonly string[]) =>
  new LoadedPacks("account", packIds.map(packOf), new Date("2026-06-10T12:00:00Z"));
const claimed = (holder: string, ...packIds: readonly string[]) => {
  const records = load(...packIds);
  for (const packId of packIds) records.writeClaim(packId, holder);
  return records;
};

describe("the packs that this program claims, as it committed them last", () => {
  let known: KnownPacks;
  beforeEach(() => {
    known = new KnownPacks();
  });
  const versionOf = (packId: string) => known.find({ packIds: [packId] })?.packs[0]?.version;

  it("are found by their id, or by one of their attempts, at the version of the commit", () => {
    const records = claimed("h1", "p", "q");
    records.insertAttempt({ ...attempt, packId: "q" }, "a1", { holder: "h1" });
    known.remember(records);
    assert.equal(versionOf("p"), 8);
    assert.equal(known.find({ attemptId: "a1" })?.packs[0]?.packId, "q");
    for (const scope of [{ packIds: ["r"] }, { attemptId: "a2" }, {}]) {
      assert.equal(known.find(scope), undefined);
    }
  });

  it("are forgotten when a commit ends their claim", () => {
    known.remember(claimed("h1", "p"));
    const ended = claimed("h1", "p");
    ended.deleteClaim("p", "h1");
    known.remember(ended);
    assert.equal(versionOf("p"), undefined);
  });

  it("are forgotten with the holder whose claims end, and those of other holders stay", () => {
    known.remember(claimed("h1", "p"));
    known.remember(claimed("h2", "q"));
    known.forgetHolder("h1");
    assert.deepEqual([versionOf("p"), versionOf("q")], [undefined, 8]);
  });

  it("are 200 at most: the ones that were committed first are forgotten", () => {
    const packIds = Array.from({ length: 200 }, (_, at) => `p${at}`);
    known.remember(claimed("h1", ...packIds));
    assert.equal(versionOf("p0"), 8);
    known.remember(claimed("h1", "p0"));
    known.remember(claimed("h1", "another"));
    assert.deepEqual([versionOf("p0"), versionOf("p1"), versionOf("p2")], [8, undefined, 8]);
  });
});
