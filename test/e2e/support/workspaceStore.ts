import { join } from "node:path";
import { openLocalBackend, type LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";

/** The settings of a session whose store lies in its workspace, where a test can look into it. */
export const storeInWorkspace = { "integrationPacks.local.storePath": "store.db" } as const;

/** Opens the store of such a session, as another program would. Dispose of it. */
export function openStore(workspace: string): Promise<LocalBackend> {
  return openLocalBackend({
    file: join(workspace, "store.db"),
    user: "colleague@example.com",
    clock: () => new Date(),
  });
}

/** Does something with the store of such a session. */
export async function withStore<T>(workspace: string, work: (store: LocalBackend) => Promise<T>): Promise<T> {
  const store = await openStore(workspace);
  try {
    return await work(store);
  } finally {
    store.dispose();
  }
}

/** Puts something into the store of such a session in place of what is there. */
export function fillStore(workspace: string, content: Snapshot): Promise<unknown> {
  return withStore(workspace, (store) => store.snapshots.import(content));
}
