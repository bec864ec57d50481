import type * as vscode from "vscode";
import type { StoreBackups } from "../backend/backups.ts";
import type { EarlierStores } from "../backend/earlierStores.ts";
import type { Panels } from "../panels/panels.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import type { Credentials } from "../session/account/credentials.ts";
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
  /** Finds the stores of other workspaces. @throws `Unsupported` where the store has a place of its own */
  readonly earlierStores: () => Promise<EarlierStores>;
  /** Loads the class that reads and writes snapshot files. */
  readonly snapshotFiles: () => Promise<SnapshotFiles>;
  readonly log: vscode.LogOutputChannel;
}

/** A call of a command: by a person, with a row or nothing, or by code, with ids. */
export interface Call {
  /** Whether a person called the command. Only a person is asked first and sees notifications; code gets a rejection. */
  readonly byPerson: boolean;
  readonly args: readonly unknown[];
}

/** The function behind a command. */
export type Command = (services: Services, call: Call) => Promise<void>;
