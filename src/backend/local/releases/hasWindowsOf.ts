import type { Connection } from "../../sqlite/connection.ts";
import { readProperty } from "../../sqlite/properties.ts";

/**
 * Whether the windows of all schedules were derived by these rules of time zones. `rules`: the version of the runtime's rules;
 * without one, nobody knows.
 */
export function hasWindowsOf(connection: Connection, rules: string | undefined): boolean {
  return rules !== undefined && readProperty(connection, "timeZoneRules") === rules;
}
