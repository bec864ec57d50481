import { createInterface } from "node:readline";
import type { Event } from "../../base/event.ts";
import type { EndSignal, OutputStream, Surroundings } from "./surroundings.ts";

/** The surroundings of this process. */
export function processSurroundings(): Surroundings {
  const { stdin, stdout, stderr } = process;
  return {
    commandArguments: process.argv.slice(2),
    environment: process.env,
    workingFolder: process.cwd(),
    output: outputStream(stdout),
    errorOutput: outputStream(stderr),
    isInteractive: stdin.isTTY && stderr.isTTY,
    ask,
    onSignal,
    clock: () => new Date(),
  };
}

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  // Without a listener, an error of the stream ends the process. `write` reports it.
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === "") resolve();
        else stream.write(text, (error) => (error && !isClosed(error) ? reject(error) : resolve()));
      }),
  };
}

/** Whether the reader of a pipe has gone, as `head` does. */
function isClosed(error: Error): boolean {
  const code = "code" in error ? error.code : undefined;
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

/** Without raw mode, so that Ctrl+C stays a signal. */
function ask(question: string): Promise<string | undefined> {
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
  const onInterrupt = () => listener("SIGINT");
  const onTerminate = () => listener("SIGTERM");
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onTerminate);
  return {
    dispose() {
      process.off("SIGINT", onInterrupt);
      process.off("SIGTERM", onTerminate);
    },
  };
};
