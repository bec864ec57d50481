/** The variable that names the socket on which the bench listens for extension hosts. */
export const meterVariable = "INTEGRATION_PACKS_BENCH_METER";

/** From the bench to the extension host of a window; one line of JSON each. */
export type MeterRequest =
  /** Runs a command to its end; `answer` says when it was begun. */
  | { readonly type: "run"; readonly command: string; readonly args: readonly unknown[] }
  /** When VS Code began to load the code of an extension; waits until the extension is active. */
  | { readonly type: "loadedAt"; readonly extension: string }
  /** How much memory the extension host takes once what nobody needs is collected. */
  | { readonly type: "memory" };

/** The answers come in the order of the requests. */
export type MeterAnswer =
  /** Milliseconds since 1970 where a time is asked for, bytes where memory is. */
  { readonly type: "value"; readonly value: number } | { readonly type: "failed"; readonly message: string };
