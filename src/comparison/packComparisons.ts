import { t } from "@vscode/l10n";
import type { Backend } from "../backend/backend.ts";
import { packErrors } from "../errors/packErrors.ts";
import { releaseErrors } from "../errors/releaseErrors.ts";
import { versionErrors } from "../errors/versionErrors.ts";
import { utcText } from "../model/schedule/instants.ts";
import { newestFirst } from "../model/pack/packagedVersion.ts";
import type { ComponentVersions, Release } from "../model/release/release.ts";
import { pastReleases, releasedVersions } from "../model/release/releaseHistory.ts";
import { preselectedVersions } from "../model/release/preselection.ts";
import { showInformation } from "../ui/notifications.ts";
import { openComparison, type ComparisonRequest } from "./comparison.ts";

// What users compare. Where both sides are equal, each says so and opens nothing.

/** Compares what the next release would carry, or what was chosen for it, with what is released. @throws `NotFound` */
export async function compareWithReleased(
  backend: Backend,
  packId: string,
  chosen?: ComponentVersions,
): Promise<void> {
  const pack = await backend.getPack(packId);
  const title = chosen ? t("{0}: released ↔ chosen", pack.name) : t("{0}: released ↔ pending", pack.name);
  const after = { ...preselectedVersions(pack), ...chosen };
  await compare(backend, { title, before: releasedVersions(pack), after });
}

/** Compares the version that was chosen for one component with the released one. @throws `NotFound` */
export async function compareComponent(
  backend: Backend,
  packId: string,
  componentId: string,
  chosen: string,
): Promise<void> {
  const pack = await backend.getPack(packId);
  const component = pack.components.find((candidate) => candidate.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
  const { componentName, currentVersion } = component;
  await compare(backend, {
    title: t("{0}: {1} ↔ {2}", componentName, currentVersion || t("new"), chosen || t("removed")),
    before: side(componentId, currentVersion),
    after: side(componentId, chosen),
  });
}

/** Compares two packaged versions of one component, the older one on the left. @throws `NotFound`, `InvalidRequest` */
export async function comparePackagedVersions(
  backend: Backend,
  packageId: string,
  otherPackageId: string,
): Promise<void> {
  const versions = await Promise.all([backend.getVersion(packageId), backend.getVersion(otherPackageId)]);
  const [newer, older] = versions.sort(newestFirst);
  if (newer.componentId !== older.componentId) throw versionErrors.versionsOfDifferentComponents();
  await compare(backend, {
    title: t("{0}: {1} ↔ {2}", newer.componentName, older.packageVersion, newer.packageVersion),
    before: side(older.componentId, older.packageVersion),
    after: side(newer.componentId, newer.packageVersion),
  });
}

/** Compares a release with the one that it replaced. @throws `NotFound`, `InvalidRequest` when it is the first one */
export async function compareWithPrevious(
  backend: Backend,
  packId: string,
  releaseId: string,
): Promise<void> {
  const [{ name }, history] = await Promise.all([backend.getPack(packId), backend.history(packId)]);
  const past = pastReleases(history).find(({ release }) => release.releaseId === releaseId);
  if (!past) throw releaseErrors.releaseNotFound(releaseId, name);
  if (!past.previous) throw releaseErrors.noPreviousRelease(name);
  await compare(backend, {
    title: t("{0}: {1} ↔ {2}", name, madeAt(past.previous), madeAt(past.release)),
    before: past.previous.versions,
    after: past.release.versions,
  });
}

async function compare(backend: Backend, request: ComparisonRequest): Promise<void> {
  const outcome = await openComparison(backend, request);
  if (outcome === "equal") {
    void showInformation(
      t("{0}: both sides have the same versions. There is nothing to compare.", request.title),
    );
  }
}

function side(componentId: string, version: string): ComponentVersions {
  return version === "" ? {} : { [componentId]: version };
}

function madeAt({ releasedAt }: Release): string {
  return utcText(releasedAt);
}
