import type { Event } from "../../base/event.ts";
import type { EndSignal, OutputStream, Surroundings } from "./surroundings.ts";

/** The surroundings of this process. */
export function processSurroundings(): Surroundings {
  return {
    commandArguments: process.argv.slice(2),
    environment: process.env,
    workingFolder: process.cwd(),
    output: outputStream(() => process.stdout),
    errorOutput: outputStream(() => process.stderr),
    get isInteractive() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    ask,
    onSignal,
    clock: () => new Date(),
  };
}

/** A stream of the process, which opens it when it is first used. That takes a few milliseconds, and many calls need one only. */
function outputStream(stream: () => NodeJS.WriteStream): OutputStream {
  let opened: NodeJS.WriteStream | undefined;
  // Without a listener, an error of the stream ends the process. `write` reports it.
  const open = () => (opened ??= stream().on("error", () => undefined));
  return {
    get isTerminal() {
      return open().isTTY;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === "") resolve();
        else open().write(text, (error) => (error && !isClosed(error) ? reject(error) : resolve()));
      }),
  };
}

/** Whether the reader of a pipe has gone, as `head` does. */
function isClosed(error: Error): boolean {
  const code = "code" in error ? error.code : undefined;
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

/** Without raw mode, so that Ctrl+C stays a signal. */
async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import("node:readline");
  const questions = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  return new Promise((resolve) => {
    questions.once("close", () => resolve(undefined));
    questions.question(question, (answer) => {
      resolve(answer);
      questions.close();
    });
  });
}

const onSignal: Event<EndSignal> = (listener) => {
  const listeners = endSignals(process.platform).map(
    ([signal, means]) => [signal, () => listener(means)] as const,
  );
  for (const [signal, onEnd] of listeners) process.on(signal, onEnd);
  return {
    dispose() {
      for (const [signal, onEnd] of listeners) process.off(signal, onEnd);
    },
  };
};

/**
 * The signals that ask a program to end, and what each means. Windows has no SIGTERM: closing the console is SIGHUP there, after
 * which ten seconds remain, and Ctrl+Break is SIGBREAK. Elsewhere SIGHUP keeps its meaning, which `nohup` changes.
 */
export function endSignals(platform: NodeJS.Platform): readonly (readonly [NodeJS.Signals, EndSignal])[] {
  const everywhere = [
    ["SIGINT", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
  ] as const;
  if (platform !== "win32") return everywhere;
  return [...everywhere, ["SIGHUP", "SIGTERM"], ["SIGBREAK", "SIGTERM"]];
}
