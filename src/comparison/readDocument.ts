import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../backend/backendReads.ts";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import { readReleasedByPlan } from "../backend/readReleasedByPlan.ts";
import { appliedPlanNotes } from "../model/plan/report/planNotes.ts";
import { releaseNotes } from "../model/release/releaseNotes.ts";
import { summarizeVersions } from "../model/release/summarizeVersions.ts";
import { utcText } from "../model/text/utcText.ts";
import { oneLine } from "../model/text/visibleText.ts";
import { parseDocumentContent, type DocumentContent } from "./documentContent.ts";
import { normalizeXml } from "./normalizeXml.ts";
import { readChanges } from "./readChanges.ts";

/** The text of the document whose URI has this query. @throws what `open` and the backend throw */
export async function readDocument(query: string, open: () => Promise<BackendReads>): Promise<string> {
  const content = parseDocumentContent(query);
  if (!content) return l10n.t("This is not a document of integration packs. Compare the versions again.");
  return readContent(await open(), content);
}

/** The text of a document with this content. @throws what the backend throws */
export async function readContent(backend: BackendReads, content: DocumentContent): Promise<string> {
  switch (content.kind) {
    case "xml":
      return readXml(backend, content.packageId, content.componentId);
    case "summary":
      return summarizeVersions(content.title, await readChanges(backend, content), content.side);
    case "planNotes":
      return readPlanNotes(backend, content.planHash);
    case "releaseNotes": {
      const { name } = await backend.getPack(content.packId);
      return releaseNotes({
        packName: name,
        state: content.state,
        changes: await readChanges(backend, content),
      });
    }
  }
}

async function readPlanNotes(backend: BackendReads, planHash: string): Promise<string> {
  const released = await readReleasedByPlan(backend, planHash);
  const ids = released.flatMap(({ past: { release, previous } }) => [
    ...Object.keys(release.versions),
    ...Object.keys(previous?.versions ?? {}),
  ]);
  return appliedPlanNotes(released, await readKnownVersions(backend, [...new Set(ids)]));
}

async function readXml(backend: BackendReads, packageId: string, componentId: string): Promise<string> {
  const xml = await backend.getComponentXml(packageId, componentId);
  return xml === "" ? describeWithoutXml(backend, packageId, componentId) : normalizeXml(xml);
}

/** What is known of a component without XML, so that two of its revisions still show a difference. */
async function describeWithoutXml(
  backend: BackendReads,
  packageId: string,
  componentId: string,
): Promise<string> {
  const included = await backend.listIncludedComponents(packageId);
  const component = included.find((candidate) => candidate.componentId === componentId);
  const facts = component
    ? [
        l10n.t("Component version: {0}", component.version),
        l10n.t("Modified: {0} by {1}", utcText(component.modifiedDate), component.modifiedBy),
      ]
    : [];
  return [l10n.t("The XML of this component is not stored here."), ...facts.map(oneLine), ""].join("\n");
}
