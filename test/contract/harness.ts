import type { Backend } from "../../src/backend/backend.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { store } from "../support/fixtures.ts";

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
