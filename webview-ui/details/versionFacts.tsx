import * as l10n from "@vscode/l10n";
import type { ComponentChildren } from "preact";
import type { DetailedVersion } from "../../src/protocol/details.ts";
import { Breakable } from "../shared/controls/breakable.tsx";
import { OtherBranchTag } from "../shared/controls/otherBranchTag.tsx";
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
      <Fact name={l10n.t("Component Name")}>{componentName}</Fact>
      <Fact name={l10n.t("Version")}>{packageVersion}</Fact>
      <Fact name={l10n.t("Packaged Component ID")}>
        <code>
          <Breakable text={packageId} />
        </code>{" "}
        <CopyIdButton id={packageId} of={l10n.t("the packaged component")} copy={copy} />
      </Fact>
      <Fact name={l10n.t("Component ID")}>
        <code>
          <Breakable text={componentId} />
        </code>{" "}
        <CopyIdButton id={componentId} of={l10n.t("the component")} copy={copy} />
      </Fact>
      <Fact name={l10n.t("Component Version")}>{version.componentVersion}</Fact>
      <Fact name={l10n.t("Folder")}>
        <Breakable text={version.folder || "–"} />
      </Fact>
      <Fact name={l10n.t("Branch")}>
        <bdi>{version.branchName || "–"}</bdi>{" "}
        <OtherBranchTag version={version} releaseBranch={version.releaseBranch} />
      </Fact>
      <Fact name={l10n.t("Created")}>{formatInstant(version.createdDate)}</Fact>
      <Fact name={l10n.t("Created By")}>
        <Breakable text={version.createdBy} />
      </Fact>
      <Fact name={l10n.t("Sharing")}>{version.shareable ? l10n.t("Allowed") : l10n.t("Not allowed")}</Fact>
      <Fact name={l10n.t("Status")}>{version.deleted ? l10n.t("Deleted") : l10n.t("Active")}</Fact>
      <Fact name={l10n.t("Notes")}>
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
