import assert from "node:assert/strict";
import { join } from "node:path";
import { PlatformBackend } from "../../../../../src/backend/platform/platformBackend.ts";
import { recordsFormat } from "../../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { SqliteReleaseRecords } from "../../../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";
import { Database } from "../../../../../src/backend/sqlite/database.ts";
import { RecordsUnavailableError } from "../../../../../src/errors/errors.ts";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { on, type Fault } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { QuickTiming } from "../../../../support/platform/scripted/quickTiming.ts";

/** Records on a server that does not answer whether a pack was released. */
class UnansweringRecords extends SqliteReleaseRecords {
  readonly sharedAt = "records.example.com";

  override hasReleased(): Promise<boolean> {
    return Promise.reject(new RecordsUnavailableError("StoreUnavailable", "The server is away."));
  }
}

/** The answer without the components of packs. */
const withoutComponents: Fault = {
  kind: "changed",
  change: ({ body, ...wire }) => {
    const content: unknown = JSON.parse(body, (key, value: unknown) =>
      key === "PublisherPackagedComponents" ? undefined : value,
    );
    return { ...wire, body: JSON.stringify(content) };
  },
};

describe("a pack that comes without components while the server of shared records is away", function () {
  this.timeout(30_000);

  it("is in doubt, as nobody knows whether it was released", async () => {
    const backends = await PlatformBackends.start(store());
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const file = join(backends.folder, "records.db");
    const records = new UnansweringRecords(
      await Database.open({ file }, recordsFormat),
      "account",
      () => now,
    );
    const backend = new PlatformBackend(records, {
      connection: backends.platform.connection,
      requestsPerSecond: 10,
      scheduleWith: "platform",
      records: { file },
      log,
      clock: () => now,
      timing: new QuickTiming(),
    });
    try {
      backends.platform.faults.plan(on("PublisherIntegrationPack"), withoutComponents, Infinity);
      const { components, doubt } = await backend.getPack(ids.upToDate);
      assert.deepEqual([components, doubt], [[], "incomplete"]);
      assert.match(backend.omissions ?? "", /The server is away\./);
    } finally {
      backend.dispose();
      await backends.dispose();
    }
  });
});
