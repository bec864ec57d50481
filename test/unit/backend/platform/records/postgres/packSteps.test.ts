import assert from "node:assert/strict";
import { mock } from "node:test";
import { attemptColumns } from "../../../../../../src/backend/platform/records/attemptRow.ts";
import { PackSteps } from "../../../../../../src/backend/platform/records/postgres/packSteps.ts";
import {
  RecordsServer,
  type Query,
} from "../../../../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import type { Row } from "../../../../../../src/backend/sqlite/rows.ts";
import type { AttemptState } from "../../../../../../src/backend/platform/records/releaseAttempt.ts";
import { recordSending } from "../../../../../../src/backend/platform/records/recordsOperations.ts";
import { attempt, sending } from "../../../../../support/records/recordedRelease.ts";
import { rejectsWith } from "../../../../../support/rejectsWith.ts";

/** The wall clock of a program that sends. */
const now = new Date("2026-06-10T12:00:00Z");

/** A server with one pack, which `h1` claims, and with the attempt that is committed first. */
class OnePackServer extends RecordsServer {
  holder = "h1";
  state: AttemptState = "sending";
  /** How long each commit takes, in ms of the wall clock; the last one goes for all that follow. */
  durations = [0];
  commits = 0;
  #attemptId: string | undefined;

  override run<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return work((sql, parameters = []) => Promise.resolve([this.#answer(sql, parameters)]));
  }

  #answer(sql: string, [, , , attempts]: readonly unknown[]): Row {
    if (!sql.includes("stored_packs")) return { loaded: JSON.stringify(this.#loaded) };
    const duration = (this.durations.length > 1 ? this.durations.shift() : this.durations[0]) ?? 0;
    mock.timers.setTime(Date.now() + duration);
    this.commits += 1;
    this.#attemptId ??= (JSON.parse(String(attempts)) as [{ attempt_id: string }])[0].attempt_id;
    return { is_writable: 1, fits: 1, notified: "" };
  }

  get #loaded() {
    const id = this.#attemptId;
    const { holder, state } = this;
    const row = id !== undefined && attemptColumns(attempt, id, { holder: "h1", state });
    return {
      now_ms: now.getTime(),
      committed: [],
      packs: [
        {
          pack_id: "p",
          version: 1,
          holder,
          left_ms: 1_000,
          latest_ms: null,
          attempts: row ? [{ ...row, released_at: null, released_ms: null }] : [],
          schedule: null,
        },
      ],
    };
  }
}

describe("recording that a request is about to be sent, on a server", () => {
  let server: OnePackServer;
  let steps: PackSteps;

  beforeEach(() => {
    mock.timers.enable({ apis: ["Date"], now });
    server = new OnePackServer({
      address: { user: "owner", host: "127.0.0.1", port: 1, database: "records", sslMode: "disable" },
      password: () => Promise.resolve("secret"),
    });
    steps = new PackSteps(server, "account", () => undefined);
  });
  afterEach(() => mock.timers.reset());

  const record = () =>
    steps.runSending({ packIds: ["p"] }, "h1", (records) => recordSending(records, attempt, sending));

  it("allows to send when its answer came within five seconds", async () => {
    server.durations = [5_000];
    assert.equal((await record()).state, "sending");
    assert.equal(server.commits, 1);
  });

  it("renews the claim until an answer comes within five seconds, when the program slept or waited", async () => {
    server.durations = [5_001, 3_600_000, 5_001, 0];
    assert.equal((await record()).state, "sending");
    assert.equal(server.commits, 4);
  });

  it("renews the claim also when the clock was set back", async () => {
    server.durations = [-3_600_000, 0];
    await record();
    assert.equal(server.commits, 2);
  });

  for (const [what, change] of [
    ["somebody took the claim over", () => (server.holder = "h2")],
    ["the claim was ended", () => (server.holder = "")],
    ["somebody found out its end", () => (server.state = "released")],
    ["it became unknown for others", () => (server.state = "unknown")],
  ] as const) {
    it(`allows nothing to be sent when ${what} before a late answer`, async () => {
      server.durations = [5_001, 0];
      const recording = steps.runSending({ packIds: ["p"] }, "h1", (records) => {
        const recorded = recordSending(records, attempt, sending);
        change();
        return recorded;
      });
      await rejectsWith(recording, "Conflict", /Nothing of "Orders" was sent: it took too long/);
      assert.equal(server.commits, 1);
    });
  }
});
