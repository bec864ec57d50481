import { t } from "@vscode/l10n";
import { useEffect } from "preact/hooks";
import type { DetailsPart } from "../../src/protocol/details.ts";
import { detailsParts, type DetailsContents } from "./contents.ts";
import { DetailsSection } from "./detailsSection.tsx";
import { IncludedComponents } from "./includedComponents.tsx";
import { VersionFacts } from "./versionFacts.tsx";
import { CarryingPacks, Deployments } from "./versionUse.tsx";
import "./details.css";

interface Properties {
  readonly packageId: string;
  readonly parts: DetailsContents;
  /** Asks for a part: the first time, and again after it failed. */
  readonly load: (part: DetailsPart) => void;
  readonly copy: (text: string) => void;
}

/** The details of a packaged version, each part by itself. Asks for the parts that are absent when it is shown. */
export function VersionDetails({ packageId, parts, load, copy }: Properties) {
  useEffect(() => {
    for (const part of detailsParts) {
      if (!parts[part]) load(part);
    }
  }, [packageId]);
  const { version, includedComponents, deployments, carryingPacks } = parts;
  const primaryId = version?.state === "loaded" ? version.value.componentId : undefined;
  return (
    <div class="version-details">
      <DetailsSection heading={t("Details")} content={version} retry={() => load("version")}>
        {(value) => <VersionFacts version={value} copy={copy} />}
      </DetailsSection>
      <DetailsSection
        heading={t("Included Components")}
        content={includedComponents}
        retry={() => load("includedComponents")}
      >
        {(value) => <IncludedComponents components={value} primaryId={primaryId} copy={copy} />}
      </DetailsSection>
      <DetailsSection heading={t("Deployments")} content={deployments} retry={() => load("deployments")}>
        {(value) => <Deployments deployments={value} />}
      </DetailsSection>
      <DetailsSection
        heading={t("Integration Packs")}
        content={carryingPacks}
        retry={() => load("carryingPacks")}
      >
        {(value) => <CarryingPacks packs={value} copy={copy} />}
      </DetailsSection>
    </div>
  );
}
