import type { BackendReads } from "../backend/backendReads.ts";
import type { Backend } from "../backend/backend.ts";
import type { StoreBackups } from "../backend/backups.ts";
import type { EarlierStores } from "../backend/earlierStores.ts";
import type { Panels } from "../panels/panels.ts";
import type { PlanFiles } from "../plans/planFiles.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import type { Credentials } from "../session/account/credentials.ts";
import type { StorePlace } from "../session/store/storePlace.ts";
import type { TeamRecords } from "../session/store/teamRecords.ts";
import type { SnapshotFiles } from "../session/snapshotFiles.ts";
import type { Confirmed } from "../ui/ask/confirmed.ts";
import type { OutputLog } from "../ui/outputLog.ts";
import type { AccountGroupsView } from "../views/accountGroups/accountGroupsView.ts";
import type { PacksView } from "../views/packs/packsView.ts";

/** Dependencies of the commands. None of them changes packs, except through `changes`. */
export interface Services {
  readonly backend: ReadableBackend & Pick<ActiveBackend, "refresh" | "reopen">;
  readonly credentials: Credentials;
  readonly packsView: PacksView;
  readonly accountGroupsView: AccountGroupsView;
  readonly panels: Omit<Panels, "dispose">;
  readonly planFiles: Pick<PlanFiles, "showCheck" | "showNotes">;
  /** Loads the backups of the local store. @throws `Unsupported` on another backend */
  readonly backups: () => Promise<Pick<StoreBackups, "store" | "list" | "packsOf">>;
  /** Finds the stores of other workspaces. @throws `Unsupported` where the store has a place of its own */
  readonly earlierStores: () => Promise<Pick<EarlierStores, "isEmpty" | "list">>;
  /** Finds the store in the storage of the workspace. @throws `Unsupported` where it has another place, or none */
  readonly storePlace: () => Promise<Pick<StorePlace, "file" | "proposal">>;
  /** Finds the records of this workspace and of the team. @throws `Unsupported` where one of them is missing */
  readonly teamRecords: () => Promise<Pick<TeamRecords, "file" | "where">>;
  /** Loads the class that reads snapshot files. */
  readonly snapshotFiles: () => Promise<Pick<SnapshotFiles, "samples" | "read">>;
  readonly log: OutputLog;
  /** What changes packs, for an action that a person confirmed. */
  readonly changes: (confirmed: Confirmed) => Changes;
}

/** Provides the active backend, to read from. */
export interface ReadableBackend {
  get(): Promise<BackendReads>;
}

/** Everything that changes packs. */
export interface Changes {
  readonly backend: { get(): Promise<Backend> };
  /** @throws `Unsupported` on another backend than the local store */
  readonly backups: () => Promise<StoreBackups>;
  /** @throws `Unsupported` where the store has a place of its own */
  readonly earlierStores: () => Promise<EarlierStores>;
  /** @throws `Unsupported` where the store is not in the storage of the workspace */
  readonly storePlace: () => Promise<StorePlace>;
  /** @throws `Unsupported` where records of this workspace or of the team are missing */
  readonly teamRecords: () => Promise<TeamRecords>;
  readonly snapshotFiles: () => Promise<SnapshotFiles>;
}

/** A call of a command. Its arguments say what the command is about, and never confirm it. */
export interface Call {
  /**
   * Whether a person called the command: from the palette, on a row, with a button of ours. A person sees the failure; a
   * caller that passed arguments gets a rejection.
   */
  readonly byPerson: boolean;
  /** A row, or ids and files. */
  readonly args: readonly unknown[];
  /** All rows that are selected with the row, which are of its kind; left out where it is the only one. */
  readonly rows?: readonly unknown[];
  /** The choice of the row that the command was called on; left out where it was not called on one. */
  readonly onRow?: Confirmed;
}

/** The function behind a command that needs no confirmation. The command resolves to what it resolves to. */
export type Command = (services: Services, call: Call) => Promise<unknown>;
