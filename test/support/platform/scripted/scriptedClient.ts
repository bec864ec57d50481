import { PlatformClient } from "../../../../src/backend/platform/http/platformClient.ts";
import { RateLimiter } from "../../../../src/backend/platform/http/rateLimiter.ts";
import type { HttpAnswer, HttpRequest } from "../../../../src/backend/platform/http/transport.ts";
import { ManualTiming } from "./manualTiming.ts";

/** A client without a network: `answer` gives the answer to each request, which `requests` then contains. */
export function scriptedClient(answer: (request: HttpRequest) => HttpAnswer) {
  const requests: HttpRequest[] = [];
  const logged: string[] = [];
  const timing = new ManualTiming();
  const client = new PlatformClient({
    transport: (request) => {
      requests.push(request);
      return Promise.resolve(answer(request));
    },
    limiter: new RateLimiter(10, timing),
    timing,
    log: { info: (line) => void logged.push(line), warn: (line) => void logged.push(line) },
  });
  return { client, requests, logged, timing };
}

/** An answer in JSON; a text is the body as it is. */
export function answered(status: number, body: unknown = ""): HttpAnswer {
  return {
    status,
    body: typeof body === "string" ? body : JSON.stringify(body),
    contentType: "application/json",
    retryAfter: undefined,
  };
}

/** What is answered by the path of a request: an answer, or the rows that a query results in. */
export type ContentByPath = Readonly<Record<string, HttpAnswer | readonly unknown[]>>;

/** A client without a network that finds nothing but this content, and the paths that it asked for. */
export function clientWith(content: ContentByPath) {
  const asked: string[] = [];
  const scripted = scriptedClient(({ path }) => {
    asked.push(path);
    const answer = content[path];
    if (!answer) return answered(404);
    return "status" in answer ? answer : answered(200, { result: answer });
  });
  return { ...scripted, asked };
}
