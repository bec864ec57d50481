import { t } from "@vscode/l10n";
import type { DetailsPart } from "../../../src/protocol/details.ts";
import { withLoading, type DetailsContents } from "../../details/contents.ts";
import { VersionDetails } from "../../details/versionDetails.tsx";
import { PageHeading } from "../../shared/pageHeading.tsx";
import type { WizardProps } from "../wizardProps.ts";

interface DetailsPageProps extends WizardProps {
  readonly details: { readonly packageId: string; readonly contents: DetailsContents };
}

/** The details of the version that is chosen in a row; the way back leads to the table. */
export function DetailsPage({ details, change, post }: DetailsPageProps) {
  const { packageId, contents } = details;
  const load = (part: DetailsPart) => {
    change(({ kept, received }) => {
      const { details: shown } = received;
      if (!shown) return { kept, received };
      const loading = { ...shown, contents: withLoading(shown.contents, part) };
      return { kept, received: { ...received, details: loading } };
    });
    post({ type: "loadDetails", packageId, part });
  };
  const leave = () =>
    change(({ kept, received }) => {
      const { details: _details, ...rest } = received;
      return { kept, received: rest };
    });
  return (
    <>
      <PageHeading>{t("Component Details")}</PageHeading>
      <VersionDetails
        packageId={packageId}
        parts={contents}
        load={load}
        copy={(text) => post({ type: "copy", text })}
      />
      <div class="buttons">
        <vscode-button onClick={leave}>{t("Back to Versions")}</vscode-button>
      </div>
    </>
  );
}
