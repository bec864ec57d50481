import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import type { PlatformConnection } from "../../../src/backend/platform/account/platformConnection.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { pack, processComponent, version } from "../../support/fixtures/snapshotParts.ts";

/** Options of a program of the team. */
export interface TeamProgramOptions {
  readonly connection: PlatformConnection;
  readonly address: RecordsAddress;
  readonly password: string;
  readonly packIds: readonly [string, ...string[]];
  /** The first combination of versions that this program alone confirms. */
  readonly first: number;
  /** What the server's clock says when the program starts, in ms since the epoch. */
  readonly time: number;
  /** How much the clock of the program is ahead of that, in ms. */
  readonly skew: number;
  readonly seed: number;
}

/** What a program reports. `combination` identifies what was confirmed: no two confirmations have the same. */
export type TeamLine =
  | { readonly kind: "confirmed"; readonly combination: number }
  /** How it ended: `released`, `scheduled`, or the code of an error. */
  | { readonly kind: "outcome"; readonly combination: number; readonly outcome: string }
  /** A scheduled release ran. */
  | { readonly kind: "ran"; readonly combination: number }
  /** `at` is an instant of this machine, in ms since the epoch. */
  | { readonly kind: "cancelled"; readonly combination: number; readonly at: number }
  | { readonly kind: "failed"; readonly code: string };

/** Components with ten versions each: their versions together are a number. */
export const componentIds = ["c1", "c2", "c3", "c4"];

/** The versions that stand for a number below 10,000. */
export function versionsOf(combination: number): Record<string, string> {
  const digits = String(combination).padStart(componentIds.length, "0");
  return Object.fromEntries(componentIds.map((id, at) => [id, digits.charAt(at)]));
}

/** The number that versions stand for. */
export function combinationOf(versions: ReadonlyMap<string, string>): number {
  return Number(componentIds.map((id) => versions.get(id)).join(""));
}

/** An account with so many packs of these components. */
export function teamContent(packCount: number): Snapshot {
  const components = componentIds.map((id) =>
    processComponent(
      id,
      `Component ${id}`,
      ...Array.from({ length: 10 }, (_, at) =>
        version(`${id}-${at}`, String(at), new Date(Date.UTC(2026, 0, at + 1)).toISOString(), {
          componentVersion: at + 1,
        }),
      ),
    ),
  );
  const packs = Array.from({ length: packCount }, (_, at) =>
    pack(`pack-${at + 1}`, `Pack ${at + 1}`, {
      components: componentIds.map((componentId) => ({ componentId })),
      releases: [
        {
          releaseId: `r-${at + 1}`,
          releasedAt: "2026-01-20T00:00:00Z",
          releasedBy: "lead@example.com",
          versions: versionsOf(0),
        },
      ],
    }),
  );
  return { formatVersion: 1, components, packs, accountGroups: [], installations: [] };
}
