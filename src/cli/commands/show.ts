import * as l10n from "@vscode/l10n";
import { readOverview } from "../../backend/overview/readOverview.ts";
import { readOverviewMarkdown } from "../../backend/overview/readOverviewMarkdown.ts";
import { defaultReleaseBranch } from "../../model/pack/branch.ts";
import { summarizePack, type IntegrationPack, type PackComponent } from "../../model/pack/pack.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import { packContent, packsReport, withLink } from "../../model/report/packsReport.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { blockReport, type Block } from "../format/block.ts";
import { describePackState } from "./describePack.ts";
import { findPack } from "./findPack.ts";

/** Shows a pack with its components; in Markdown, with the overview that the editor copies. */
export const show: RunCommand = async ({ parameters: [idOrName = ""], options, openBackend }) => {
  const backend = await openBackend();
  const { packId } = findPack(await backend.listPackSummaries(), idOrName);
  const pack = await backend.getPack(packId);
  const content = options.flag("links") ? withLink(packContent(pack)) : packContent(pack);
  return {
    exitCode: exitCodes.done,
    report: {
      ...blockReport(packsReport([content]), () => blocksOf(pack, content.link)),
      markdown: async () => {
        const { overview } = await readOverview(backend, packId, defaultReleaseBranch);
        return readOverviewMarkdown(backend, overview, content.link);
      },
    },
  };
};

function blocksOf(pack: IntegrationPack, link: string | undefined): Block[] {
  const { name, packId, description, components, scheduled } = pack;
  return [
    { kind: "heading", text: name },
    {
      kind: "facts",
      facts: [
        [l10n.t("ID"), packId],
        ...(description === "" ? [] : [[l10n.t("Description"), description] as const]),
        [l10n.t("State"), describePackState(summarizePack(pack))],
        ...(scheduled?.problem === undefined ? [] : [[l10n.t("Problem"), scheduled.problem] as const]),
        ...(link === undefined ? [] : [[l10n.t("Link"), link] as const]),
      ],
    },
    components.length === 0
      ? { kind: "paragraph", text: l10n.t("The pack has no components.") }
      : componentsTable(components),
  ];
}

function componentsTable(components: readonly PackComponent[]): Block {
  return {
    kind: "table",
    columns: [
      l10n.t("Component Name"),
      l10n.t("Component Type"),
      l10n.t("Current Version"),
      l10n.t("Pending Version"),
      l10n.t("Latest Version"),
    ],
    rows: components.map(
      ({ componentName, componentType, currentVersion, pendingVersion, latestVersion, deleted }) => [
        componentName,
        componentTypeName(componentType),
        currentVersion,
        deleted ? l10n.t("Deleted") : pendingVersion,
        latestVersion,
      ],
    ),
  };
}
