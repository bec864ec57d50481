import * as v from "valibot";
import { errorCodes } from "../errors/errors.ts";
import { releaseTriggers } from "../model/release/release.ts";
import {
  count,
  formatVersion,
  installationsSchema,
  packContentsSchema,
  packRowsSchema,
  planCheckSchema,
  planHashSchema,
  planOutcomeSchema,
  releasesSchema,
} from "../model/report/reportSchemas.ts";
import type { ExportReport } from "./commands/export.ts";
import type { ImportReport } from "./commands/import.ts";
import type { NotesReport } from "./commands/notes.ts";
import type { MigrationReport } from "./commands/recordsMigrate.ts";
import type { MoveReport } from "./commands/recordsMove.ts";
import type { WrittenPlan } from "./commands/plan.ts";
import type { FailureReport } from "./failure.ts";
import { lineEvents, type SchedulerLine } from "./scheduling/schedulerLine.ts";

const problemCode = v.picklist([...errorCodes, "Unexpected"]);

const checkedPlans = v.strictObject({
  formatVersion,
  plans: v.array(v.strictObject({ file: v.string(), check: planCheckSchema })),
});

const writtenPlan: v.GenericSchema<unknown, WrittenPlan> = v.strictObject({
  formatVersion,
  file: v.string(),
  planHash: planHashSchema,
  packs: v.array(v.strictObject({ packId: v.string(), name: v.string() })),
});

const notes: v.GenericSchema<unknown, NotesReport> = v.strictObject({ formatVersion, markdown: v.string() });

const imported: v.GenericSchema<unknown, ImportReport> = v.strictObject({
  formatVersion,
  packCount: count,
  backup: v.optional(v.string()),
});

const exported: v.GenericSchema<unknown, ExportReport> = v.strictObject({
  formatVersion,
  file: v.string(),
  packCount: count,
});

const migrated: v.GenericSchema<unknown, MigrationReport> = v.strictObject({
  formatVersion,
  before: count,
  after: count,
});

const moved: v.GenericSchema<unknown, MoveReport> = v.strictObject({
  formatVersion,
  releaseCount: count,
  scheduleCount: count,
  conflicts: v.array(v.string()),
});

/** The shape of a line of the scheduler. */
export const schedulerLineSchema: v.GenericSchema<unknown, SchedulerLine> = v.strictObject({
  formatVersion,
  at: v.string(),
  event: v.picklist(lineEvents),
  packId: v.optional(v.string()),
  name: v.optional(v.string()),
  date: v.optional(v.string()),
  timeZone: v.optional(v.string()),
  releaseId: v.optional(v.string()),
  trigger: v.optional(v.picklist(releaseTriggers)),
  code: v.optional(problemCode),
  message: v.optional(v.string()),
});

const failure: v.GenericSchema<unknown, FailureReport> = v.strictObject({
  formatVersion,
  code: problemCode,
  message: v.string(),
  advice: v.string(),
});

/** The shapes of the JSON that the command line writes, by the names of their JSON Schemas in the package. */
export const schemas: Readonly<Record<string, v.GenericSchema>> = {
  "list.schema.json": packRowsSchema,
  "show.schema.json": packContentsSchema,
  "history.schema.json": releasesSchema,
  "installations.schema.json": installationsSchema,
  "plan.schema.json": writtenPlan,
  "check.schema.json": v.union([planCheckSchema, checkedPlans]),
  "notes.schema.json": notes,
  // A plan that does not fit is answered by its check.
  "apply.schema.json": v.union([planOutcomeSchema, planCheckSchema]),
  "import.schema.json": imported,
  "records-migrate.schema.json": migrated,
  "records-move.schema.json": moved,
  "export.schema.json": exported,
  "scheduler.schema.json": schedulerLineSchema,
  "error.schema.json": failure,
};
