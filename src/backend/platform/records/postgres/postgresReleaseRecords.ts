import type { ScheduleFailure } from "../../../../model/schedule/scheduledRelease.ts";
import { toAttempt } from "../attemptRow.ts";
import * as operations from "../recordsOperations.ts";
import { toRelease, type NewAttempt } from "../releaseAttempt.ts";
import type { ClaimedPack, ReleaseRecords, ScheduleChange, SendingCondition } from "../releaseRecords.ts";
import { byWindow, type NewScheduleRecord } from "../scheduleRecord.ts";
import { ChangePoll } from "./changePoll.ts";
import { endClaims } from "./endClaims.ts";
import { PackSteps } from "./packSteps.ts";
import * as queries from "./queries.ts";
import type { RecordsServer } from "./server/recordsServer.ts";
import { takeOutcomes } from "./takeOutcomes.ts";

/**
 * The records of one account on a PostgreSQL server, which a whole team shares. Each operation loads the packs that it is about
 * in one statement, decides here, and commits in one statement that does nothing if a pack was changed since. Only the
 * server's clock counts. No statement depends on the session that an earlier one ran in.
 */
export class PostgresReleaseRecords implements ReleaseRecords {
  readonly #server: RecordsServer;
  readonly #account: string;
  readonly #steps: PackSteps;
  readonly #changes: ChangePoll;
  readonly sharedAt: string;
  readonly onDidChange;

  /** The records own the server and dispose it. */
  constructor(server: RecordsServer, account: string) {
    this.#server = server;
    this.sharedAt = server.where;
    this.#account = account;
    this.#changes = new ChangePoll(server, account);
    this.#steps = new PackSteps(server, account, (count) => this.#changes.announce(count));
    this.onDidChange = this.#changes.event;
  }

  claim(packs: readonly ClaimedPack[], holder: string) {
    const packIds = packs.map(({ packId }) => packId);
    return this.#steps.run({ packIds, isClaim: true }, (records) =>
      operations.claimPacks(records, packs, holder),
    );
  }

  async endClaims(holder: string) {
    this.#steps.forgetHolder(holder);
    this.#changes.announce(await this.#server.run((query) => endClaims(query, this.#account, holder)));
  }

  isUnderWay(packId: string) {
    return this.#steps.read({ packIds: [packId] }, (records) => operations.isUnderWay(records, packId));
  }

  async recordSending(attempt: NewAttempt, condition: SendingCondition) {
    const scope = { packIds: [attempt.packId] };
    // A permission depends on the server's clock as it is now.
    const mayUseKnown = condition.permission === undefined;
    return this.#steps.runSending({ ...scope, mayUseKnown }, condition.holder, (records) =>
      operations.recordSending(records, attempt, condition),
    );
  }

  recordAccepted(attemptId: string, requestId: string) {
    return this.#steps.run({ attemptId, mayUseKnown: true }, (records) =>
      operations.recordAccepted(records, attemptId, requestId),
    );
  }

  recordNotMade(attemptId: string) {
    return this.#steps.run({ attemptId, mayUseKnown: true }, (records) =>
      operations.recordNotMade(records, attemptId),
    );
  }

  recordUnknown(attemptId: string) {
    return this.#steps.run({ attemptId, mayUseKnown: true }, (records) =>
      operations.recordUnknown(records, attemptId),
    );
  }

  recordReleased(attemptId: string, at: Date, isLookedUp: boolean) {
    return this.#steps.run({ attemptId, mayUseKnown: !isLookedUp }, (records) =>
      operations.recordReleased(records, attemptId, at, isLookedUp),
    );
  }

  recordScheduled(attemptId: string, requestId: string) {
    return this.#steps.run({ attemptId, mayUseKnown: true }, (records) =>
      operations.recordScheduled(records, attemptId, requestId),
    );
  }

  async listOpenAttempts(packId?: string) {
    const rows = await this.#query(queries.openAttempts, packId ?? null);
    return rows.map(toAttempt);
  }

  async listPlanAttempts(planHash: string) {
    const rows = await this.#query(queries.planAttempts, planHash);
    return rows.map(toAttempt);
  }

  async history(packId?: string) {
    const rows = await this.#query(queries.releases, packId ?? null);
    return rows.map((row) => toRelease(toAttempt(row)));
  }

  async latestReleases() {
    const rows = await this.#query(queries.latestReleases);
    return rows.map((row) => toRelease(toAttempt(row)));
  }

  async hasReleased(packId: string) {
    return (await this.#query(queries.hasReleased, packId)).length > 0;
  }

  listSchedules() {
    return this.#steps.read({ isAllScheduled: true }, (records) =>
      records.packs.flatMap(({ packId }) => operations.findSchedule(records, packId) ?? []).sort(byWindow),
    );
  }

  findSchedule(packId: string, holder?: string) {
    return this.#steps.read({ packIds: [packId] }, (records) =>
      operations.findSchedule(records, packId, holder),
    );
  }

  putSchedule(record: NewScheduleRecord, earlierId: string, holder: string) {
    return this.#steps.run({ packIds: [record.packId] }, (records) =>
      operations.putSchedule(records, record, earlierId, holder),
    );
  }

  changeSchedule(scheduleId: string, change: ScheduleChange) {
    return this.#steps.run({ scheduleId }, (records) =>
      operations.changeSchedule(records, scheduleId, change),
    );
  }

  removeSchedule(scheduleId: string) {
    return this.#steps.run({ scheduleId }, (records) => operations.removeSchedule(records, scheduleId));
  }

  removePack(packId: string) {
    return this.#steps.run({ packIds: [packId] }, (records) => operations.removePack(records, packId));
  }

  finishSchedule(scheduleId: string, at: Date, holder?: string) {
    return this.#steps.run({ scheduleId }, (records) =>
      operations.finishSchedule(records, scheduleId, at, holder),
    );
  }

  takeBackSchedule(
    scheduleId: string,
    state: "failed" | "unknown",
    failure: ScheduleFailure,
    holder?: string,
  ) {
    return this.#steps.run({ scheduleId }, (records) =>
      operations.takeBackSchedule(records, scheduleId, state, failure, holder),
    );
  }

  takeOutcomes() {
    const stepId = crypto.randomUUID();
    let isAgain = false;
    return this.#server.run((query) => {
      const taking = takeOutcomes(query, this.#account, stepId, isAgain);
      isAgain = true;
      return taking;
    });
  }

  dispose(): void {
    this.#changes.dispose();
    this.#server.dispose();
  }

  #query(sql: string, ...parameters: readonly (string | null)[]) {
    return this.#server.run((query) => query(sql, [this.#account, ...parameters]));
  }
}
