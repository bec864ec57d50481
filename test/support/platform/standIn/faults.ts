import type { Gate } from "../../time/gate.ts";
import type { Action, LoggedRequest } from "./requestLog.ts";

/** An answer as it goes over the wire. */
export interface Wire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What goes wrong with a request. Milliseconds are of the real clock. */
export type Fault =
  /** This answer instead of the real one; the request is not carried out. */
  | { readonly kind: "answer"; readonly status: number; readonly body?: string; readonly headers?: Headers }
  /** The request is carried out, and its answer is changed on the way. */
  | { readonly kind: "changed"; readonly change: (answer: Wire) => Wire }
  /** The real answer, later. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** The real answer, once the gate is open. */
  | { readonly kind: "held"; readonly gate: Gate }
  /** The request is carried out; the answer comes a character at a time with this pause, for ever. */
  | { readonly kind: "drip"; readonly milliseconds: number }
  /** The request is carried out; the answer ends in its middle, as if that were all. */
  | { readonly kind: "truncated" }
  /** The connection is cut without having read the body. */
  | { readonly kind: "cutBeforeReading" }
  /** The connection is cut after reading all, without carrying it out. */
  | { readonly kind: "cutBefore" }
  /** The request is carried out, and the connection is cut in the middle of the answer. */
  | { readonly kind: "cutDuring" }
  /** The request is carried out, and the connection is cut before the answer. */
  | { readonly kind: "cutAfter" }
  /** The request is carried out, and nothing is ever answered. */
  | { readonly kind: "silent" };

type Headers = Readonly<Record<string, string>>;

/** Which requests a fault meets. */
export type Matches = (request: LoggedRequest) => boolean;

/** The faults that requests are to meet, in the order in which they were planned. */
export class Faults {
  #planned: { readonly matches: Matches; readonly fault: Fault; left: number }[] = [];

  /** The next requests that match meet the fault, as often as said; once, unless said otherwise. */
  plan(matches: Matches, fault: Fault, times = 1): void {
    this.#planned.push({ matches, fault, left: times });
  }

  clear(): void {
    this.#planned = [];
  }

  /** The fault that this request meets. */
  take(request: LoggedRequest): Fault | undefined {
    const planned = this.#planned.find(({ matches, left }) => left > 0 && matches(request));
    if (planned) planned.left -= 1;
    return planned?.fault;
  }
}

export const every: Matches = () => true;

/** The requests of one kind, such as `on("ReleaseIntegrationPack", "create")`. */
export function on(object: string, action?: Action): Matches {
  return (request) => request.object === object && (action === undefined || request.action === action);
}

/** Bodies of errors in every shape that was seen of the platform and of what stands before it. */
export const errorBodies = {
  nested: (message: string) => json({ error: { message } }),
  plain: (message: string) => json({ message }),
  typed: (message: string) => json({ "@type": "Error", message }),
  xml: (message: string) => ({
    body: `<?xml version="1.0" encoding="UTF-8"?><error><message>${message}</message></error>`,
    headers: { "content-type": "application/xml" },
  }),
  html: (message: string) => ({
    body: `<!DOCTYPE html><html><head><title>${message}</title></head><body><h1>${message}</h1></body></html>`,
    headers: { "content-type": "text/html; charset=utf-8" },
  }),
  text: (message: string) => ({ body: message, headers: { "content-type": "text/plain" } }),
  empty: () => ({ body: "", headers: {} }),
};

/** An answer that refuses, in one of the shapes. */
export function refuse(status: number, message: string, shape: keyof typeof errorBodies = "plain"): Fault {
  return { kind: "answer", status, ...errorBodies[shape](message) };
}

/** The platform is too busy; `retryAfter` is the header's value. */
export function busy(retryAfter?: string): Fault {
  const { body, headers } = errorBodies.plain("The platform is busy.");
  return {
    kind: "answer",
    status: 503,
    body,
    headers: { ...headers, ...(retryAfter !== undefined && { "retry-after": retryAfter }) },
  };
}

/** The answer sends the client to another address. */
export function redirect(location: string, status = 302): Fault {
  return { kind: "answer", status, body: "", headers: { location } };
}

function json(value: unknown) {
  return { body: JSON.stringify(value), headers: { "content-type": "application/json" } };
}
