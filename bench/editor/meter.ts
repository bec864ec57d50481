import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { MeterAnswer, MeterRequest } from "../meter/protocol.ts";

/** The connection to the meter in an extension host. */
export class Meter {
  readonly #socket: Socket;
  readonly #waiting: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];

  constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on("line", (line) => this.#receive(JSON.parse(line) as MeterAnswer));
    socket.on("error", () => undefined); // "close" follows, which rejects the pending requests
    socket.on("close", () => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error("The extension host has ended."));
    });
  }

  /** Runs a command to its end. Returns the time at which it started, in ms since 1970. */
  run(command: string, ...args: readonly unknown[]): Promise<number> {
    return this.#ask({ type: "run", command, args });
  }

  /** The time at which VS Code started to load the code of the extension, in ms since 1970. */
  loadedAt(extension: string): Promise<number> {
    return this.#ask({ type: "loadedAt", extension });
  }

  /** The resident memory of the extension host after garbage collection, in bytes. */
  memory(): Promise<number> {
    return this.#ask({ type: "memory" });
  }

  #ask(request: MeterRequest): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#socket.write(`${JSON.stringify(request)}\n`);
    });
  }

  #receive(answer: MeterAnswer): void {
    const waiting = this.#waiting.shift();
    if (answer.type === "value") waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.message));
  }
}

/** The server to which the meters in extension hosts connect. */
export class MeterServer {
  readonly path: string;
  readonly #server: Server;

  static async listen(path: string): Promise<MeterServer> {
    const server = createServer();
    server.listen(path);
    await once(server, "listening");
    return new MeterServer(path, server);
  }

  private constructor(path: string, server: Server) {
    this.path = path;
    this.#server = server;
  }

  /** Waits for the next meter that connects. Windows are opened one at a time. */
  next(): Promise<Meter> {
    return new Promise((resolve) => this.#server.once("connection", (socket) => resolve(new Meter(socket))));
  }

  close(): void {
    this.#server.close();
  }
}
