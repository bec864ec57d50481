import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../backend/backendReads.ts";
import { readPreselectedVersions } from "../backend/readPreselectedVersions.ts";
import { packErrors } from "../errors/packErrors.ts";
import { releaseErrors } from "../errors/releaseErrors.ts";
import { versionErrors } from "../errors/versionErrors.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import { newestFirst } from "../model/pack/packagedVersion.ts";
import { findPastRelease } from "../model/release/findPastRelease.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import { releasedVersions, versionsAfterSchedule } from "../model/release/releasedVersions.ts";
import { utcText } from "../model/text/utcText.ts";
import { showInformation } from "../ui/notifications.ts";
import { releaseBranch } from "../ui/settings/settings.ts";
import { openComparison, type ComparisonRequest } from "./openComparison.ts";

/** Compares the released versions of a pack with the chosen ones, or with those of its next release. @throws `NotFound` */
export async function comparePackWithReleased(
  backend: BackendReads,
  packId: string,
  chosen?: ComponentVersions,
): Promise<void> {
  const pack = await backend.getPack(packId);
  const title = chosen
    ? l10n.t("{0}: released ↔ chosen", pack.name)
    : l10n.t("{0}: released ↔ pending", pack.name);
  const after = chosen ?? (await readPreselectedVersions(backend, pack, releaseBranch()));
  await compare(backend, { title, before: releasedVersions(pack), after });
}

/** Compares the released versions of a pack with those of its scheduled release. */
export async function compareScheduledVersions(backend: BackendReads, pack: IntegrationPack): Promise<void> {
  await compare(backend, {
    title: l10n.t("{0}: released ↔ scheduled", pack.name),
    before: releasedVersions(pack),
    after: versionsAfterSchedule(pack),
  });
}

/** Compares the released version of one component with the chosen one. @throws `NotFound` */
export async function compareComponentWithReleased(
  backend: BackendReads,
  packId: string,
  componentId: string,
  chosen: string,
): Promise<void> {
  const pack = await backend.getPack(packId);
  const component = pack.components.find((candidate) => candidate.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
  const { componentName, currentVersion } = component;
  await compare(backend, {
    title: l10n.t(
      "{0}: {1} ↔ {2}",
      componentName,
      currentVersion || l10n.t("new"),
      chosen || l10n.t("removed"),
    ),
    before: side(componentId, currentVersion),
    after: side(componentId, chosen),
  });
}

/** Compares two packaged versions of one component, the older one on the left. @throws `NotFound`, `InvalidRequest` */
export async function comparePackagedVersions(
  backend: BackendReads,
  packageId: string,
  otherPackageId: string,
): Promise<void> {
  const versions = await Promise.all([backend.getVersion(packageId), backend.getVersion(otherPackageId)]);
  const [newer, older] = versions.sort(newestFirst);
  if (newer.componentId !== older.componentId) throw versionErrors.versionsOfDifferentComponents();
  await compare(backend, {
    title: l10n.t("{0}: {1} ↔ {2}", newer.componentName, older.packageVersion, newer.packageVersion),
    before: side(older.componentId, older.packageVersion),
    after: side(newer.componentId, newer.packageVersion),
  });
}

/** Compares a release with the release before it. @throws `NotFound`, `InvalidRequest` when it is the first release */
export async function compareReleaseWithPrevious(
  backend: BackendReads,
  packId: string,
  releaseId: string,
): Promise<void> {
  const [{ name }, history] = await Promise.all([backend.getPack(packId), backend.history(packId)]);
  const past = findPastRelease(history, releaseId, name);
  if (!past.previous) throw releaseErrors.noPreviousRelease(name);
  await compare(backend, {
    title: l10n.t(
      "{0}: {1} ↔ {2}",
      name,
      utcText(past.previous.releasedAt),
      utcText(past.release.releasedAt),
    ),
    before: past.previous.versions,
    after: past.release.versions,
  });
}

/** Compares two sets of versions, such as those of two releases of a pack. */
export async function comparePackVersions(backend: BackendReads, request: ComparisonRequest): Promise<void> {
  await compare(backend, request);
}

/** Opens the comparison; if both sides are equal, a notification says so instead. */
async function compare(backend: BackendReads, request: ComparisonRequest): Promise<void> {
  const outcome = await openComparison(backend, request);
  if (outcome === "equal") {
    void showInformation(
      l10n.t("{0}: both sides have the same versions. There is nothing to compare.", request.title),
    );
  }
}

function side(componentId: string, version: string): ComponentVersions {
  return version === "" ? {} : { [componentId]: version };
}
