import { setImmediate as turn } from "node:timers/promises";
import { SqliteReleaseRecords } from "../../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";

/**
 * Records that take some turns of the event loop, and more to record an outcome than to claim: who does not wait for them goes
 * on without them.
 */
export class SlowRecords extends SqliteReleaseRecords {
  override claim(...args: Parameters<SqliteReleaseRecords["claim"]>) {
    return turn().then(() => super.claim(...args));
  }

  override endClaims(holder: string) {
    return turn().then(() => super.endClaims(holder));
  }

  override recordAccepted(...args: Parameters<SqliteReleaseRecords["recordAccepted"]>) {
    return threeTurns().then(() => super.recordAccepted(...args));
  }

  override recordNotMade(attemptId: string) {
    return threeTurns().then(() => super.recordNotMade(attemptId));
  }

  override recordUnknown(attemptId: string) {
    return threeTurns().then(() => super.recordUnknown(attemptId));
  }

  override recordScheduled(...args: Parameters<SqliteReleaseRecords["recordScheduled"]>) {
    return threeTurns().then(() => super.recordScheduled(...args));
  }

  override recordReleased(...args: Parameters<SqliteReleaseRecords["recordReleased"]>) {
    return threeTurns().then(() => super.recordReleased(...args));
  }

  override putSchedule(...args: Parameters<SqliteReleaseRecords["putSchedule"]>) {
    return threeTurns().then(() => super.putSchedule(...args));
  }

  override changeSchedule(...args: Parameters<SqliteReleaseRecords["changeSchedule"]>) {
    return threeTurns().then(() => super.changeSchedule(...args));
  }

  override removeSchedule(scheduleId: string) {
    return threeTurns().then(() => super.removeSchedule(scheduleId));
  }

  override removePack(packId: string) {
    return threeTurns().then(() => super.removePack(packId));
  }

  override finishSchedule(...args: Parameters<SqliteReleaseRecords["finishSchedule"]>) {
    return threeTurns().then(() => super.finishSchedule(...args));
  }

  override takeBackSchedule(...args: Parameters<SqliteReleaseRecords["takeBackSchedule"]>) {
    return threeTurns().then(() => super.takeBackSchedule(...args));
  }
}

function threeTurns() {
  return turn().then(turn).then(turn);
}
