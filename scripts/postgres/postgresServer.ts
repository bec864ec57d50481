import type { ChildProcess } from "node:child_process";
import { chownSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cleanUpAtEnd, startGroup } from "../programs/processes.ts";
import { copyData, makeServerFiles, type ServerFiles } from "./serverFiles.ts";

/** The role that owns everything on the server. */
export const owner = "owner";

/** Settings for a server that lives for a test: what is committed survives its processes, not the machine. */
const settings = [
  "fsync=off",
  "full_page_writes=off",
  "max_connections=100",
  "shared_buffers=32MB",
  // In files beside the data: memory of the machine would remain where the server is killed.
  "dynamic_shared_memory_type=mmap",
  "unix_socket_directories=",
  "listen_addresses=127.0.0.1",
];

/** The signals that end a server. */
const signals = { fast: "SIGINT", immediate: "SIGQUIT", kill: "SIGKILL" } as const;

/** Options of `PostgresServer.start`. */
export interface PostgresServerOptions {
  /** The owner's password. */
  readonly password: string;
  /** More settings of the server, such as `ssl=on`. */
  readonly settings?: readonly string[];
  /** Files to put into the folder of the data, by their names. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server on loopback, with data of its own. It ends with this process. */
export class PostgresServer {
  readonly port: number;
  readonly #files: ServerFiles;
  readonly #settings: readonly string[];
  readonly #withdraw: () => void;
  #process: ChildProcess | undefined;

  /** Installs PostgreSQL at first use, creates the data and starts the server. */
  static async start(options: PostgresServerOptions): Promise<PostgresServer> {
    const files = await makeServerFiles();
    const server = new PostgresServer(files, await freePort(), options.settings ?? []);
    try {
      await server.#createData(options);
      await server.resume();
      return server;
    } catch (error) {
      await server.dispose();
      throw error;
    }
  }

  private constructor(files: ServerFiles, port: number, more: readonly string[]) {
    this.port = port;
    this.#files = files;
    this.#settings = more;
    this.#withdraw = cleanUpAtEnd(() => rmSync(files.folder, { recursive: true, force: true }));
  }

  /** Starts another server on a copy of the data, at a port of its own, as a failover does. This one is stopped. */
  async startCopy(): Promise<PostgresServer> {
    const copy = new PostgresServer(await makeServerFiles(), await freePort(), this.#settings);
    try {
      copyData(this.#data, copy.#data, copy.#files.runAs);
      await copy.resume();
      return copy;
    } catch (error) {
      await copy.dispose();
      throw error;
    }
  }

  /** The process of the server. */
  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new TypeError("The server does not run.");
    return pid;
  }

  /** Starts the server again on its data, at the same port, and waits until it accepts connections. */
  async resume(): Promise<void> {
    for (let tries = 1; ; tries++) {
      const problem = await this.#tryToStart();
      if (problem === undefined) return;
      // Processes of a killed server may still end.
      if (tries === 100) throw new Error(`PostgreSQL does not start:\n${problem}`);
      await pause(100);
    }
  }

  /**
   * Ends the server: `fast` disconnects its clients first, `immediate` only returns its memory to the machine, `kill` ends it as
   * a crash does.
   */
  async stop(how: keyof typeof signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signals[how]);
    // A test may have stopped the process.
    child.kill("SIGCONT");
    await gone;
  }

  async dispose(): Promise<void> {
    await this.stop("immediate");
    this.#withdraw();
    rmSync(this.#files.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  async #createData({ password, files = {} }: PostgresServerOptions): Promise<void> {
    const { folder } = this.#files;
    const passwordFile = join(folder, "password");
    writeFileSync(passwordFile, password);
    const options = [
      "-U",
      owner,
      "-A",
      "scram-sha-256",
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      "--locale=C",
    ];
    await this.#run("initdb", ["-D", this.#data, "--no-sync", ...options]);
    for (const [name, text] of Object.entries(files)) {
      // PostgreSQL refuses a key that others can read.
      const file = join(this.#data, name);
      writeFileSync(file, text, { mode: 0o600 });
      const { uid, gid } = this.#files.runAs;
      if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
    }
  }

  get #data(): string {
    return join(this.#files.folder, "data");
  }

  /** Resolves to why the server did not start, or to nothing when it accepts connections. */
  #tryToStart(): Promise<string | undefined> {
    const args = [
      "-D",
      this.#data,
      "-p",
      String(this.port),
      ...[...settings, ...this.#settings].flatMap((each) => ["-c", each]),
    ];
    const child = this.#spawn("postgres", args);
    this.#process = child;
    return new Promise((resolve) => {
      let output = "";
      child.stderr?.on("data", (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-4_000);
        if (output.includes("ready to accept connections")) resolve(undefined);
      });
      child.once("error", ({ message }) => resolve(message));
      child.once("exit", () => resolve(output));
    });
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    const child = this.#spawn(program, args);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => void (output += chunk.toString()));
    }
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`${program} failed:\n${output}`));
      });
    });
  }

  #spawn(program: string, args: readonly string[]): ChildProcess {
    const { programs, folder, runAs } = this.#files;
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    return startGroup(join(programs, "bin", program), args, { cwd: folder, env, ...runAs });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
