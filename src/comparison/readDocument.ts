import { t } from "@vscode/l10n";
import type { Backend } from "../backend/backend.ts";
import { utcText } from "../model/schedule/instants.ts";
import { releaseNotes } from "../model/release/releaseNotes.ts";
import { versionChanges, type VersionChange } from "../model/release/versionChange.ts";
import { summarizeVersions } from "../model/release/versionsSummary.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import { documentContent, type DocumentContent } from "./documentContent.ts";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import { normalizeXml } from "./normalizedXml.ts";

/** The text of the document with this query of its URI. @throws what the backend rejects with */
export async function readDocument(query: string, open: () => Promise<Backend>): Promise<string> {
  const content = documentContent(query);
  if (!content) return t("This is not a document of integration packs. Compare the versions again.");
  return readContent(await open(), content);
}

/** The text of a document that is about this. @throws what the backend rejects with */
export async function readContent(backend: Backend, content: DocumentContent): Promise<string> {
  switch (content.kind) {
    case "xml":
      return readXml(backend, content.packageId, content.componentId);
    case "summary":
      return summarizeVersions(content.title, await readChanges(backend, content), content.side);
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

async function readXml(backend: Backend, packageId: string, componentId: string): Promise<string> {
  const xml = await backend.getComponentXml(packageId, componentId);
  return xml === "" ? describeWithoutXml(backend, packageId, componentId) : normalizeXml(xml);
}

/** What is known of a component whose XML is not kept, so that two revisions of it still differ. */
async function describeWithoutXml(backend: Backend, packageId: string, componentId: string): Promise<string> {
  const included = await backend.listIncludedComponents(packageId);
  const component = included.find((candidate) => candidate.componentId === componentId);
  const facts = component
    ? [
        t("Component version: {0}", component.version),
        t("Modified: {0} by {1}", utcText(component.modifiedDate), component.modifiedBy),
      ]
    : [];
  return [t("The XML of this component is not kept here."), ...facts, ""].join("\n");
}

async function readChanges(
  backend: Backend,
  { before, after }: { readonly before: ComponentVersions; readonly after: ComponentVersions },
): Promise<VersionChange[]> {
  const componentIds = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return versionChanges(before, after, await readKnownVersions(backend, componentIds));
}
