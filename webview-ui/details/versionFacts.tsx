import { t } from "@vscode/l10n";
import type { ComponentChildren } from "preact";
import type { DetailedVersion } from "../../src/protocol/details.ts";
import { Breakable } from "../shared/breakable.tsx";
import { OtherBranchTag } from "../shared/otherBranchTag.tsx";
import { CopyIdButton } from "./copyIdButton.tsx";
import { formatInstant } from "./formatInstant.ts";

interface VersionFactsProps {
  readonly version: DetailedVersion;
  readonly copy: (text: string) => void;
}

/** The properties of a packaged version with their names. */
export function VersionFacts({ version, copy }: VersionFactsProps) {
  const { packageId, componentId, componentName, packageVersion } = version;
  return (
    <dl class="facts">
      <Fact name={t("Component Name")}>{componentName}</Fact>
      <Fact name={t("Version")}>{packageVersion}</Fact>
      <Fact name={t("Packaged Component ID")}>
        <code>
          <Breakable text={packageId} />
        </code>{" "}
        <CopyIdButton id={packageId} of={t("the packaged component")} copy={copy} />
      </Fact>
      <Fact name={t("Component ID")}>
        <code>
          <Breakable text={componentId} />
        </code>{" "}
        <CopyIdButton id={componentId} of={t("the component")} copy={copy} />
      </Fact>
      <Fact name={t("Component Version")}>{version.componentVersion}</Fact>
      <Fact name={t("Folder")}>
        <Breakable text={version.folder || "–"} />
      </Fact>
      <Fact name={t("Branch")}>
        <bdi>{version.branchName || "–"}</bdi>{" "}
        <OtherBranchTag version={version} releaseBranch={version.releaseBranch} />
      </Fact>
      <Fact name={t("Created")}>{formatInstant(version.createdDate)}</Fact>
      <Fact name={t("Created By")}>
        <Breakable text={version.createdBy} />
      </Fact>
      <Fact name={t("Sharing")}>{version.shareable ? t("Allowed") : t("Not allowed")}</Fact>
      <Fact name={t("Status")}>{version.deleted ? t("Deleted") : t("Active")}</Fact>
      <Fact name={t("Notes")}>
        <span class="notes">{version.notes || "–"}</span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
