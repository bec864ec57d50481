import assert from "node:assert/strict";
import type { SQLInputValue } from "node:sqlite";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { LocalScheduleQueue } from "../../../../../src/backend/local/releases/localScheduleQueue.ts";
import { Connection } from "../../../../../src/backend/sqlite/connection.ts";
import type { Row } from "../../../../../src/backend/sqlite/rows.ts";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { LocalStores, user } from "../../../../support/store/localStores.ts";

describe("the schedule queue of the local store uses the index, whatever the number of schedules", () => {
  let stores: LocalStores;
  let backend: LocalBackend;

  beforeEach(async () => {
    stores = new LocalStores();
    backend = await stores.openWith(store());
    await backend.schedules.schedule({ packId: ids.orderToCash, date: "2026-06-20", timeZone: "UTC" });
  });
  afterEach(() => stores.dispose());

  for (const read of ["nextDue", "listDue"] as const) {
    it(`for ${read}`, async () => {
      const connection = new ExplainedConnection(stores.file);
      try {
        const explained = new LocalScheduleQueue(
          {
            read: (query) => Promise.resolve(query(connection)),
            write: () => assert.fail("the query writes"),
            onDidChange: backend.onDidChange,
          },
          () => ({ user, now }),
          () => undefined,
        );
        await explained[read](new Date("2026-06-20T00:30:00Z"));
        assert.ok(
          connection.plan.some((step) => /SEARCH schedule USING INDEX schedule_by_window/.test(step)),
        );
        assert.deepEqual(
          connection.plan.filter((step) => step.startsWith("SCAN")),
          [],
        );
      } finally {
        connection.close();
      }
    });
  }
});

/** A connection that records the query plans of its statements. */
class ExplainedConnection extends Connection {
  readonly plan: string[] = [];

  override get(sql: string, ...parameters: SQLInputValue[]): Row | undefined {
    this.#explain(sql, parameters);
    return super.get(sql, ...parameters);
  }

  override all(sql: string, ...parameters: SQLInputValue[]): Row[] {
    this.#explain(sql, parameters);
    return super.all(sql, ...parameters);
  }

  #explain(sql: string, parameters: SQLInputValue[]): void {
    this.plan.push(
      ...super.all(`EXPLAIN QUERY PLAN ${sql}`, ...parameters).map(({ detail }) => String(detail)),
    );
  }
}
