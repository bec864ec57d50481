import type { NewAttempt } from "../../../src/backend/platform/records/releaseAttempt.ts";
import type { NewScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";

// A release and a scheduled release of one pack, as records are asked to store them.

export const pack = { packId: "p", name: "Orders" };

export const attempt: NewAttempt = {
  packId: "p",
  packName: "Orders",
  trigger: "immediate",
  sentAt: "2026-06-10T12:00:00.000Z",
  sentBy: "dev@example.com",
  versions: { a: "1.1" },
  removed: [],
  scheduleId: "",
};

/** What lets the holder `h1` send it. */
export const sending = { holder: "h1", acknowledged: [] };

export const schedule: NewScheduleRecord = {
  packId: "p",
  packName: "Orders",
  keeper: "workspace",
  requestId: "",
  missedReleases: "skip",
  scheduled: {
    date: "2026-06-12",
    timeZone: "UTC",
    versions: { a: "1.1" },
    state: "scheduled",
    scheduledBy: "dev@example.com",
    scheduledAt: "2026-06-10T12:00:00.000Z",
  },
};
