import * as l10n from "@vscode/l10n";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { moveRecords, type MovedRecords } from "../../backend/platform/records/move/moveRecords.ts";
import { RecordsServer } from "../../backend/platform/records/postgres/server/recordsServer.ts";
import { errors } from "../../errors/errors.ts";
import { recordsServer } from "../account/recordsPlace.ts";
import type { Credentials } from "../account/credentials.ts";
import type { ActiveBackend } from "../activeBackend.ts";
import { recordsName, storageFolder, type StorageContext } from "./storageFolder.ts";

// Commands may not import from a backend.
export type { MovedRecords };

/** The records of this workspace, and the shared ones to which they can be moved. */
export interface TeamRecords {
  /** The file of this workspace. */
  readonly file: string;
  /** The server, and as whom, without a password. */
  readonly where: string;
  /** Moves the records; a move that was interrupted is completed. @throws `Conflict`, `StoreUnavailable` */
  move(): Promise<MovedRecords>;
}

/** @throws `Unsupported` where the settings name no shared records, or the workspace has no records of its own; `InvalidRequest` */
export function teamRecords(
  context: StorageContext,
  credentials: Credentials,
  backend: Pick<ActiveBackend, "whileClosed">,
): TeamRecords {
  const options = recordsServer(credentials);
  if (!options) {
    throw errors.unsupported(
      l10n.t("No shared records are set. Set integrationPacks.platform.records to their address first."),
    );
  }
  const file = join(storageFolder(context), recordsName);
  if (!existsSync(file)) {
    throw errors.unsupported(
      l10n.t("This workspace has no records of its own, so there is nothing to move."),
    );
  }
  const move = async () => {
    const server = new RecordsServer(options);
    try {
      return await moveRecords({ file }, server);
    } finally {
      server.dispose();
    }
  };
  const { where } = new RecordsServer(options);
  return { file, where, move: () => backend.whileClosed(move) };
}
