import { t } from "@vscode/l10n";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type {
  DetailsMessage,
  DetailsPart,
  DetailsRequest,
  DetailsState,
} from "../../src/details/protocol.ts";
import { connect } from "../host.ts";
import { detailsParts, withAnswer, withLoading, type DetailsContents } from "./contents.ts";
import { VersionDetails } from "./versionDetails.tsx";

const host = connect<DetailsRequest, DetailsMessage, DetailsState>();

/** Shows the panel of details. */
export function showDetails(root: HTMLElement): void {
  render(<DetailsPage />, root);
}

function DetailsPage() {
  const [packageId, setPackageId] = useState<string>();
  const [parts, setParts] = useState<DetailsContents>({});
  useEffect(() => {
    host.listen((message) => {
      switch (message.type) {
        case "show":
          host.keepState({ packageId: message.packageId });
          setPackageId(message.packageId);
          break;
        case "changed":
          // What is shown stays until the new answers are there.
          for (const part of detailsParts) ask(message.packageId, part);
          break;
        case "details":
          setParts((before) => withAnswer(before, message));
          break;
      }
    });
    host.post({ type: "ready" });
  }, []);
  if (packageId === undefined) return <p role="status">{t("Loading…")}</p>;
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
