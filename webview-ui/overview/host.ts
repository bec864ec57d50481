import type { OverviewMessage, OverviewRequest } from "../../src/protocol/overview.ts";
import { connectHost } from "../shared/host.ts";
import type { StoredState } from "./storedState.ts";

/** The page's connection to the extension. */
export const host = connectHost<OverviewRequest, OverviewMessage, StoredState>();
