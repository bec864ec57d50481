import type { InstallationState } from "./installationReading.ts";

/** The states that a store can record of an account with a pack, before the pack's last release. */
export const recordedStates = [
  "current",
  "behind",
  "updatePending",
  "appliedEarly",
  "notInstalled",
] as const satisfies readonly InstallationState[];

/** One of these states. */
export type RecordedState = (typeof recordedStates)[number];
