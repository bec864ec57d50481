import assert from "node:assert/strict";
import { createServer, type AddressInfo, type Server } from "node:net";
import { mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { ChangePoll } from "../../../../../../src/backend/platform/records/postgres/changePoll.ts";
import { createClient } from "../../../../../../src/backend/platform/records/postgres/server/pool.ts";
import {
  RecordsServer,
  type Query,
} from "../../../../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { Gate } from "../../../../../support/time/gate.ts";
import { until } from "../../../../../support/time/until.ts";

/** A server of records that answers readings by itself. */
class ScriptedServer extends RecordsServer {
  state = "7";
  isAway = false;
  readings = 0;
  /** Where a reading waits with what it read. */
  gate: Gate | undefined;

  override async run<T>(work: (query: Query) => Promise<T>): Promise<T> {
    this.readings += 1;
    const { state, isAway } = this;
    await this.gate?.pass();
    if (isAway) throw new Error("The server is away.");
    return work(() => Promise.resolve([{ state }]));
  }
}

describe("the poll for changes of shared records", () => {
  let connections: number;
  let listening: Server;
  let server: ScriptedServer;
  let poll: ChangePoll;
  let announced: number;

  beforeEach(async () => {
    mock.timers.enable({ apis: ["setInterval"] });
    [connections, announced] = [0, 0];
    listening = createServer((socket) => {
      connections += 1;
      socket.on("error", () => undefined).resume();
    });
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
    const { port } = listening.address() as AddressInfo;
    server = new ScriptedServer({
      address: { user: "owner", host: "127.0.0.1", port, database: "records", sslMode: "disable" },
      password: () => Promise.resolve("secret"),
    });
    poll = new ChangePoll(server, "account");
  });
  afterEach(async () => {
    poll.dispose();
    mock.timers.reset();
    await new Promise((resolve) => listening.close(resolve));
  });

  const listen = () => poll.event(() => void (announced += 1));
  /** Has the next reading be due, and waits for what comes of it. */
  const passInterval = async () => {
    mock.timers.tick(5_000);
    await turn();
  };

  it("announces the first state, then each other one, and none twice", async () => {
    listen();
    await turn();
    assert.equal(announced, 1);
    await passInterval();
    assert.deepEqual([announced, server.readings], [1, 2]);
    server.state = "8";
    await passInterval();
    assert.equal(announced, 2);
  });

  it("reads only while somebody listens, and announces the first state to who listens anew", async () => {
    await passInterval();
    assert.equal(server.readings, 0);
    const subscription = listen();
    await turn();
    subscription.dispose();
    await passInterval();
    assert.deepEqual([announced, server.readings], [1, 1]);
    listen();
    await turn();
    assert.deepEqual([announced, server.readings], [2, 2]);
  });

  it("forgets what a reading finds that nobody waits for any longer", async () => {
    server.gate = new Gate();
    const subscription = listen();
    await server.gate.reached;
    subscription.dispose();
    server.gate.open();
    await turn();
    listen();
    await turn();
    assert.equal(announced, 1);
  });

  it("reads again, once, when something changes during a reading", async () => {
    listen();
    await turn();
    const gate = new Gate();
    server.gate = gate;
    server.state = "8";
    mock.timers.tick(5_000);
    await gate.reached;
    server.state = "9";
    mock.timers.tick(5_000);
    mock.timers.tick(5_000);
    await turn();
    assert.equal(server.readings, 2, "one reading at a time");
    server.gate = undefined;
    gate.open();
    await turn();
    assert.deepEqual([announced, server.readings], [3, 3]);
  });

  it("announces that the server cannot be used when that begins, and when it ends", async () => {
    listen();
    await turn();
    server.isAway = true;
    await passInterval();
    await passInterval();
    assert.equal(announced, 2);
    server.isAway = false;
    await passInterval();
    assert.equal(announced, 3);
  });

  it("announces a change by this program after it is made, and the next reading does not again", async () => {
    listen();
    await turn();
    poll.announce(2);
    assert.equal(announced, 1, "not in the call that changed something");
    await turn();
    assert.equal(announced, 2);
    server.state = "9";
    await passInterval();
    assert.equal(announced, 2);
    server.state = "10";
    await passInterval();
    assert.equal(announced, 3);
  });

  it("announces a change by this program also before a state is known, and while the server cannot be read", async () => {
    server.gate = new Gate();
    listen();
    poll.announce(1);
    await turn();
    assert.equal(announced, 1);
    server.gate.open();
    await turn();
    assert.equal(announced, 2);
    server.isAway = true;
    await passInterval();
    poll.announce(1);
    await turn();
    assert.equal(announced, 4);
  });

  it("has one connection for notifications, however often it reads", async () => {
    listen();
    for (let readings = 0; readings < 5; readings += 1) await passInterval();
    await until("connection for notifications", () => connections > 0 || undefined);
    await passInterval();
    await connectLast();
    assert.equal(connections, 2);
  });

  it("makes no connection for who stops listening before", async () => {
    listen().dispose();
    await connectLast();
    assert.equal(connections, 1);
  });

  /** Makes one more connection, as the poll does: those that it began before are there then. */
  async function connectLast(): Promise<void> {
    const before = connections;
    const client = await createClient(server.access);
    client.on("error", () => undefined);
    client.connect().catch(() => undefined);
    await until("last connection", () => connections > before || undefined);
    client.end().catch(() => undefined);
  }
});
