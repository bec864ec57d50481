import { createApi } from "../../../src/api/createApi.ts";
import type { IntegrationPacksApi } from "../../../src/api/integrationPacksApi.ts";
import type { ActiveBackend } from "../../../src/session/activeBackend.ts";

/** The exported API on a backend, without VS Code. Importing and exporting snapshot files rejects. */
export function apiOn(
  backend: ActiveBackend,
  timeZone = () => "UTC",
  releaseBranch = () => "main",
): IntegrationPacksApi {
  return createApi({
    backend,
    timeZone,
    releaseBranch,
    snapshotFiles: () => Promise.reject(new Error("Only VS Code reads and writes snapshot files.")),
  });
}
