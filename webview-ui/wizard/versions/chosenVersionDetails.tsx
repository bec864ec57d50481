import * as l10n from "@vscode/l10n";
import type { DetailsPart } from "../../../src/protocol/details.ts";
import { withLoading } from "../../details/detailsContents.ts";
import { VersionDetails } from "../../details/versionDetails.tsx";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { leaveDetails } from "../state/showDetails.ts";
import type { ShownDetails } from "../state/wizardState.ts";
import type { WizardProps } from "../wizardProps.ts";

interface ChosenVersionDetailsProps extends WizardProps {
  readonly details: ShownDetails;
}

/** The details of the version that is chosen in a row of the table, with a link back to that row. */
export function ChosenVersionDetails({ details, change, post }: ChosenVersionDetailsProps) {
  const { packageId, title, contents } = details;
  const load = (part: DetailsPart) => {
    change(({ stored, received }) => {
      const { details: shown } = received;
      if (!shown) return { stored, received };
      const loading = { ...shown, contents: withLoading(shown.contents, part) };
      return { stored, received: { ...received, details: loading } };
    });
    post({ type: "loadDetails", packageId, part });
  };
  const leave = () => change(leaveDetails);
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Otherwise the same key closes the dialog that the user comes back to.
        event.preventDefault();
        leave();
      }}
    >
      <div class="back">
        <ActionLink onActivate={leave}>{l10n.t("Back to Versions")}</ActionLink>
      </div>
      <PageHeading>{title}</PageHeading>
      <VersionDetails
        packageId={packageId}
        contents={contents}
        load={load}
        copy={(text) => post({ type: "copy", text })}
      />
    </div>
  );
}
