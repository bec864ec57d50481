import * as l10n from "@vscode/l10n";
import { useLayoutEffect, useState } from "preact/hooks";
import type {
  DetailsMessage,
  DetailsPart,
  DetailsRequest,
  DetailsState,
} from "../../src/protocol/details.ts";
import { connectHost } from "../shared/host.ts";
import {
  detailsParts,
  withAnswer,
  withFailure,
  withLoading,
  type DetailsContents,
} from "./detailsContents.ts";
import { VersionDetails } from "./versionDetails.tsx";

const host = connectHost<DetailsRequest, DetailsMessage, DetailsState, DetailsState>();

/** The page with the details of a packaged version. Its document names the version. */
export function DetailsPage() {
  return host.first && <DetailsOfVersion {...host.first} />;
}

function DetailsOfVersion({ packageId }: DetailsState) {
  const [contents, setContents] = useState<DetailsContents>({});
  useLayoutEffect(() => {
    host.storeState({ packageId });
    host.listen((message) => {
      switch (message.type) {
        case "changed":
          // The page shows the old contents until the new ones arrive.
          for (const part of detailsParts) request(packageId, part);
          break;
        case "details":
          setContents((before) => withAnswer(before, message));
          break;
        case "refused":
          setContents((before) => withFailure(before, message.message));
          break;
      }
    });
  }, [packageId]);
  const load = (part: DetailsPart) => {
    setContents((before) => withLoading(before, part));
    request(packageId, part);
  };
  const copy = (text: string) => host.post({ type: "copy", text });
  return (
    <>
      <h1>{titleOf(contents)}</h1>
      <VersionDetails packageId={packageId} contents={contents} load={load} copy={copy} />
    </>
  );
}

function request(packageId: string, part: DetailsPart): void {
  host.post({ type: "loadDetails", packageId, part });
}

function titleOf({ version }: DetailsContents): string {
  if (version?.state !== "loaded") return l10n.t("Component Details");
  return l10n.t("{0} {1}", version.value.componentName, version.value.packageVersion);
}
