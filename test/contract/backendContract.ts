import { accountGroupsContract } from "./accountGroupsContract.ts";
import { cancellingContract } from "./cancellingContract.ts";
import { editingContract } from "./editingContract.ts";
import { eventsContract } from "./eventsContract.ts";
import { backendRunner, type CreateHarness } from "./harness.ts";
import { installationsContract } from "./installationsContract.ts";
import { managedAccountsContract } from "./managedAccountsContract.ts";
import { packagingContract } from "./packagingContract.ts";
import { packComponentsContract } from "./packComponentsContract.ts";
import { packsContract } from "./packsContract.ts";
import { pendingVersionsContract } from "./pendingVersionsContract.ts";
import { planApplicationContract } from "./planApplicationContract.ts";
import { planChecksContract } from "./planChecksContract.ts";
import { planDraftsContract } from "./planDraftsContract.ts";
import { preselectionContract } from "./preselectionContract.ts";
import { releasesContract } from "./releasesContract.ts";
import { schedulesContract } from "./schedulesContract.ts";
import { versionsContract } from "./versionsContract.ts";

/** Registers the tests of what `src/backend/backend.ts` promises. Every backend must pass them. */
export function backendContract(name: string, createHarness: CreateHarness): void {
  const withBackend = backendRunner(createHarness);
  describe(`${name}: backend contract`, () => {
    for (const part of [
      packsContract,
      versionsContract,
      releasesContract,
      preselectionContract,
      schedulesContract,
      cancellingContract,
      editingContract,
      packComponentsContract,
      pendingVersionsContract,
      accountGroupsContract,
      managedAccountsContract,
      installationsContract,
      packagingContract,
      planDraftsContract,
      planChecksContract,
      planApplicationContract,
      eventsContract,
    ]) {
      part(withBackend);
    }
  });
}
