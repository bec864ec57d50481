import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../fixtures/store.ts";

/** What happened to the packs of the fixtures of records; each has the id `p-` and its outcome. */
export const recordedOutcomes = [
  "released",
  "rejected",
  "unknown",
  "platform",
  "due",
  "failed",
  "missed",
  "cancelled",
] as const;

/** The versions that every release of the fixtures has. */
export const recordedVersions = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };

/** The address of the platform of the fixtures. It is part of the account in the records. */
export const recordedPort = 18_190;

/** A platform with a pack for each outcome; each can be released. */
export function recordedPacks(): Snapshot {
  const content = store();
  const model = content.packs.find(({ packId }) => packId === ids.orderToCash);
  if (!model) throw new Error("The fixture has no pack to copy.");
  const packs = recordedOutcomes.map((outcome) => ({
    ...model,
    packId: `p-${outcome}`,
    name: `Pack ${outcome}`,
    releases: (model.releases ?? []).map((release, index) => ({
      ...release,
      releaseId: `r-${outcome}-${index + 1}`,
    })),
  }));
  return { ...content, packs, accountGroups: [], installations: [] };
}
