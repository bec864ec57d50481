// Lets the bench look into the extension host that it runs in: starts commands, reads VS Code's own marks and the memory.
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
      const begun = Date.now();
      await vscode.commands.executeCommand(request.command, ...request.args);
      return begun;
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

/** VS Code notes when it loads what, for *Developer: Startup Performance*; its notes are in this object. */
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
  if (!mark) throw new Error(`VS Code did not note when it loaded ${id}.`);
  return mark.startTime;
}

/** What the system counts for the process: with what SQLite and others keep outside of the heap of JavaScript. */
async function memory(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage.rss();
}
