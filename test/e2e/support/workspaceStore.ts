import { join } from "node:path";
import { openLocalBackend, type LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";

/** The settings of a session that has its store in its workspace, where a test can open it. */
export const storeInWorkspace = { "integrationPacks.local.storePath": "store.db" } as const;

/** Opens the store of such a session as another program would. The caller disposes of it. */
export function openStore(workspace: string): Promise<LocalBackend> {
  return openLocalBackend({
    file: join(workspace, "store.db"),
    user: "colleague@example.com",
    clock: () => new Date(),
  });
}

/** Runs `work` with the store of such a session. */
export async function withStore<T>(workspace: string, work: (store: LocalBackend) => Promise<T>): Promise<T> {
  const store = await openStore(workspace);
  try {
    return await work(store);
  } finally {
    store.dispose();
  }
}

/** Replaces the content of the store of such a session. */
export function fillStore(workspace: string, content: Snapshot): Promise<unknown> {
  return withStore(workspace, (store) => store.snapshots.import(content));
}
