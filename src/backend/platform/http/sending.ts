import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";

/** Until when the first byte of a request must go out. */
export interface SendingLimit {
  /** How long the connection may take, in ms. */
  readonly milliseconds: number;
  /** Asked again when the connection is ready: timers may be late, and stand still while the machine sleeps. */
  readonly hasPassed: () => boolean;
}

/**
 * One request on its way to its socket. Node writes a request to its socket once that is connected, and with TLS once the
 * handshake is over. Until then nothing of the request has left this machine.
 */
export class Sending {
  readonly #limit: SendingLimit | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isHandedOver = false;
  #isTooLate = false;

  constructor(limit?: SendingLimit) {
    this.#limit = limit;
  }

  /** Whether the first byte was handed to a socket that was ready for it. */
  get isHandedOver(): boolean {
    return this.#isHandedOver;
  }

  /** Whether the request was given up because its time to be sent had passed. */
  get isTooLate(): boolean {
    return this.#isTooLate;
  }

  /** Starts the request, as `http.request` does; a property of the module, since VS Code replaces that for its proxies. */
  readonly request = (
    options: RequestOptions,
    onAnswer: (answer: IncomingMessage) => void,
  ): ClientRequest => {
    const request = (options.protocol === "https:" ? https : http).request(options, onAnswer);
    if (this.#limit) {
      this.#timer = setTimeout(() => this.#giveUp(request), this.#limit.milliseconds);
      request.once("close", () => clearTimeout(this.#timer));
    }
    request.once("socket", (socket) => {
      const event = readyEvent(request, socket);
      if (event === undefined) this.#handOver(request);
      else socket.once(event, () => this.#handOver(request));
    });
    return request;
  };

  /** Comes before Node writes anything: its own listener was added after this one. */
  #handOver(request: ClientRequest): void {
    if (this.#limit?.hasPassed() === true) this.#giveUp(request);
    if (this.#isTooLate) return;
    clearTimeout(this.#timer);
    this.#isHandedOver = true;
  }

  #giveUp(request: ClientRequest): void {
    this.#isTooLate = true;
    request.socket?.destroy();
    request.destroy(new Error("too late to be sent"));
  }
}

/** The event that a socket is ready with; nothing when it is ready, or when nobody can say that it is not. */
function readyEvent(request: ClientRequest, socket: Socket): "connect" | "secureConnect" | undefined {
  if (request.reusedSocket) return undefined;
  if ("secureConnecting" in socket && socket.secureConnecting === true) return "secureConnect";
  return socket.connecting ? "connect" : undefined;
}
