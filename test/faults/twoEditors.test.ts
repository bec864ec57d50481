import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { LocalStores } from "../support/store/localStores.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { recordJournal, markedPacks, packCount, readJournal, type BusyEvent } from "./support/busyStore.ts";
import { endOf } from "./support/endOf.ts";
import { extent, seed } from "./support/extent.ts";
import { assertIntegrity, wholeReleases } from "./support/wholePacks.ts";

const program = fileURLToPath(new URL("support/busyEditorProgram.ts", import.meta.url));

/** The refusals that can be correct: another editor was quicker, or the random request asks for what is already there. */
const expectedRefusals: Readonly<Record<string, readonly string[]>> = {
  // The pack was changed since it was read, is scheduled and the request does not replace that, or has these versions.
  release: ["Conflict", "AlreadyScheduled", "NothingToRelease"],
  // As above, or the date arrived while the store was locked.
  schedule: ["AlreadyScheduled", "NothingToRelease", "InvalidRequest"],
  // The pack was released, cancelled or replaced by an import, or was never scheduled.
  cancel: ["NotFound"],
  // Another release has made these the current versions.
  scheduledRelease: ["failed"],
};

/** The reason that a refusal must give, where the code alone could hide a fault. */
const reasons: Readonly<Record<string, RegExp>> = {
  failed: /would change nothing/,
  InvalidRequest: /is not after today/,
};

describe("two busy editors on one store", () => {
  let stores: LocalStores;
  beforeEach(() => void (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("lose no update, wait for each other, and release each pack once", async () => {
    const duration = extent(5000, 60_000);
    (await stores.openWith(markedPacks("start"))).dispose();
    recordJournal(stores.file);
    const began = String(Date.now());
    const events = (await Promise.all(["one", "other"].map((name) => work(name, began, duration)))).flat();
    assertIntegrity(stores.file);

    const refused = new Map<string, number>();
    for (const { work, code, problem = "" } of events.filter((event) => event.code !== undefined)) {
      const isExpected =
        expectedRefusals[work]?.includes(code ?? "") && (reasons[code ?? ""]?.test(problem) ?? true);
      assert.ok(isExpected, `${work}: ${problem}`);
      refused.set(code ?? "", (refused.get(code ?? "") ?? 0) + 1);
    }

    // What an editor reported as done was committed once, and no other editor reported it.
    const journal = readJournal(stores.file);
    const kindOf = (work: string) => (work === "scheduledRelease" ? "release" : work);
    const confirmed = events.filter(({ done }) => done !== undefined);
    const committed = new Map<string, number>();
    for (const { kind, what } of journal)
      committed.set(`${kind} ${what}`, (committed.get(`${kind} ${what}`) ?? 0) + 1);
    const reported = new Map<string, number>();
    for (const { work, done = "" } of confirmed)
      reported.set(`${kindOf(work)} ${done}`, (reported.get(`${kindOf(work)} ${done}`) ?? 0) + 1);
    for (const [text, count] of reported) assert.deepEqual([text, count, committed.get(text)], [text, 1, 1]);
    const made = journal.filter(({ kind, what }) => kind === "release" && !what.startsWith("r-"));
    for (const { what } of made)
      assert.equal(reported.get(`release ${what}`), 1, `release ${what} was not reported exactly once`);

    // The store contains what was committed since the last import.
    const backend = await stores.open();
    const counts = await wholeReleases(backend);
    const since = journal.slice(journal.findLastIndex(({ kind }) => kind === "import") + 1);
    for (let at = 0; at < packCount; at += 1) {
      const packId = `p-${at}`;
      const ofPack = since.filter((entry) => entry.packId === packId);
      const edits = ofPack.filter(({ kind }) => kind === "edit");
      assert.equal((await backend.getPack(packId)).description, edits.at(-1)?.what ?? "");
      const ids = (await backend.history(packId))
        .map(({ releaseId }) => releaseId)
        .filter((id) => !id.startsWith("r-"));
      const expected = ofPack.filter(({ kind, what }) => kind === "release" && !what.startsWith("r-"));
      assert.deepEqual(ids, expected.map(({ what }) => what).reverse());
      assert.equal(counts.get(packId), ids.length + 1);
    }

    const count = (work: string) => confirmed.filter((event) => event.work === work).length;
    // A short run on a busy machine may end before a scheduled release is due.
    const works = [
      "release",
      "edit",
      ...(duration < 60_000 ? [] : ["schedule", "scheduledRelease", "import"]),
    ];
    for (const work of works) assert.ok(count(work) > 0, `no ${work}`);
    summarize(
      `two editors: ${duration / 1000} s – ${count("release")} releases, ${count("schedule")} schedules, ` +
        `${count("scheduledRelease")} scheduled releases, ${count("import")} imports, ${count("edit")} edits, ` +
        `each found once in the store; correctly refused: ${[...refused].map(([code, times]) => `${code} ${times}`).join(", ")}; the store was intact`,
    );
  });

  async function work(name: string, began: string, duration: number): Promise<BusyEvent[]> {
    const args = [program, stores.file, name, String(seed), began, String(duration)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = endOf(child);
    const events: BusyEvent[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      events.push(JSON.parse(line) as BusyEvent);
    }
    assert.deepEqual(await ended, { code: 0, signal: null });
    return events;
  }
});
