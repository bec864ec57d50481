import * as l10n from "@vscode/l10n";
import { useLayoutEffect, useState } from "preact/hooks";
import { columnKey } from "../../src/model/overview/columnKey.ts";
import { wholeMatrix } from "../../src/model/overview/compactMatrix.ts";
import type { OverviewMessage, ShownOverview } from "../../src/protocol/overview.ts";
import { PageHeading } from "../shared/controls/pageHeading.tsx";
import { ProblemNotice } from "../shared/controls/problemNotice.tsx";
import { host } from "./host.ts";
import { OverviewActions } from "./overviewActions.tsx";
import { OverviewFacts } from "./overviewFacts.tsx";
import { RolloutSection } from "./rolloutSection.tsx";
import { ReleasesSection } from "./releasesSection.tsx";

/** What the page knows of the pack. */
interface Knowledge {
  readonly overview?: ShownOverview;
  /** Why the pack could not be read, the last time. */
  readonly problem?: string;
}

/** The overview of a pack: its state, its releases side by side, and what can be done now. */
export function OverviewPage() {
  const [{ overview, problem }, setKnowledge] = useState<Knowledge>(() => receive({}, host.first));
  const [selected, setSelected] = useState<readonly string[]>(() => host.storedState()?.selected ?? []);
  useLayoutEffect(() => {
    host.listen((message) => setKnowledge((before) => receive(before, message)));
    host.post({ type: "ready" });
  }, []);
  const packId = overview?.pack.packId;
  useLayoutEffect(() => {
    if (packId !== undefined) host.storeState({ packId, selected });
  }, [packId, selected]);
  return (
    <>
      {overview && (
        <>
          <PageHeading>{overview.pack.name}</PageHeading>
          {overview.pack.description !== "" && <p class="description">{overview.pack.description}</p>}
        </>
      )}
      {problem !== undefined && (
        <ProblemNotice message={problem}>
          <div class="buttons">
            <vscode-button appearance="secondary" onClick={() => host.post({ type: "reload" })}>
              {l10n.t("Retry")}
            </vscode-button>
          </div>
        </ProblemNotice>
      )}
      {overview && (
        <>
          <OverviewFacts overview={overview} />
          <OverviewActions actions={overview.actions} />
          <ReleasesSection
            overview={overview}
            selected={overview.matrix.columns.filter((column) => selected.includes(columnKey(column)))}
            onSelect={setSelected}
          />
          <RolloutSection installations={overview.installations} />
        </>
      )}
    </>
  );
}

function receive(before: Knowledge, message: OverviewMessage | undefined): Knowledge {
  switch (message?.type) {
    case "overview": {
      const { type: _type, matrix, ...overview } = message;
      return { overview: { ...overview, matrix: wholeMatrix(matrix) } };
    }
    case "overviewFailed":
      return { ...before, problem: message.message };
    // The extension shows why it refused a request.
    case "refused":
    case undefined:
      return before;
  }
}
