import { t } from "@vscode/l10n";
import { useLayoutEffect, useState } from "preact/hooks";
import type {
  DetailsMessage,
  DetailsPart,
  DetailsRequest,
  DetailsState,
} from "../../src/protocol/details.ts";
import { connect } from "../shared/host.ts";
import { detailsParts, withAnswer, withLoading, type DetailsContents } from "./contents.ts";
import { VersionDetails } from "./versionDetails.tsx";

const host = connect<DetailsRequest, DetailsMessage, DetailsState, DetailsState>();

/** The panel of the details of a packaged version. */
export function DetailsPage() {
  return host.first && <PageOfVersion {...host.first} />;
}

function PageOfVersion({ packageId }: DetailsState) {
  const [parts, setParts] = useState<DetailsContents>({});
  useLayoutEffect(() => {
    host.keepState({ packageId });
    host.listen((message) => {
      switch (message.type) {
        case "changed":
          // What is shown stays until the new answers are there.
          for (const part of detailsParts) ask(packageId, part);
          break;
        case "details":
          setParts((before) => withAnswer(before, message));
          break;
      }
    });
  }, [packageId]);
  const load = (part: DetailsPart) => {
    setParts((before) => withLoading(before, part));
    ask(packageId, part);
  };
  const copy = (text: string) => host.post({ type: "copy", text });
  return (
    <>
      <h1>{titleOf(parts)}</h1>
      <VersionDetails packageId={packageId} parts={parts} load={load} copy={copy} />
    </>
  );
}

function ask(packageId: string, part: DetailsPart): void {
  host.post({ type: "loadDetails", packageId, part });
}

function titleOf({ version }: DetailsContents): string {
  if (version?.state !== "loaded") return t("Component Details");
  return t("{0} {1}", version.value.componentName, version.value.packageVersion);
}
