import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A way to a server that can be cut off and slowed down, and that counts the round trips. */
export class TcpProxy {
  /** Whether what the server answers is held back. What it was asked still reaches it. */
  isStalled = false;
  /** How long each answer of the server is held back, in ms; its order stays. */
  delay = 0;
  /** Whether `cutAfter` counts once only. */
  isCutOnce = false;
  /** After so many round trips, answers are lost and connections are cut; never when left out. */
  cutAfter: number | undefined;
  /** The port of the server to which new connections lead. */
  target: number;
  /** How many statements the server answered, on all connections; the messages of a connection's start do not count. */
  roundTrips = 0;
  /** How often all connections were cut. */
  cuts = 0;
  /** The connections that were made. */
  connections = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number) {
    this.target = port;
    this.#server = createServer((client) => this.#forward(client, connect(this.target, "127.0.0.1")));
  }

  static async start(port: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(port);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts all connections. */
  cut(): void {
    this.cuts += 1;
    for (const socket of this.#sockets) socket.destroy();
  }

  dispose(): void {
    this.cut();
    this.#server.close();
  }

  #forward(client: Socket, server: Socket): void {
    this.connections += 1;
    const answers = new ReadyCounter();
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    client.on("data", (chunk) => void server.write(chunk));
    server.on("data", (chunk) => {
      if (this.isStalled) return;
      const counted = answers.count(chunk);
      if (this.cutAfter !== undefined && counted > 0 && this.roundTrips >= this.cutAfter) {
        if (this.isCutOnce) this.cutAfter = undefined;
        this.cut();
        return;
      }
      this.roundTrips += counted;
      if (this.delay === 0) client.write(chunk);
      else setTimeout(() => client.write(chunk), this.delay);
    });
  }
}

/** Counts the messages ReadyForQuery of a server, but for the first one, which ends the start of the connection. */
class ReadyCounter {
  #rest = Buffer.alloc(0);
  #isStarted = false;

  count(chunk: Buffer): number {
    let counted = 0;
    let bytes = Buffer.concat([this.#rest, chunk]);
    while (bytes.length >= 5) {
      const length = 1 + bytes.readUInt32BE(1);
      if (bytes.length < length) break;
      if (bytes.toString("latin1", 0, 1) === "Z") {
        if (this.#isStarted) counted += 1;
        this.#isStarted = true;
      }
      bytes = bytes.subarray(length);
    }
    this.#rest = bytes;
    return counted;
  }
}
