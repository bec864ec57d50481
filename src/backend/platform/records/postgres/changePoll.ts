import { createHash } from "node:crypto";
import type { Client } from "pg";
import type { Disposable } from "../../../../base/disposable.ts";
import { Emitter, type Event } from "../../../../base/event.ts";
import { whileListened } from "../../../../base/whileListened.ts";
import { messageOf } from "../../../../base/messageOf.ts";
import { text } from "../../../sqlite/rows.ts";
import { channel } from "./commitPacks.ts";
import { createClient } from "./server/pool.ts";
import { state as stateSql } from "./queries.ts";
import type { RecordsServer } from "./server/recordsServer.ts";

/** How often to read whether others changed the records, in ms. */
const pollInterval = 5_000;

/**
 * Announces changes of shared records. While it has listeners it reads the state every five seconds. Notifications of the
 * server only make it read earlier: a lost one, or a pooler without them, delays an announcement by one interval.
 */
export class ChangePoll implements Disposable {
  readonly #server: RecordsServer;
  readonly #account: string;
  readonly #emitter = new Emitter<void>();
  #state: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #listener: Client | undefined;
  #isReading = false;
  #isReadAgain = false;

  constructor(server: RecordsServer, account: string) {
    this.#server = server;
    this.#account = account;
  }

  readonly event: Event<void> = whileListened(this.#emitter.event, () => {
    this.#start();
    return { dispose: () => this.#stop() };
  });

  /** Announces a change of so many packs by this program, which the next reading does not announce again. */
  announce(count: number): void {
    if (this.#state !== undefined && /^\d+$/.test(this.#state)) {
      this.#state = String(BigInt(this.#state) + BigInt(count));
    }
    // Not in this call: a listener that throws must not make a committed change look like a failed one.
    queueMicrotask(() => this.#emitter.fire());
  }

  dispose(): void {
    this.#stop();
    this.#emitter.dispose();
  }

  #start(): void {
    this.#timer = setInterval(() => void this.#poll(), pollInterval);
    this.#timer.unref();
    void this.#poll();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#state = undefined;
    this.#drop(this.#listener);
  }

  async #poll(): Promise<void> {
    if (this.#isReading) {
      this.#isReadAgain = true;
      return;
    }
    this.#isReading = true;
    this.#listen();
    const state = await this.#readState();
    this.#isReading = false;
    if (!this.#timer) return;
    // The first state is announced, too: something may have changed since the listener read the records.
    const isChanged = state !== this.#state;
    this.#state = state;
    if (isChanged) this.#emitter.fire();
    if (this.#isReadAgain) {
      this.#isReadAgain = false;
      void this.#poll();
    }
  }

  /** A server that cannot be used is a state, too: it is announced when that begins and when it ends. */
  async #readState(): Promise<string> {
    try {
      const [row = {}] = await this.#server.run((query) => query(stateSql, [this.#account]));
      return text(row, "state");
    } catch (error) {
      return messageOf(error);
    }
  }

  /** Listens to notifications, if it does not yet. One that cannot be had is tried again at the next interval. */
  #listen(): void {
    if (this.#listener) return;
    const hash = createHash("md5").update(this.#account).digest("hex");
    void createClient(this.#server.access)
      .then(async (client) => {
        if (this.#listener || !this.#timer) return;
        this.#listener = client;
        client.on("error", () => this.#drop(client));
        client.on("end", () => this.#drop(client));
        client.on("notification", ({ payload }) => {
          if (payload === hash) void this.#poll();
        });
        await client.connect().catch((error: unknown) => {
          this.#drop(client);
          throw error;
        });
        await client.query(`LISTEN ${channel}`);
      })
      .catch(() => undefined);
  }

  #drop(client: Client | undefined): void {
    if (!client || this.#listener !== client) return;
    this.#listener = undefined;
    void client.end().catch(() => undefined);
  }
}
