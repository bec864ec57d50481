import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { LocalStores } from "../support/store/localStores.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { keepJournal, markedPacks, packCount, readJournal, type BusyEvent } from "./support/busyStore.ts";
import { endOf } from "./support/endOf.ts";
import { extent, seed } from "./support/extent.ts";
import { assertIntegrity, wholeReleases } from "./support/wholePacks.ts";

const program = fileURLToPath(new URL("support/busyEditorProgram.ts", import.meta.url));

/** What may truly be the case when another editor was quicker, or chance asks for what is there already. */
const trueAnswers: Readonly<Record<string, readonly string[]>> = {
  // The pack was changed since it was read; is scheduled, and the request does not replace that; has these versions.
  release: ["Conflict", "AlreadyScheduled", "NothingToRelease"],
  // As above; or the date came while the store was locked.
  schedule: ["AlreadyScheduled", "NothingToRelease", "InvalidRequest"],
  // It was released, cancelled or replaced by an import, or was never scheduled.
  cancel: ["NotFound"],
  // A release in between made these the current versions.
  scheduledRelease: ["failed"],
};

/** What such an answer must say, where its code alone could also hide a fault. */
const reasons: Readonly<Record<string, RegExp>> = {
  failed: /would change nothing/,
  InvalidRequest: /is not after today/,
};

describe("two editors on one store at once", () => {
  let stores: LocalStores;
  beforeEach(() => void (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("lose no update, wait for each other, and release once", async () => {
    const duration = extent(5000, 60_000);
    (await stores.openWith(markedPacks("start"))).dispose();
    keepJournal(stores.file);
    const began = String(Date.now());
    const events = (await Promise.all(["one", "other"].map((name) => work(name, began, duration)))).flat();
    assertIntegrity(stores.file);

    const refused = new Map<string, number>();
    for (const { work, code, problem = "" } of events.filter((event) => event.code !== undefined)) {
      const isTrue = trueAnswers[work]?.includes(code ?? "") && (reasons[code ?? ""]?.test(problem) ?? true);
      assert.ok(isTrue, `${work}: ${problem}`);
      refused.set(code ?? "", (refused.get(code ?? "") ?? 0) + 1);
    }

    // What an editor knew to be done was committed, once, and nobody else did it.
    const journal = readJournal(stores.file);
    const kindOf = (work: string) => (work === "scheduledRelease" ? "release" : work);
    const confirmed = events.filter(({ done }) => done !== undefined);
    const committed = new Map<string, number>();
    for (const { kind, what } of journal)
      committed.set(`${kind} ${what}`, (committed.get(`${kind} ${what}`) ?? 0) + 1);
    const told = new Map<string, number>();
    for (const { work, done = "" } of confirmed)
      told.set(`${kindOf(work)} ${done}`, (told.get(`${kindOf(work)} ${done}`) ?? 0) + 1);
    for (const [text, count] of told) assert.deepEqual([text, count, committed.get(text)], [text, 1, 1]);
    const made = journal.filter(({ kind, what }) => kind === "release" && !what.startsWith("r-"));
    for (const { what } of made)
      assert.equal(told.get(`release ${what}`), 1, `release ${what} was told once`);

    // What is there at the end is what was committed since the last import.
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
        `all there and each once; refused truly: ${[...refused].map(([code, times]) => `${code} ${times}`).join(", ")}; integrity held`,
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
