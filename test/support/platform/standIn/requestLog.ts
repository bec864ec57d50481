/** One request as the stand-in met it. */
export interface LoggedRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  /** Such as `PublisherIntegrationPack`. */
  readonly object: string;
  readonly action: Action;
  /** The id in the path, `""` where there is none. */
  readonly id: string;
  /** JSON where it is JSON, otherwise the text; `undefined` when there is none. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Milliseconds, on one clock for all requests of the process. */
  readonly startedAt: number;
  /** When the answer was complete or the connection ended; `undefined` until then. */
  endedAt?: number;
  /** What was answered, `undefined` when nothing was. */
  status?: number;
}

export type Action = "query" | "queryMore" | "bulk" | "get" | "create" | "update" | "delete" | "unknown";

/** What a request asks for, by method and path alone. */
export function actionOf(method: string, object: string, id: string): Action {
  if (object === "") return "unknown";
  if (method === "GET") return "get";
  if (method === "DELETE") return "delete";
  if (method !== "POST") return "unknown";
  if (id === "query" || id === "queryMore" || id === "bulk") return id;
  return id === "" ? "create" : "update";
}

/** The requests as `Object action`, in the order in which they came. */
export function calls(log: readonly LoggedRequest[]): string[] {
  return log.map(({ object, action }) => `${object} ${action}`);
}

/** How many requests were under way at the same time, at most. */
export function mostAtOnce(log: readonly LoggedRequest[]): number {
  return Math.max(
    0,
    ...log.map(
      ({ startedAt }) =>
        log.filter((other) => other.startedAt <= startedAt && (other.endedAt ?? Infinity) > startedAt).length,
    ),
  );
}
