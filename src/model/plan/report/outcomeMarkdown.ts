import * as l10n from "@vscode/l10n";
import { markdownText } from "../../text/markdown.ts";
import type { PackOutcome, PlanOutcome } from "../application/planOutcome.ts";
import type { ReleasePlan } from "../releasePlan.ts";
import { describePackOutcome, planTitle } from "./describePlan.ts";

/** Formats the outcome of a plan as Markdown: how each pack ended, and why it was not released. */
export function outcomeMarkdown(plan: Pick<ReleasePlan, "name">, { planHash, packs }: PlanOutcome): string {
  const sections = [
    `# ${markdownText(planTitle(plan))}`,
    [
      `| ${[l10n.t("Pack"), l10n.t("Outcome"), l10n.t("Release ID")].join(" | ")} |`,
      "| --- | --- | --- |",
      ...packs.map(packRow),
    ].join("\n"),
    ...packs.flatMap(({ name, message }) =>
      message === undefined ? [] : [`**${markdownText(name)}**: ${markdownText(message)}`],
    ),
    l10n.t("Plan hash: {0}", `\`${planHash}\``),
  ];
  return `${sections.join("\n\n")}\n`;
}

function packRow({ name, outcome, releaseId = "" }: PackOutcome): string {
  const cells = [markdownText(name), describePackOutcome(outcome), markdownText(releaseId)];
  return `| ${cells.map((cell) => cell || "–").join(" | ")} |`;
}
