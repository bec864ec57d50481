import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { PlatformConnection } from "../../../../src/backend/platform/account/platformConnection.ts";
import type { Snapshot } from "../../../../src/model/snapshot/snapshot.ts";
import { Answers } from "./answers.ts";
import { Exchange } from "./exchange.ts";
import { Faults } from "./faults.ts";
import { platformObjects } from "./objects/objects.ts";
import { documentedModes, type PlatformModes } from "./modes.ts";
import { allPrivileges, type Privilege } from "./privileges.ts";
import { noQuirks, type Quirks } from "./quirks.ts";
import { ReleaseDesk, type ReleaseConditions } from "./objects/releaseDesk.ts";
import { publishedStructure } from "../published/publishedStructure.ts";
import type { LoggedRequest } from "./requestLog.ts";
import type { PlatformState, Subscriber } from "./objects/state.ts";
import { stateFromSnapshot } from "./objects/stateFromSnapshot.ts";
import { subscriberObjects } from "./objects/subscriberObjects.ts";

/** How the stand-in behaves; tests change it while it runs. */
export interface PlatformConditions extends ReleaseConditions {
  looksUntilDone: number;
  releasesFail: boolean;
  scheduledIsPending: boolean;
  /** What the platform takes as now. */
  now: () => Date;
  timeZone: string;
  /** How long every answer takes at least. */
  latencyMilliseconds: number;
  /** More requests than this within a second get 503; `Infinity` for no limit. */
  requestsPerSecond: number;
  privileges: Set<Privilege>;
  /** Whether Boomi has enabled publishing of integration packs for the account. */
  publishes: boolean;
  quirks: Quirks;
  keepsRequestIds: boolean;
  releasesRunFor: number;
  modes: PlatformModes;
}

/** Who may sign in, and to what. */
export interface PlatformAccess {
  readonly accountId: string;
  readonly email: string;
  readonly token: string;
  /** When set, the content belongs to this account, and is reached through the partner URL of the other one alone. */
  readonly overrideAccount?: string;
}

export const testAccess: PlatformAccess = {
  accountId: "acme-A1B2C3",
  email: "publisher@example.com",
  token: "2f0c1b1e-test-token-8d7a",
};

/**
 * A server on loopback that behaves like the Boomi Platform API, as far as integration packs need it, and fails on demand.
 */
export class PlatformStandIn {
  readonly access: PlatformAccess;
  readonly state: PlatformState;
  readonly conditions: PlatformConditions;
  readonly faults = new Faults();
  readonly log: LoggedRequest[] = [];
  /** What requests and answers had that the published document has not; `stop` rejects when there is any. */
  readonly structureFaults: string[] = [];
  readonly #answers: Answers;
  readonly #answersOf: (subscriber: Subscriber) => Answers;
  readonly #desk: ReleaseDesk;
  readonly #server: Server;
  #address = "";

  private constructor(content: Snapshot, access: PlatformAccess, conditions: Partial<PlatformConditions>) {
    this.access = access;
    this.conditions = {
      looksUntilDone: 1,
      releasesFail: false,
      scheduledIsPending: false,
      now: () => new Date(),
      timeZone: "UTC",
      latencyMilliseconds: 0,
      requestsPerSecond: Infinity,
      privileges: new Set(allPrivileges),
      publishes: true,
      quirks: noQuirks,
      keepsRequestIds: true,
      releasesRunFor: 0,
      modes: documentedModes,
      ...conditions,
    };
    const owner = access.overrideAccount ?? access.accountId;
    this.state = stateFromSnapshot({ accountId: owner, name: "Acme" }, content);
    this.#desk = new ReleaseDesk(this.state, this.conditions);
    const statusUrl = (requestId: string) =>
      `${this.#address}/api/rest/v1/${access.accountId}/ReleaseIntegrationPackStatus/${requestId}`;
    const modes = () => this.conditions.modes;
    const { state } = this;
    const world = {
      state,
      desk: this.#desk,
      statusUrl,
      modes,
      user: access.email,
      now: () => this.conditions.now(),
    };
    this.#answers = new Answers(platformObjects(world), modes);
    const bySubscriber = new Map<Subscriber, Answers>();
    this.#answersOf = (subscriber) => {
      const answers =
        bySubscriber.get(subscriber) ?? new Answers(subscriberObjects(world, subscriber), modes);
      bySubscriber.set(subscriber, answers);
      return answers;
    };
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Starts one on a free port, or on the port given. */
  static async start(
    content: Snapshot,
    conditions: Partial<PlatformConditions> = {},
    access: PlatformAccess = testAccess,
    port = 0,
  ): Promise<PlatformStandIn> {
    const platform = new PlatformStandIn(content, access, conditions);
    await platform.#listen(port);
    return platform;
  }

  /** What goes into `integrationPacks.platform.baseUrl`. */
  get baseUrl(): string {
    return this.#address;
  }

  /** The sign-in of the user whom the platform accepts. */
  get connection(): PlatformConnection {
    const { accountId, overrideAccount = "", email, token } = this.access;
    return { baseUrl: this.baseUrl, accountId, overrideAccount, user: email, token };
  }

  /** Makes every paging token that was given so far invalid. */
  expireTokens(): void {
    this.#answers.pages.expire();
  }

  /** Schedules a release as somebody does in Boomi or with another program, so that no client here has its request id. */
  scheduleElsewhere(packId: string, date: string, versions: Readonly<Record<string, string>>): void {
    const pack = this.state.packs.get(packId);
    if (!pack) throw new Error(`there is no pack ${packId}`);
    this.#desk.take(pack, new Map(Object.entries(versions)), date);
  }

  /** Cuts all connections and stops listening. @throws when something was not as published, where that is checked */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
    if (this.structureFaults.length > 0) {
      throw new Error(`not as the API is published:\n${[...new Set(this.structureFaults)].join("\n")}`);
    }
  }

  async #listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.#address = `http://127.0.0.1:${address.port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { access, conditions, faults, log, structureFaults } = this;
    const structure = publishedStructure();
    const shared = {
      access,
      conditions,
      faults,
      log,
      answers: this.#answers,
      answersOf: this.#answersOf,
      subscribers: this.state.subscribers,
      structure,
      structureFaults,
    };
    await new Exchange(shared, request, response).run();
  }
}
