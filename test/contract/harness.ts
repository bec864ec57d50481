import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import type { PackEditingFacet } from "../../src/backend/facets/packEditingFacet.ts";
import type { ScheduleFacet } from "../../src/backend/facets/scheduleFacet.ts";
import type { PlanFacet } from "../../src/backend/facets/planFacet.ts";
import type { ScheduledRelease } from "../../src/model/schedule/scheduledRelease.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { store } from "../support/fixtures/store.ts";

/** A backend with a given content, whose clock shows `now` of the fixtures. */
export interface Harness {
  readonly backend: Backend;
  /** The user who releases. */
  readonly user: string;
  /** Every release must contain all components that stay in the pack, also those that were never released. */
  readonly requiresAllComponents: boolean;
  dispose(): Promise<void>;
}

/** Makes a new backend with the content. */
export type CreateHarness = (content: Snapshot) => Promise<Harness>;

/** Registers the tests of one part of the contract. */
export type ContractPart = (withBackend: WithBackend) => void;

/** Runs a test on a new backend with `content`, by default the store of the fixtures. */
export type WithBackend = (
  test: (backend: Backend, harness: Harness) => Promise<void>,
  content?: Snapshot,
) => Promise<void>;

/**
 * The ids of the earlier releases that the backend knows: all of them, or none if the backend knows only the releases that
 * were made through it.
 */
export function knownReleases(backend: Backend, ...releaseIds: readonly string[]): readonly string[] {
  return backend.historyLimits === undefined ? releaseIds : [];
}

/** Asserts the window of a scheduled release: exactly, or that it reaches over that one where nobody knows which zone counts. */
export function assertWindow(
  { schedules }: Backend,
  { windowStart, windowEnd }: ScheduledRelease,
  start: string,
  end: string,
): void {
  if (schedules?.hasUncertainZone !== true) {
    assert.deepEqual([windowStart, windowEnd].map(Date.parse), [start, end].map(Date.parse));
  } else {
    assert.ok(Date.parse(windowStart) <= Date.parse(start), windowStart);
    assert.ok(Date.parse(windowEnd) >= Date.parse(end), windowEnd);
  }
}

/** Asserts whether an update is pending for each installation of the pack, if the backend knows it. */
export async function assertPendingUpdates(
  backend: Backend,
  packId: string,
  expected: readonly boolean[],
): Promise<void> {
  const { installations } = await backend.getSharing(packId);
  if (!installations) return;
  assert.deepEqual(
    installations.map(({ pendingUpdate }) => pendingUpdate),
    expected,
  );
}

/** Returns a runner that disposes of each harness after the test. */
export function backendRunner(createHarness: CreateHarness): WithBackend {
  return async (test, content = store()) => {
    const harness = await createHarness(content);
    try {
      await test(harness.backend, harness);
    } finally {
      await harness.dispose();
    }
  };
}

/** Runs a test if packs can be edited in the backend. */
export function editingRunner(withBackend: WithBackend) {
  return (test: (backend: Backend, editing: PackEditingFacet) => Promise<void>, content?: Snapshot) =>
    withBackend(async (backend) => {
      if (backend.editing) await test(backend, backend.editing);
    }, content);
}

/** Runs a test with the release plans of the backend. */
export function plansRunner(withBackend: WithBackend) {
  return (test: (backend: Backend, plans: PlanFacet) => Promise<void>, content?: Snapshot) =>
    withBackend((backend) => test(backend, backend.plans), content);
}

/** Runs a test if the backend schedules releases. */
export function schedulesRunner(withBackend: WithBackend) {
  return (test: (backend: Backend, schedules: ScheduleFacet, user: string) => Promise<void>) =>
    withBackend(async (backend, { user }) => {
      if (backend.schedules) await test(backend, backend.schedules, user);
    });
}
