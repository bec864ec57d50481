import * as l10n from "@vscode/l10n";
import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { messageOf } from "../../base/messageOf.ts";
import { defaultReleaseBranch } from "../../model/pack/branch.ts";
import { backendChoice } from "../backend/backendChoice.ts";
import { AdvisedError } from "../advisedError.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes, type ExitCode } from "../exitCodes.ts";
import { mcpServer } from "../mcp/mcpServer.ts";

/** The longest message of a client, in bytes. A plan of a hundred big packs has less. */
const longestMessage = 10_000_000;

/**
 * Serves the tools of agents over standard input and output until the client closes them or a signal comes. The backend is opened
 * with the first call, and again with the next one where that failed.
 */
export const mcp: RunCommand = async ({ options, surroundings, openBackend, notices }) => {
  // Wrong usage ends the program at once, so that the person who sets up the client sees it.
  backendChoice(options, surroundings);
  const transport = new StdioServerTransport(process.stdin, process.stdout, {
    maxBufferSize: longestMessage,
  });
  const services = {
    backend: openBackend,
    timeZone: () => undefined,
    releaseBranch: () => defaultReleaseBranch,
  };
  let problem: Error | undefined;
  const server = serveStdio(() => mcpServer(services), {
    transport,
    onerror: (error) => {
      problem = error;
      notices.log.warn(messageOf(error));
    },
  });
  const exitCode = await new Promise<ExitCode>((resolve, reject) => {
    const closed = transport.onclose;
    transport.onclose = () => {
      closed?.();
      // A client that has gone closes the input, or both.
      const isByClient = process.stdin.readableEnded || process.stdin.destroyed || isBrokenPipe(problem);
      if (isByClient) resolve(exitCodes.done);
      else reject(connectionClosed(problem));
    };
    const signals = surroundings.onSignal((signal) => {
      signals.dispose();
      resolve(exitCodes[signal]);
    });
  }).finally(() => server.close());
  return { exitCode };
};

function connectionClosed(problem: Error | undefined): AdvisedError {
  return new AdvisedError(
    "Unreachable",
    l10n.t("The connection to the client was closed: {0}", messageOf(problem)),
    l10n.t("Start the program again from the client."),
  );
}

function isBrokenPipe(error: Error | undefined): boolean {
  return error !== undefined && "code" in error && error.code === "EPIPE";
}
