import assert from "node:assert/strict";
import * as v from "valibot";
import { text, type Row } from "../../../src/backend/sqlite/rows.ts";
import type { LoggedRequest } from "../../support/platform/standIn/requestLog.ts";
import type { PlatformStandIn } from "../../support/platform/standIn/platformStandIn.ts";
import type { Team } from "./team.ts";
import { combinationOf } from "./teamWork.ts";

/** Codes that promise that nothing was sent. */
const sentNothing = new Set([
  "AlreadyScheduled",
  "Conflict",
  "InvalidRequest",
  "NothingToRelease",
  "NotFound",
  "StoreUnavailable",
]);

/** What the platform counted. */
export interface TeamCounts {
  readonly accepted: number;
  readonly released: number;
  readonly unknown: number;
}

/**
 * Compares what the platform did with what the programs confirmed and reported, and with what the records say. `rows`: those of
 * the table of attempts, without those of schedules.
 */
export function assertReported(team: Team, platform: PlatformStandIn, rows: readonly Row[]): TeamCounts {
  assert.deepEqual(team.problems, []);
  const accepted = acceptedBy(platform);
  const recorded = statesIn(rows);
  const is = (combination: number, state: string) => recorded.get(combination)?.includes(state) ?? false;
  for (const [combination, count] of accepted) {
    assert.ok(team.confirmed.has(combination), `${combination} was sent, and confirmed`);
    assert.equal(count, 1, `${combination} was sent once`);
    assert.ok(recorded.has(combination), `${combination} was sent, and recorded`);
  }
  for (const [combination, states] of recorded) {
    const count = states.filter((state) => state === "released").length;
    assert.ok(count <= 1, `${combination} is in the history once`);
    if (count === 1) assert.ok(accepted.has(combination), `${combination} is in the history, and was sent`);
    const isNotMade = states.every((state) => state === "notMade");
    assert.ok(!isNotMade || !accepted.has(combination), `${combination} is recorded as not made`);
  }
  for (const [combination, outcome = "killed"] of team.confirmed) {
    if (outcome === "released")
      assert.ok(is(combination, "released"), `${combination} is reported as released`);
    const isPromised = sentNothing.has(outcome);
    assert.ok(!isPromised || !accepted.has(combination), `${combination} ended as ${outcome}, and was sent`);
  }
  for (const combination of team.ran) assert.ok(accepted.has(combination), `${combination} ran`);
  const sentAt = timesOf(platform.log);
  for (const [combination, at] of team.cancelled) {
    const later = (sentAt.get(combination) ?? []).filter((each) => each > at);
    assert.deepEqual(later, [], `${combination} was cancelled before`);
  }
  const released = [...recorded.keys()].filter((combination) => is(combination, "released")).length;
  return { accepted: accepted.size, released, unknown: accepted.size - released };
}

/** How often the platform accepted each combination. */
function acceptedBy({ state }: PlatformStandIn): Map<number, number> {
  const accepted = new Map<number, number>();
  for (const { versions } of state.releaseRequests.values()) {
    const combination = combinationOf(versions);
    accepted.set(combination, (accepted.get(combination) ?? 0) + 1);
  }
  return accepted;
}

const versionsSchema = v.record(v.string(), v.string());

/** The states of the attempts with each combination. */
function statesIn(rows: readonly Row[]): Map<number, string[]> {
  const states = new Map<number, string[]>();
  for (const row of rows) {
    const versions = v.parse(versionsSchema, JSON.parse(text(row, "versions")));
    const combination = combinationOf(new Map(Object.entries(versions)));
    states.set(combination, [...(states.get(combination) ?? []), text(row, "state")]);
  }
  return states;
}

const bodySchema = v.object({
  ReleasePackagedComponents: v.object({
    ReleasePackagedComponent: v.array(v.object({ componentId: v.string(), version: v.string() })),
  }),
});

/** When requests to release each combination came, in ms since the epoch. */
function timesOf(log: readonly LoggedRequest[]): Map<number, number[]> {
  const times = new Map<number, number[]>();
  for (const { object, action, body, startedAt } of log) {
    if (object !== "ReleaseIntegrationPack" || action !== "create") continue;
    const components = v.parse(bodySchema, body).ReleasePackagedComponents.ReleasePackagedComponent;
    const versions = components.map(({ componentId, version }) => [componentId, version] as const);
    const combination = combinationOf(new Map(versions));
    times.set(combination, [...(times.get(combination) ?? []), performance.timeOrigin + startedAt]);
  }
  return times;
}
