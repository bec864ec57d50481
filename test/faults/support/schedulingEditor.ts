import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PlatformConnection } from "../../../src/backend/platform/account/platformConnection.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import type { ScheduleRequest } from "../../../src/model/release/release.ts";
import { endOf } from "./endOf.ts";

/** Options of an editor that schedules a release. */
export interface SchedulingEditorOptions {
  readonly connection: PlatformConnection;
  readonly address: RecordsAddress;
  readonly password: string;
  /** An ISO instant, its clock. */
  readonly now: string;
  readonly request: ScheduleRequest;
}

const program = fileURLToPath(new URL("schedulingEditorProgram.ts", import.meta.url));

/** Runs an editor in a process of its own until it has scheduled the release, and kills it at that moment. */
export async function scheduleAndKill(options: SchedulingEditorOptions): Promise<void> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)]);
  let problem = "";
  child.stderr.on("data", (chunk: Buffer) => void (problem += chunk.toString()));
  const ended = endOf(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", () => reject(new Error(`The editor ended by itself: ${problem}`)));
  });
  child.kill("SIGKILL");
  await ended;
}
