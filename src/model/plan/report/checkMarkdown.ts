import * as l10n from "@vscode/l10n";
import { describeChangeKind } from "../../release/describeChangeKind.ts";
import { markdownQuotation, markdownText } from "../../text/markdown.ts";
import type { PackCheck, PlanCheck, PlannedChange } from "../check/planCheck.ts";
import type { ReleasePlan } from "../releasePlan.ts";
import {
  describeAccounts,
  describeFit,
  describePackState,
  describePlanDate,
  describeUnchanged,
  planTitle,
} from "./describePlan.ts";

/** Formats the check of a plan as Markdown, for a review: what each pack would get, and what no longer fits. */
export function checkMarkdown(plan: ReleasePlan, { planHash, fits, packs }: PlanCheck): string {
  const notes = plan.notes?.trim() ?? "";
  const sections = [
    `# ${markdownText(planTitle(plan))}`,
    `**${describeFit(fits)}**`,
    ...(notes === "" ? [] : [markdownQuotation(notes)]),
    [
      `- ${l10n.t("Released: {0}", markdownText(describePlanDate(plan)))}`,
      `- ${l10n.t("Packs: {0}", packs.length)}`,
      `- ${l10n.t("Plan hash: {0}", `\`${planHash}\``)}`,
    ].join("\n"),
    ...packs.flatMap(packSections),
  ];
  return `${sections.join("\n\n")}\n`;
}

function packSections({ name, state, changes, differences, accounts }: PackCheck): string[] {
  const changed = changes.filter(({ kind }) => kind !== "unchanged");
  const facts = [...describeUnchanged(changes.length - changed.length), ...describeAccounts(accounts)];
  return [
    `## ${l10n.t("{0}: {1}", markdownText(name), describePackState(state))}`,
    ...(differences.length === 0
      ? []
      : [differences.map((difference) => `- ${markdownText(difference)}`).join("\n")]),
    ...(changed.length === 0 ? [] : [changesTable(changed)]),
    ...(facts.length === 0 ? [] : [facts.join(" ")]),
  ];
}

function changesTable(changes: readonly PlannedChange[]): string {
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  const cell = (text: string) => markdownText(text) || "–";
  return [
    row(l10n.t("Component"), l10n.t("Before"), l10n.t("After"), l10n.t("Change"), l10n.t("Branch")),
    row("---", "---", "---", "---", "---"),
    ...changes.map(({ name, from, to, kind, branch }) =>
      row(cell(name), cell(from), cell(to ?? ""), describeChangeKind(kind), cell(branch)),
    ),
  ].join("\n");
}
