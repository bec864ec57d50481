import * as vscode from "vscode";
import { addressErrors } from "../../backend/platform/records/postgres/server/addressErrors.ts";
import {
  parseRecordsAddress,
  passwordKey,
  type RecordsAddress,
} from "../../backend/platform/records/postgres/server/recordsAddress.ts";
import type { RecordsServerOptions } from "../../backend/platform/records/postgres/server/recordsServer.ts";
import type { Credentials } from "./credentials.ts";
import { readSetting } from "../../ui/settings/readSetting.ts";

// Commands may not import from a backend.
export type { RecordsAddress };

const setting = "integrationPacks.platform.records";

/** The shared records that the settings name; nothing where each workspace has its own. @throws `InvalidRequest` */
export function recordsAddress(): RecordsAddress | undefined {
  const text = readSetting(setting).trim();
  if (text === "") return undefined;
  const address = parseRecordsAddress(text);
  // A folder that somebody else wrote must not say which server to trust.
  if (address.sslRootCert !== undefined && isOfWorkspace()) throw addressErrors.certificateOfWorkspace();
  return address;
}

/** How to open the shared records that the settings name. @throws `InvalidRequest` */
export function recordsServer(credentials: Credentials): RecordsServerOptions | undefined {
  const address = recordsAddress();
  return address && { address, password: () => findPassword(address, credentials) };
}

/**
 * The password that was given for this very address. The environment's counts only where the user chose the server, not a
 * folder that names one.
 */
async function findPassword(address: RecordsAddress, credentials: Credentials): Promise<string | undefined> {
  const stored = await credentials.findPassword(passwordKey(address));
  return stored ?? (isOfWorkspace() ? undefined : process.env["PGPASSWORD"]);
}

/** Whether a workspace or folder set the value that counts. */
function isOfWorkspace(): boolean {
  if (!vscode.workspace.isTrusted) return false;
  const values = vscode.workspace.getConfiguration().inspect(setting);
  return values?.workspaceValue !== undefined || values?.workspaceFolderValue !== undefined;
}
