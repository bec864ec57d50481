import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../backend/backendReads.ts";
import { openComparison } from "../comparison/openComparison.ts";
import { plannedVersions } from "../model/plan/check/isAlreadySo.ts";
import type { PlannedPack } from "../model/plan/releasePlan.ts";
import { releasedVersions } from "../model/release/releasedVersions.ts";
import { showInformation } from "../ui/notifications.ts";

/** Compares the released versions of a pack with those of a plan. @throws `NotFound` */
export async function comparePlannedPack(backend: BackendReads, planned: PlannedPack): Promise<void> {
  const pack = await backend.getPack(planned.packId);
  const title = l10n.t("{0}: released ↔ planned", pack.name);
  const before = releasedVersions(pack);
  const outcome = await openComparison(backend, { title, before, after: plannedVersions(planned) });
  if (outcome === "equal") {
    void showInformation(
      l10n.t("{0}: both sides have the same versions. There is nothing to compare.", title),
    );
  }
}
