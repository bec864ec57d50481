import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { admit, parseTarget, subscriberOf, type Target } from "./access.ts";
import type { Answer, Answers } from "./answers.ts";
import type { Fault, Faults, Wire } from "./faults.ts";
import type { PlatformAccess, PlatformConditions } from "./platformStandIn.ts";
import type { PublishedStructure } from "../published/publishedStructure.ts";
import { withQuirks } from "./quirks.ts";
import { Denial, MissingObject, Refusal } from "./refusal.ts";
import { actionOf, type LoggedRequest } from "./requestLog.ts";
import type { Subscriber } from "./objects/state.ts";
import { rowXml } from "./wireXml.ts";

/** What all exchanges of one stand-in share. */
export interface Shared {
  readonly access: PlatformAccess;
  readonly conditions: PlatformConditions;
  readonly faults: Faults;
  readonly log: LoggedRequest[];
  readonly answers: Answers;
  readonly subscribers: ReadonlyMap<string, Subscriber>;
  /** The answers of an account of a group. */
  readonly answersOf: (subscriber: Subscriber) => Answers;
  readonly structure: PublishedStructure | undefined;
  readonly structureFaults: string[];
}

/** One request and its answer, with what goes wrong between them. */
export class Exchange {
  readonly #shared: Shared;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #target: Target | undefined;
  #logged: LoggedRequest;

  constructor(shared: Shared, request: IncomingMessage, response: ServerResponse) {
    this.#shared = shared;
    this.#request = request;
    this.#response = response;
    const { method = "", url = "", headers } = request;
    this.#target = parseTarget(url);
    const { object = "", id = "" } = this.#target ?? {};
    const action = actionOf(method, object, id);
    this.#logged = {
      method,
      path: url,
      object,
      action,
      id: action === "get" || action === "update" || action === "delete" ? id : "",
      body: undefined,
      headers,
      startedAt: performance.now(),
    };
  }

  async run(): Promise<void> {
    const fault = this.#shared.faults.take(this.#logged);
    const entry = this.#shared.log.push(this.#logged) - 1;
    this.#response.once("close", () => (this.#logged.endedAt = performance.now()));
    if (fault?.kind === "cutBeforeReading") {
      this.#cut();
      return;
    }
    const text = await readText(this.#request);
    if (text === undefined) return;
    this.#logged = { ...this.#logged, body: parseBody(text, this.#request.headers["content-type"] ?? "") };
    this.#shared.log[entry] = this.#logged;
    this.#check((structure) => structure.requestFaults(this.#logged));
    await this.#latency(fault);
    if (fault?.kind === "cutBefore") this.#cut();
    else await this.#send(this.#carryOut(fault), fault);
  }

  async #latency(fault: Fault | undefined): Promise<void> {
    if (fault?.kind === "held") await fault.gate.pass();
    const { latencyMilliseconds } = this.#shared.conditions;
    const wait = latencyMilliseconds + (fault?.kind === "slow" ? fault.milliseconds : 0);
    if (wait > 0) await pause(wait);
  }

  #carryOut(fault: Fault | undefined): Wire {
    if (fault?.kind === "answer") {
      return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? "" };
    }
    const wire = this.#carriedOut();
    return fault?.kind === "changed" ? fault.change(wire) : wire;
  }

  #carriedOut(): Wire {
    try {
      return this.#toWire(this.#answer());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const row = { "@type": "Error", message: error.message };
      return this.#toWire({ status: this.#statusOf(error), name: "Error", row });
    }
  }

  #statusOf(refusal: Refusal): number {
    const { missing, denied } = this.#shared.conditions.modes;
    if (refusal instanceof MissingObject) return missing;
    return refusal instanceof Denial ? denied : refusal.status;
  }

  #answer(): Answer {
    const { access, answers, answersOf, subscribers, conditions, log } = this.#shared;
    if (!this.#target) throw new Refusal(404, "There is nothing at this address.");
    admit(this.#logged, this.#target, access, conditions, subscribers);
    refuseTooMany(log, conditions.requestsPerSecond);
    const subscriber = subscriberOf(this.#target, access, subscribers);
    const answer = (subscriber ? answersOf(subscriber) : answers).answer(this.#logged);
    const { status, row, xml } = answer;
    if (row) this.#check((structure) => structure.answerFaults(this.#logged, status, row, xml));
    return answer;
  }

  #check(faults: (structure: PublishedStructure) => string[]): void {
    const { structure, structureFaults } = this.#shared;
    if (structure) structureFaults.push(...faults(structure));
  }

  #toWire({ status, name, row, xml }: Answer): Wire {
    if (row === undefined) return { status, headers: {}, body: "" };
    if (xml === undefined && (this.#request.headers.accept ?? "").includes("json")) {
      const body = JSON.stringify(withQuirks(row, this.#shared.conditions.quirks));
      return { status, headers: { "content-type": "application/json" }, body };
    }
    return { status, headers: { "content-type": "application/xml" }, body: xml ?? rowXml(name, row) };
  }

  async #send({ status, headers, body }: Wire, fault: Fault | undefined): Promise<void> {
    const response = this.#response;
    const half = body.slice(0, Math.floor(body.length / 2));
    if (fault?.kind === "silent") return;
    if (fault?.kind === "cutAfter") {
      this.#cut();
      return;
    }
    this.#logged.status = status;
    if (fault?.kind === "cutDuring") {
      response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
      response.write(half, () => this.#cut());
    } else if (fault?.kind === "drip") {
      response.writeHead(status, headers);
      await this.#drip(body, fault.milliseconds);
    } else {
      response.writeHead(status, headers).end(fault?.kind === "truncated" ? half : body);
    }
  }

  async #drip(body: string, milliseconds: number): Promise<void> {
    for (let at = 0; !this.#response.destroyed; at += 1) {
      this.#response.write(body.charAt(at) || " ");
      await pause(milliseconds);
    }
  }

  #cut(): void {
    this.#request.socket.destroy();
  }
}

/** The body of a request; `undefined` when the client went away. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  request.setEncoding("utf8");
  let text = "";
  try {
    for await (const chunk of request) text += String(chunk);
  } catch {
    return undefined;
  }
  return text;
}

function parseBody(text: string, contentType: string): unknown {
  if (text === "") return undefined;
  if (!contentType.includes("json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The rate is of requests that came within the last second, this one included. */
function refuseTooMany(log: readonly LoggedRequest[], requestsPerSecond: number): void {
  const since = performance.now() - 1000;
  if (log.filter(({ startedAt }) => startedAt > since).length > requestsPerSecond) {
    throw new Refusal(503, "The rate limit is exceeded.");
  }
}
