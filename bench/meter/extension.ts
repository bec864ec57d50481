// The meter, an extension through which the bench measures the extension host: runs commands, reads the marks of VS Code and
// the memory.
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as vscode from "vscode";
import { meterVariable, type MeterAnswer, type MeterRequest } from "./protocol.ts";

export function activate(context: vscode.ExtensionContext): void {
  const path = process.env[meterVariable];
  if (path === undefined) return;
  const socket = connect(path);
  context.subscriptions.push({ dispose: () => void socket.destroy() });
  createInterface({ input: socket }).on("line", (line) => {
    void answer(JSON.parse(line) as MeterRequest).then((answered) =>
      socket.write(`${JSON.stringify(answered)}\n`),
    );
  });
}

async function answer(request: MeterRequest): Promise<MeterAnswer> {
  try {
    return { type: "value", value: await valueOf(request) };
  } catch (error) {
    return { type: "failed", message: String(error) };
  }
}

async function valueOf(request: MeterRequest): Promise<number> {
  switch (request.type) {
    case "run": {
      const startedAt = Date.now();
      await vscode.commands.executeCommand(request.command, ...request.args);
      return startedAt;
    }
    case "loadedAt":
      return loadedAt(request.extension);
    case "memory":
      return memory();
  }
}

interface Marks {
  getMarks(): { readonly name: string; readonly startTime: number }[];
}

/** The times that VS Code records for *Developer: Startup Performance*. */
declare global {
  var MonacoPerformanceMarks: Marks | undefined;
}

async function loadedAt(id: string): Promise<number> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`There is no extension ${id}.`);
  await extension.activate();
  const mark = globalThis.MonacoPerformanceMarks?.getMarks().find(
    ({ name }) => name === `code/extHost/willLoadExtensionCode/${id}`,
  );
  if (!mark) throw new Error(`VS Code did not record when it loaded ${id}.`);
  return mark.startTime;
}

/** The memory of the process as the system counts it, with that of SQLite and others outside the JavaScript heap. */
async function memory(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage.rss();
}
