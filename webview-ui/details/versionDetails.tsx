import * as l10n from "@vscode/l10n";
import { useEffect } from "preact/hooks";
import type { DetailsPart } from "../../src/protocol/details.ts";
import { detailsParts, type DetailsContents } from "./detailsContents.ts";
import { CarryingPacksList } from "./carryingPacksList.tsx";
import { DeploymentsTable } from "./deploymentsTable.tsx";
import { DetailsSection } from "./detailsSection.tsx";
import { IncludedComponentsTable } from "./includedComponentsTable.tsx";
import { VersionFacts } from "./versionFacts.tsx";

interface VersionDetailsProps {
  readonly packageId: string;
  readonly contents: DetailsContents;
  /** Requests a part. */
  readonly load: (part: DetailsPart) => void;
  readonly copy: (text: string) => void;
}

/** The details of a packaged version. Loads the parts that are absent; each part loads, fails and is retried by itself. */
export function VersionDetails({ packageId, contents, load, copy }: VersionDetailsProps) {
  useEffect(() => {
    for (const part of detailsParts) {
      if (!contents[part]) load(part);
    }
  }, [packageId]);
  const { version, includedComponents, deployments, carryingPacks } = contents;
  const primaryId = version?.state === "loaded" ? version.value.componentId : undefined;
  return (
    <div class="version-details">
      <DetailsSection heading={l10n.t("Details")} content={version} retry={() => load("version")}>
        {(value) => <VersionFacts version={value} copy={copy} />}
      </DetailsSection>
      <DetailsSection
        heading={l10n.t("Included Components")}
        content={includedComponents}
        retry={() => load("includedComponents")}
      >
        {(value) => <IncludedComponentsTable components={value} primaryId={primaryId} copy={copy} />}
      </DetailsSection>
      <DetailsSection heading={l10n.t("Deployments")} content={deployments} retry={() => load("deployments")}>
        {(value) => <DeploymentsTable deployments={value} />}
      </DetailsSection>
      <DetailsSection
        heading={l10n.t("Integration Packs")}
        content={carryingPacks}
        retry={() => load("carryingPacks")}
      >
        {(value) => <CarryingPacksList packs={value} copy={copy} />}
      </DetailsSection>
    </div>
  );
}
