/** The environment variable with the path of the socket on which the bench listens for extension hosts. */
export const meterVariable = "INTEGRATION_PACKS_BENCH_METER";

/** A request of the bench to an extension host, as a line of JSON. */
export type MeterRequest =
  /** Runs a command to its end. The answer is the time at which it started. */
  | { readonly type: "run"; readonly command: string; readonly args: readonly unknown[] }
  /** Waits until an extension is active. The answer is the time at which VS Code started to load its code. */
  | { readonly type: "loadedAt"; readonly extension: string }
  /** The answer is the memory of the extension host after garbage collection. */
  | { readonly type: "memory" };

/** An answer to a request. Answers arrive in the order of the requests. */
export type MeterAnswer =
  /** A time in ms since 1970, or memory in bytes. */
  { readonly type: "value"; readonly value: number } | { readonly type: "failed"; readonly message: string };
