// A program that tests kill. It applies a release plan on a stand-in of the platform, as an editor does. Arguments: the connection
// as JSON, the file of the records, the plan as JSON, and the time as an ISO instant.
import { parsePlan } from "../../../src/model/plan/file/parsePlan.ts";
import { hashPlan } from "../../../src/backend/hashPlan.ts";
import { openPlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import type { PlatformConnection } from "../../../src/backend/platform/account/platformConnection.ts";
import { QuickTiming } from "../../support/platform/scripted/quickTiming.ts";
import { silentLog } from "../../support/silentLog.ts";

const [connection = "", file = "", planText = "", now = ""] = process.argv.slice(2);
const backend = await openPlatformBackend({
  connection: JSON.parse(connection) as PlatformConnection,
  requestsPerSecond: 10,
  scheduleWith: "platform",
  records: { file },
  log: silentLog,
  clock: () => new Date(now),
  timing: new QuickTiming(),
});
const plan = parsePlan(planText);
await backend.plans.apply(plan, { planHash: hashPlan(plan) });
backend.dispose();
