// An editor of a team that tests kill: it schedules a release on shared records, writes a line once that is stored, and stays open.
// Argument: `SchedulingEditorOptions` as JSON.
import { openPlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import { silentLog } from "../../support/silentLog.ts";
import { QuickTiming } from "../../support/platform/scripted/quickTiming.ts";
import type { SchedulingEditorOptions } from "./schedulingEditor.ts";

const { connection, address, password, now, request } = JSON.parse(
  process.argv[2] ?? "",
) as SchedulingEditorOptions;

const backend = await openPlatformBackend({
  connection,
  requestsPerSecond: 10,
  scheduleWith: "workspace",
  records: { address, password: () => Promise.resolve(password) },
  log: silentLog,
  clock: () => new Date(now),
  timing: new QuickTiming(),
});
backend.onDidChange(() => undefined);
await backend.schedules.schedule(request);
process.stdout.write("scheduled\n");
setInterval(() => undefined, 60_000);
