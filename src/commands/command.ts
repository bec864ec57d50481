import type * as vscode from "vscode";
import type { ActiveBackend } from "../session/activeBackend.ts";
import type { StoreBackups } from "../backend/backups.ts";
import type { Panels } from "../panels/panels.ts";
import type { Credentials } from "../session/credentials.ts";
import type { SnapshotFiles } from "../session/snapshotFiles.ts";
import type { AccountGroupsView } from "../views/accountGroups/accountGroupsView.ts";
import type { PacksView } from "../views/packs/packsView.ts";

/** Dependencies of the commands. */
export interface Services {
  readonly backend: ActiveBackend;
  readonly credentials: Credentials;
  readonly packsView: PacksView;
  readonly accountGroupsView: AccountGroupsView;
  readonly panels: Pick<Panels, "wizard" | "details">;
  /** Loads the backups of the local store. @throws `Unsupported` on another backend */
  readonly backups: () => Promise<StoreBackups>;
  /** Loads what reads and writes snapshot files. */
  readonly snapshotFiles: () => Promise<SnapshotFiles>;
  readonly log: vscode.LogOutputChannel;
}

/** How a command was called: with a row or nothing by a person, with ids by code. */
export interface Call {
  /** A person is asked before, and told after; code is neither: it gets the rejection. */
  readonly byPerson: boolean;
  readonly args: readonly unknown[];
}

export type Command = (services: Services, call: Call) => Promise<void>;
