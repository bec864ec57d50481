import { AccountGroupItem } from "../../views/accountGroups/accountGroupItem.ts";
import { AccountItem } from "../../views/accountGroups/accountItem.ts";
import { InstallationItem } from "../../views/accountGroups/installationItem.ts";
import { SharedPackItem } from "../../views/accountGroups/sharedPackItem.ts";
import { ComponentItem } from "../../views/packs/componentItem.ts";
import { HistoryItem } from "../../views/packs/historyItem.ts";
import { InstallationsItem } from "../../views/packs/installations/installationsItem.ts";
import { PackAccountItem } from "../../views/packs/installations/packAccountItem.ts";
import { PackItem } from "../../views/packs/packItem.ts";
import { PastReleaseItem } from "../../views/packs/pastReleaseItem.ts";
import { ScheduleItem } from "../../views/packs/scheduleItem.ts";
import { VersionItem } from "../../views/packs/versionItem.ts";
import { ScheduledReleaseItem } from "../../views/scheduledReleases/scheduledReleaseItem.ts";

/** The ids that a row of a view stands for. */
export interface RowSubject {
  readonly packId?: string;
  readonly componentId?: string;
  readonly packageId?: string;
  readonly packageVersion?: string;
  readonly releaseId?: string;
  /** Whether the row is a scheduled release. */
  readonly schedule?: true;
  readonly groupId?: string;
  readonly accountId?: string;
}

/** The ids of the row that a command was called on; empty when it was not called on a row. */
export function rowSubject(arg: unknown): RowSubject {
  if (arg instanceof PackItem || arg instanceof HistoryItem || arg instanceof InstallationsItem) {
    return { packId: arg.pack.packId };
  }
  if (arg instanceof PackAccountItem) return { packId: arg.pack.packId, accountId: arg.account.accountId };
  if (arg instanceof ScheduleItem || arg instanceof ScheduledReleaseItem) {
    return { packId: arg.pack.packId, schedule: true };
  }
  if (arg instanceof PastReleaseItem) {
    return { packId: arg.pack.packId, releaseId: arg.past.release.releaseId };
  }
  if (arg instanceof ComponentItem) {
    return { packId: arg.pack.packId, componentId: arg.component.componentId };
  }
  if (arg instanceof VersionItem) {
    const { componentId, packageId, packageVersion } = arg.version;
    return { packId: arg.pack.packId, componentId, packageId, packageVersion };
  }
  if (arg instanceof AccountGroupItem) return { groupId: arg.group.groupId };
  if (arg instanceof SharedPackItem) return { packId: arg.pack.packId, groupId: arg.group.groupId };
  if (arg instanceof AccountItem) return { accountId: arg.account.accountId };
  if (arg instanceof InstallationItem) {
    return { packId: arg.installation.packId, accountId: arg.account.accountId };
  }
  return {};
}
