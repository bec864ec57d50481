import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mock } from "node:test";
import type { RecordsAddress } from "../../../../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { RecordsServer } from "../../../../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { schemaSteps } from "../../../../../../src/backend/platform/records/postgres/server/recordsSchema.ts";
import { selfSignedCertificate } from "../../../../../support/selfSignedCertificate.ts";
import { rejectsWith } from "../../../../../support/rejectsWith.ts";

describe("a server of shared records that refuses every connection", () => {
  let listening: Server;
  let connections: number;
  /** The monotonic clock, in ms, and how long each connection takes on it. */
  let now: number;
  let duration: number;
  /** What the server answers before it ends a connection. */
  let answer: string;
  let opened: RecordsServer | undefined;

  beforeEach(async () => {
    [connections, now, duration, answer] = [0, 0, 1_000, ""];
    mock.method(performance, "now", () => now);
    listening = createServer((socket) => {
      socket.on("error", () => undefined).resume();
      connections += 1;
      now += duration;
      if (answer === "") socket.destroy();
      else socket.end(answer, "latin1");
    });
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  });
  afterEach(async () => {
    opened?.dispose();
    mock.restoreAll();
    await new Promise((resolve) => listening.close(resolve));
  });

  const open = (patience?: number, security: Partial<RecordsAddress> = {}) => {
    const { port } = listening.address() as AddressInfo;
    opened = new RecordsServer({
      address: {
        user: "owner",
        host: "127.0.0.1",
        port,
        database: "records",
        sslMode: "disable",
        ...security,
      },
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

  it("is tried again after pauses that are twice as long each", async () => {
    duration = 1;
    await rejectsWith(run(open(400)), "StoreUnavailable");
    assert.equal(connections, 4, "a pause of 400 ms would end too late");
  });

  it("is tried once for each operation after a failure that only a person can end, which is not remembered", async () => {
    const error = "SFATAL\0C28P01\0Mpassword authentication failed\0\0";
    answer = `E\0\0\0${String.fromCharCode(error.length + 4)}${error}`;
    const server = open();
    for (const expected of [1, 2]) {
      await rejectsWith(run(server), "StoreUnavailable", /do not accept the password/);
      assert.equal(connections, expected);
    }
  });

  it("fails at once with the same reason for a second, then is tried once for each operation", async () => {
    const server = open();
    const failure: unknown = await run(server).catch((error: unknown) => error);
    const before = connections;
    now += 999;
    await assert.rejects(run(server), (error) => error === failure);
    assert.equal(connections, before);
    now += 1;
    await rejectsWith(run(server), "StoreUnavailable");
    assert.equal(connections, before + 1);
  });

  it("is asked once its certificate can be read, which stays read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "integration-packs-server-"));
    const sslRootCert = join(folder, "ca.crt");
    try {
      const server = open(0, { sslMode: "verify-full", sslRootCert });
      await rejectsWith(run(server), "StoreUnavailable", /ca\.crt/);
      assert.equal(connections, 0);
      writeFileSync(sslRootCert, selfSignedCertificate().cert);
      for (const expected of [1, 2]) {
        now += 1_000;
        await rejectsWith(run(server), "StoreUnavailable");
        assert.equal(connections, expected);
        rmSync(sslRootCert, { force: true });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
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
