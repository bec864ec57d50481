import type { ToolServices } from "../../../src/agents/tools/tool.ts";
import type { BackendReads } from "../../../src/backend/backendReads.ts";

/** The dependencies of tools on an open backend, with the zone and branch of a fresh installation. */
export function toolServices(backend: BackendReads): ToolServices {
  return {
    backend: () => Promise.resolve(backend),
    timeZone: () => "Europe/Berlin",
    releaseBranch: () => "main",
  };
}
