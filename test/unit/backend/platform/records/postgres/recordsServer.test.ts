import assert from "node:assert/strict";
import { createServer, type AddressInfo, type Server } from "node:net";
import { mock } from "node:test";
import { RecordsServer } from "../../../../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { schemaSteps } from "../../../../../../src/backend/platform/records/postgres/server/recordsSchema.ts";
import { rejectsWith } from "../../../../../support/rejectsWith.ts";

describe("a server of shared records that refuses every connection", () => {
  let listening: Server;
  let connections: number;
  /** The monotonic clock, in ms: each connection takes a second. */
  let now: number;
  let opened: RecordsServer | undefined;

  beforeEach(async () => {
    [connections, now] = [0, 0];
    mock.method(performance, "now", () => now);
    listening = createServer((socket) => {
      connections += 1;
      now += 1_000;
      socket.destroy();
    });
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  });
  afterEach(async () => {
    opened?.dispose();
    mock.restoreAll();
    await new Promise((resolve) => listening.close(resolve));
  });

  const open = (patience?: number) => {
    const { port } = listening.address() as AddressInfo;
    opened = new RecordsServer({
      address: { user: "owner", host: "127.0.0.1", port, database: "records", sslMode: "disable" },
      password: () => Promise.resolve("secret"),
      ...(patience !== undefined && { patience }),
    });
    return opened;
  };
  const run = (server: RecordsServer) => server.run((query) => query("SELECT 1"));

  it("is tried again with growing pauses, for five seconds unless said otherwise", async () => {
    await rejectsWith(run(open()), "StoreUnavailable");
    assert.equal(connections, 5, "after 1 to 4 seconds and 50 to 400 ms, and not after 5.8 seconds");
  });

  it("is tried again while the next pause ends within its patience", async () => {
    await rejectsWith(run(open(1_050)), "StoreUnavailable");
    assert.equal(connections, 2);
    connections = 0;
    now = 0;
    await rejectsWith(run(open(1_049)), "StoreUnavailable");
    assert.equal(connections, 1);
  });

  it("fails at once with the same reason for a second, then is tried once for each operation", async () => {
    const server = open(0);
    const failure: unknown = await run(server).catch((error: unknown) => error);
    assert.equal(connections, 1);
    now += 999;
    await assert.rejects(run(server), (error) => error === failure);
    assert.equal(connections, 1);
    now += 1;
    await rejectsWith(run(server), "StoreUnavailable");
    assert.equal(connections, 2);
  });

  it("is not asked at all once it is closed", async () => {
    const server = open();
    server.dispose();
    await rejectsWith(run(server), "StoreUnavailable", /it was closed/);
    assert.equal(connections, 0);
  });

  it("has records of this program's format as long as theirs is not known", () => {
    assert.equal(open().format, schemaSteps.length);
  });
});
