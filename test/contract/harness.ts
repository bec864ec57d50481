import assert from "node:assert/strict";
import type { Backend, PackEditingFacet, ScheduleFacet } from "../../src/backend/backend.ts";
import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { store } from "../support/fixtures/store.ts";

/** A backend that holds a given store and takes `now` of the fixtures as the time. */
export interface Harness {
  readonly backend: Backend;
  /** Who releases. */
  readonly user: string;
  dispose(): Promise<void>;
}

/** Makes a backend with that content, all of it new. */
export type CreateHarness = (content: Snapshot) => Promise<Harness>;

/** What one part of the contract says; registers its tests. */
export type ContractPart = (withBackend: WithBackend) => void;

/** Runs a test on a new backend, with the fixtures' store unless another is given. */
export type WithBackend = (
  test: (backend: Backend, harness: Harness) => Promise<void>,
  content?: Snapshot,
) => Promise<void>;

/**
 * The releases that the backend knows of those that were made before: all of them, or, where it says that it does not
 * know all, those that were made through it.
 */
export function knownReleases(backend: Backend, ...releaseIds: readonly string[]): readonly string[] {
  return backend.historyLimits === undefined ? releaseIds : [];
}

/** Asserts which update waits for which installation of the pack, where the backend can know. */
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

/** A runner that always lets go of what it made. */
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

/** Backends in which packs cannot be edited promise nothing here. */
export function editingRunner(withBackend: WithBackend) {
  return (test: (backend: Backend, editing: PackEditingFacet) => Promise<void>, content?: Snapshot) =>
    withBackend(async (backend) => {
      if (backend.editing) await test(backend, backend.editing);
    }, content);
}

/** Backends without schedules promise nothing here: the facet is left out, and so there is nothing to test. */
export function schedulesRunner(withBackend: WithBackend) {
  return (test: (backend: Backend, schedules: ScheduleFacet, user: string) => Promise<void>) =>
    withBackend(async (backend, { user }) => {
      if (backend.schedules) await test(backend, backend.schedules, user);
    });
}
