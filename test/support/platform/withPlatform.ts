import type { PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import type { PlatformOptions } from "../../../src/backend/platform/platformOptions.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { store } from "../fixtures/store.ts";
import { documentedModes, type PlatformModes } from "./standIn/modes.ts";
import { PlatformBackends } from "./platformBackends.ts";
import { listOf, isRow, type Row } from "./standIn/platformObject.ts";
import type { PlatformConditions, PlatformStandIn } from "./standIn/platformStandIn.ts";

/** A stand-in with one backend on it. */
export interface OnPlatform {
  readonly platform: PlatformStandIn;
  readonly backend: PlatformBackend;
  /** Opens a further window of the workspace. */
  readonly open: (options?: Partial<PlatformOptions>) => Promise<PlatformBackend>;
}

/** How the stand-in differs from one as Boomi documents it. */
export interface PlatformDifferences extends Partial<Omit<PlatformConditions, "modes">> {
  readonly modes?: Partial<PlatformModes>;
  readonly content?: Snapshot;
}

/** Runs a test on a stand-in with a backend, and ends both. */
export async function withPlatform(
  test: (parts: OnPlatform) => Promise<void>,
  { modes, content = store(), ...conditions }: PlatformDifferences = {},
): Promise<void> {
  const backends = await PlatformBackends.start(content, {
    ...conditions,
    modes: { ...documentedModes, ...modes },
  });
  try {
    const open = (options?: Partial<PlatformOptions>) => backends.open(options);
    await test({ platform: backends.platform, backend: await open(), open });
  } finally {
    await backends.dispose();
  }
}

/** The requests that changed something or asked for it, as `Object action`. */
export function changes({ log }: PlatformStandIn): string[] {
  const changing = new Set(["create", "update", "delete"]);
  return log.filter(({ action }) => changing.has(action)).map(({ object, action }) => `${object} ${action}`);
}

/** The components that the latest change of a pack, or release of one, named. */
export function lastSentComponents({ log }: PlatformStandIn): string[] {
  const body = log.findLast(({ action }) => action === "create" || action === "update")?.body;
  const row: Row = isRow(body) ? body : {};
  const listed =
    listOf(row, "PublisherPackagedComponents", "PublisherPackagedComponent") ??
    listOf(row, "ReleasePackagedComponents", "ReleasePackagedComponent") ??
    [];
  return listed.map(({ componentId }) => String(componentId)).sort();
}
