import * as v from "valibot";
import { errorCodes, IntegrationPacksError } from "../../../errors/errors.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { ScheduledOutcome } from "../../releaseWatch.ts";
import { json, type Row } from "../../sqlite/rows.ts";
import { toQueued, type ScheduleRecord } from "./scheduleRecord.ts";

const outcomeSchema = v.object({
  queued: v.object({
    packId: v.string(),
    packName: v.string(),
    scheduleId: v.string(),
    schedule: v.object({
      date: v.string(),
      timeZone: v.string(),
      hasUncertainZone: v.exactOptional(v.literal(true)),
      windowStart: v.string(),
      windowEnd: v.string(),
      state: v.picklist(["scheduled", "releasing", "failed", "missed", "unknown"]),
      scheduledBy: v.string(),
      scheduledAt: v.string(),
    }),
  }),
  end: v.variant("kind", [
    v.object({ kind: v.literal("released"), attemptId: v.string() }),
    v.object({ kind: v.literal("failed"), code: v.picklist(errorCodes), problem: v.string() }),
    v.object({ kind: v.literal("unknown") }),
  ]),
});

/** How a scheduled release ended, as it is stored. */
export type StoredEnd = v.InferOutput<typeof outcomeSchema>["end"];

/** The text that is stored of an outcome that nobody reported yet. */
export function outcomeText(record: ScheduleRecord, end: StoredEnd): string {
  return JSON.stringify({ queued: toQueued(record), end });
}

/**
 * Reads the column `outcome` of a row. Nothing for the release of an attempt that is gone, which `releaseOf` finds.
 *
 * @throws `DamagedRowError`
 */
export function toOutcome(
  row: Row,
  releaseOf: (attemptId: string) => PackRelease | undefined,
): ScheduledOutcome | undefined {
  const { queued, end } = json(row, "outcome", (text) => v.parse(outcomeSchema, JSON.parse(text)));
  switch (end.kind) {
    case "released": {
      const release = releaseOf(end.attemptId);
      return release && { kind: "released", queued, release };
    }
    case "failed":
      return { kind: "failed", queued, error: new IntegrationPacksError(end.code, end.problem) };
    case "unknown":
      return { kind: "unknown", queued };
  }
}
