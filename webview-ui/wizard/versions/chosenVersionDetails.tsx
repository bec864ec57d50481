import { t } from "@vscode/l10n";
import type { DetailsPart } from "../../../src/protocol/details.ts";
import { withLoading } from "../../details/detailsContents.ts";
import { VersionDetails } from "../../details/versionDetails.tsx";
import { PageHeading } from "../../shared/pageHeading.tsx";
import type { ReceivedState } from "../state/wizardState.ts";
import type { WizardProps } from "../wizardProps.ts";

interface ChosenVersionDetailsProps extends WizardProps {
  readonly details: NonNullable<ReceivedState["details"]>;
}

/** The details of the version that is chosen in a row of the table, with a button back to the table. */
export function ChosenVersionDetails({ details, change, post }: ChosenVersionDetailsProps) {
  const { packageId, contents } = details;
  const load = (part: DetailsPart) => {
    change(({ stored, received }) => {
      const { details: shown } = received;
      if (!shown) return { stored, received };
      const loading = { ...shown, contents: withLoading(shown.contents, part) };
      return { stored, received: { ...received, details: loading } };
    });
    post({ type: "loadDetails", packageId, part });
  };
  const leave = () =>
    change(({ stored, received }) => {
      const { details: _details, ...rest } = received;
      return { stored, received: rest };
    });
  return (
    <>
      <PageHeading>{t("Component Details")}</PageHeading>
      <VersionDetails
        packageId={packageId}
        contents={contents}
        load={load}
        copy={(text) => post({ type: "copy", text })}
      />
      <div class="buttons">
        <vscode-button onClick={leave}>{t("Back to Versions")}</vscode-button>
      </div>
    </>
  );
}
