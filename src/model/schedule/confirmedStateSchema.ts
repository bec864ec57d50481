import * as v from "valibot";
import type { ConfirmedState } from "./scheduledRelease.ts";

/** A confirmed state as stores, records and snapshots hold it. */
export const confirmedStateSchema: v.GenericSchema<unknown, ConfirmedState> = v.array(
  v.strictObject({ componentId: v.string(), currentVersion: v.string(), deleted: v.boolean() }),
);

/** Reads a confirmed state from JSON. @throws `ValiError` or `SyntaxError` for anything else */
export function parseConfirmedState(json: string): ConfirmedState {
  return v.parse(confirmedStateSchema, JSON.parse(json));
}
